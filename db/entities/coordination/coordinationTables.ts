import { sql } from 'drizzle-orm'
import { check, date, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { uogs } from '../territory/uogs.ts'
import { placeOfCoordinationTable } from '../../coordinationPlace.ts'

/** How often a table meets. «Bimensile» is twice a month, «bimestrale» every two months. */
export const cadences = {
  weekly: 'Settimanale',
  twiceMonthly: 'Bimensile (due volte al mese)',
  monthly: 'Mensile',
  everyTwoMonths: 'Bimestrale (ogni due mesi)',
  quarterly: 'Trimestrale',
  free: 'Libera',
} as const
export const cadence = choiceEnum('table_cadence', cadences)

export const tableStates = { active: 'Attivo', concluded: 'Concluso' } as const

/** Where Aler and one or more comuni meet, on an agreed cadence. */
export const coordinationTables = pgTable(
  'coordination_tables',
  {
    ...identity,
    name: text('name').notNull(),
    cadence: cadence('cadence').notNull(),
    uogId: text('uog_id').references(() => uogs.id),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    sectors: text('sectors'),
    place: text('place'),
    aims: text('aims'),
    ...record,
  },
  (t) => [
    check(
      says('coordination_tables_end_after_start', { field: 'endedOn', message: 'La conclusione non può precedere l’avvio.' }),
      sql`${t.endedOn} >= ${t.startedOn}`,
    ),
  ],
)

const meetingsOfTable = `
  select count(*) filter (where s.state in ('held', 'minutesApproved'))::integer as held_meetings,
    max(m.day) filter (where s.state in ('held', 'minutesApproved')) as last_meeting_on,
    min(m.day) filter (where s.id is null and m.day >= ${asOf}) as next_meeting_on
  from meetings m
  left join meeting_stages s on s.meeting_id = m.id and s.valid_from <= ${asOf} and s.valid_to > ${asOf}
  where m.coordination_table_id = t.id and m.convened_on <= ${asOf}`

const afterCadence = `
  case t.cadence
    when 'weekly' then n.last_meeting_on + 7
    when 'twiceMonthly' then n.last_meeting_on + 15
    when 'monthly' then (n.last_meeting_on + interval '1 month')::date
    when 'everyTwoMonths' then (n.last_meeting_on + interval '2 months')::date
    when 'quarterly' then (n.last_meeting_on + interval '3 months')::date
  end`

export const coordinationTablesResource = defineResource({
  table: coordinationTables,
  from: 'coordination_tables t',
  where: `t.started_on <= ${asOf}`,
  gives: {
    state: `case when t.ended_on <= ${asOf} then 'concluded' else 'active' end`,
  },
  joins: {
    ...placeOfCoordinationTable(),
    meetings: {
      sql: `cross join lateral (${meetingsOfTable}) n`,
      gives: {
        heldMeetings: 'n.held_meetings',
        lastMeetingOn: 'n.last_meeting_on',
        nextMeetingOn: 'n.next_meeting_on',
        expectedOn: afterCadence,
      },
    },
  },
  sight: {
    where: `coordination_tables.uog_id = any (:uogs) or exists (
      select from :keys_of_coordination_table_comuni x where x.coordination_table_id = coordination_tables.id and x.comune_id = any (:comuni))
      or exists (
      select from :keys_of_table_members x where x.coordination_table_id = coordination_tables.id and x.body_id = any (:bodies))`,
  },
  label: { one: 'Tavolo di coordinamento', many: 'Tavoli di coordinamento' },
  title: 'name',
  group: 'coordination',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['list', 'show'], empty: 'Più comuni' },
    comuneName: { kind: 'text', label: 'Comuni', in: [] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni del tavolo', in: ['show'] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', help: 'La UOG che vi siede per Aler Milano.' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    cadence: {
      kind: 'choice',
      choices: cadences,
      label: 'Cadenza',
      help: 'Bimensile è due volte al mese, bimestrale ogni due mesi.',
    },
    state: { kind: 'choice', choices: tableStates, label: 'Stato', in: ['list', 'show'] },
    startedOn: { kind: 'date', latest: 'today', label: 'Avviato il' },
    endedOn: { kind: 'date', happens: true, label: 'Concluso il', in: ['show', 'form'] },
    sectors: { kind: 'text', label: 'Settori comunali', in: ['show', 'form'] },
    place: { kind: 'text', label: 'Luogo abituale', in: ['show', 'form'] },
    aims: { kind: 'longText', label: 'Obiettivi', in: ['show', 'form'] },
    heldMeetings: { kind: 'integer', adds: true, label: 'Incontri tenuti', in: ['list', 'show'] },
    lastMeetingOn: { kind: 'date', label: 'Ultimo incontro', in: ['list', 'show'] },
    nextMeetingOn: { kind: 'date', label: 'Prossimo incontro', help: 'Il primo convocato.', in: ['list', 'show'] },
    expectedOn: {
      kind: 'date',
      label: 'Atteso secondo la cadenza',
      help: 'Ultimo incontro tenuto più l’intervallo della cadenza; vuoto se è libera.',
      in: ['show'],
    },
  },
})
