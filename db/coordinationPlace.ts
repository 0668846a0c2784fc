import type { Field, Joins } from './defineResource.ts'
import { formerName, nameOfComune } from './place.ts'
import { asOf } from './rowParts.ts'

/** The comuni of a coordination table `t`, and the UOG it sits with. */
export const placeOfCoordinationTable = (...needs: readonly string[]) =>
  ({
    comuni: {
      sql: `cross join lateral (
        select array_agg(x.comune_id::text order by c.name) as comune_ids,
          case when count(*) = 1 then min(x.comune_id::text) end as comune_id, string_agg(${nameOfComune}, ', ' order by c.name) as comune_name
        from coordination_table_comuni x join comuni c on c.id = x.comune_id ${formerName} where x.coordination_table_id = t.id
      ) l`,
      needs,
      gives: { comuneId: 'l.comune_id', comuneName: 'l.comune_name', comuneIds: 'l.comune_ids' },
    },
    uog: { sql: 'left join uogs g on g.id = t.uog_id', needs, gives: { uogName: 'g.name' } },
  }) satisfies Joins

export const comuniOfCoordinationTable = {
  comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['list', 'show'], empty: 'Più comuni' },
  comuneName: { kind: 'text', label: 'Comuni', in: [] },
  comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni del tavolo', in: [] },
} as const satisfies Record<string, Field>

/** The UOG of the table, where the record has none of its own. */
export const coordinationTableFields = {
  ...comuniOfCoordinationTable,
  uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
  uogName: { kind: 'text', label: 'UOG', in: [] },
} as const satisfies Record<string, Field>

/** The meeting of a record `x`, which is there from the day it was convened, and its table. */
export const meetingOf = {
  meeting: {
    sql: `join meetings m on m.id = x.meeting_id and m.convened_on <= ${asOf}`,
    always: true,
    gives: { coordinationTableId: 'm.coordination_table_id', meetingDay: 'm.day' },
  },
  coordinationTable: {
    sql: 'left join coordination_tables t on t.id = m.coordination_table_id',
    needs: ['meeting'],
    gives: { meetingName: `t.name || ', ' || to_char(m.day, 'DD/MM/YYYY')`, coordinationTableName: 't.name' },
  },
} satisfies Joins

/** The same with what the table tells of its place. */
export const meetingAndPlaceOf = {
  meeting: meetingOf.meeting,
  coordinationTable: {
    ...meetingOf.coordinationTable,
    gives: { ...meetingOf.coordinationTable.gives, uogId: 't.uog_id' },
  },
  ...placeOfCoordinationTable('coordinationTable'),
} satisfies Joins

export const meetingFields = {
  meetingId: { kind: 'reference', to: 'meetings', show: 'meetingName', label: 'Incontro' },
  meetingName: { kind: 'text', label: 'Incontro', in: [] },
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
