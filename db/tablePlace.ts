import type { Field } from './defineResource.ts'
import { asOf } from './rowParts.ts'

/** The comuni of a coordination table `t`, and the UOG it sits with, for every read view that has one. */
export const tableColumns = `
  t.name as coordination_table_name, l.comune_id, l.comune_name, l.comune_ids, t.uog_id, g.name as uog_name`

export const tableJoins = `
  cross join lateral (
    select array_agg(x.comune_id::text order by c.name) as comune_ids,
      case when count(*) = 1 then min(x.comune_id::text) end as comune_id, string_agg(c.name, ', ' order by c.name) as comune_name
    from coordination_table_comuni x join comuni c on c.id = x.comune_id where x.coordination_table_id = t.id
  ) l
  left join uogs g on g.id = t.uog_id`

export const comuniOfTable = {
  comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['list', 'show'], empty: 'Più comuni' },
  comuneName: { kind: 'text', label: 'Comuni', in: ['search'] },
  comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni del tavolo', in: [] },
} as const satisfies Record<string, Field>

/** The UOG of the table, where the record has none of its own. */
export const tableFields = {
  ...comuniOfTable,
  uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
  uogName: { kind: 'text', label: 'UOG', in: [] },
} as const satisfies Record<string, Field>

/** The meeting `m` as what belongs to it tells it. */
export const meetingColumns = `m.coordination_table_id, t.name || ', ' || to_char(m.day, 'DD/MM/YYYY') as meeting_name, m.day as meeting_day`

export const meetingJoins = `
  join meetings m on m.id = x.meeting_id and m.convened_on <= ${asOf}
  join coordination_tables t on t.id = m.coordination_table_id`

export const meetingFields = {
  meetingId: { kind: 'reference', to: 'meetings', show: 'meetingName', label: 'Incontro' },
  meetingName: { kind: 'text', label: 'Incontro', in: ['search'] },
  meetingDay: { kind: 'date', label: 'Data dell’incontro', in: ['show'] },
  coordinationTableId: {
    kind: 'reference',
    to: 'coordination-tables',
    show: 'coordinationTableName',
    label: 'Tavolo',
    in: ['show'],
  },
  coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
} as const satisfies Record<string, Field>
