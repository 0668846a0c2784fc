import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf, holds } from '../../rowParts.ts'
import { placeOfCoordinationTable, coordinationTableFields } from '../../coordinationPlace.ts'
import { says } from '../../rules.ts'
import { cadences, coordinationTables } from './coordinationTables.ts'
import { meetingStates } from '../../enumerations/meetingStates.ts'

/** A meeting of a table. What became of it is in `meeting_stages`. */
export const meetings = pgTable(
  'meetings',
  {
    ...identity,
    coordinationTableId: uuid('coordination_table_id')
      .notNull()
      .references(() => coordinationTables.id),
    convenedOn: date('convened_on')
      .notNull()
      .default(sql`(now() at time zone 'Europe/Rome')::date`),
    day: date('day').notNull(),
    startTime: text('start_time').notNull().default('10:00'),
    duration: integer('duration').notNull().default(120),
    place: text('place'),
    sectors: text('sectors'),
    figuresOn: date('figures_on'),
    minutes: text('minutes'),
    ...record,
  },
  (t) => [
    index().on(t.day),
    unique(
      says('meetings_coordination_table_id_day_start_time_unique', {
        field: 'startTime',
        message: 'Il tavolo ha già un incontro in quel giorno e a quell’ora.',
      }),
    ).on(t.coordinationTableId, t.day, t.startTime),
    unique('meetings_of_day').on(t.id, t.day),
    check(
      says('meetings_not_convened_for_the_past', {
        field: 'day',
        message:
          'Un incontro non si convoca per un giorno già passato: la data deve essere quella della convocazione o una successiva.',
      }),
      sql`${t.day} >= ${t.convenedOn}`,
    ),
    check(
      says('meetings_start_time_shape', { field: 'startTime', message: 'L’ora si scrive con ore e minuti, per esempio 10:00.' }),
      sql`${t.startTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`,
    ),
    check(
      says('meetings_duration_plausible', { field: 'duration', message: 'La durata va da 15 a 600 minuti.' }),
      sql`${t.duration} between 15 and 600`,
    ),
    check(
      says('meetings_figures_not_after_day', {
        field: 'figuresOn',
        message: 'I dati non possono essere di un giorno dopo l’incontro.',
      }),
      sql`${t.figuresOn} <= ${t.day}`,
    ),
  ],
)

// Kept by triggers: no check of one row sees it.
says('meetings_minutes_approved', {
  message:
    'Il verbale è stato approvato: l’incontro, il suo ordine del giorno, le decisioni, le presenze e gli allegati non cambiano più. Per una rettifica aggiungere una nota al verbale.',
})

const counts = `
  select (select count(*)::integer from agenda_items i where i.meeting_id = m.id) as agenda_items,
    (select count(*)::integer from attendances a where a.meeting_id = m.id and a.state = 'present') as present,
    (select count(*)::integer from actions a where a.meeting_id = m.id and a.given_on <= ${asOf}) as actions_given`

export const meetingsResource = defineResource({
  table: meetings,
  from: 'meetings m',
  where: `m.convened_on <= ${asOf}`,
  joins: {
    coordinationTable: {
      sql: 'left join coordination_tables t on t.id = m.coordination_table_id',
      gives: {
        title: `t.name || ', ' || to_char(m.day, 'DD/MM/YYYY')`,
        cadence: 't.cadence',
        coordinationTableName: 't.name',
        uogId: 't.uog_id',
      },
    },
    ...placeOfCoordinationTable('coordinationTable'),
    stage: {
      sql: `left join meeting_stages s on s.meeting_id = m.id and ${holds('s')}`,
      gives: {
        state: `coalesce(s.state::text, 'convened')`,
        stateSince: 's.valid_from',
        frozenAsOf: 's.frozen_as_of',
        frozenKnownAt: 's.frozen_known_at',
        held: `coalesce(s.state in ('held', 'minutesApproved'), false)`,
        due: `m.day < ${asOf} or (m.day = ${asOf} and s.id is not null)`,
        upcoming: `s.id is null and m.day >= ${asOf}`,
      },
    },
    counts: {
      sql: `cross join lateral (${counts}) n`,
      gives: { agendaItems: 'n.agenda_items', present: 'n.present', actionsGiven: 'n.actions_given' },
    },
  },
  sight: { with: 'coordinationTableId' },
  label: { one: 'Incontro', many: 'Incontri' },
  title: 'title',
  group: 'coordination',
  sort: '-day',
  fields: {
    title: { kind: 'text', label: 'Incontro', in: ['search'] },
    coordinationTableId: { kind: 'reference', to: 'coordination-tables', show: 'coordinationTableName', label: 'Tavolo' },
    coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
    day: { kind: 'date', label: 'Data' },
    startTime: { kind: 'text', label: 'Ora di inizio', help: 'Ore e minuti, per esempio 10:00.' },
    duration: { kind: 'integer', adds: true, label: 'Durata in minuti', in: ['show', 'form'] },
    place: { kind: 'text', label: 'Luogo', in: ['list', 'show', 'form'] },
    sectors: { kind: 'text', label: 'Settori invitati', in: ['show', 'form'] },
    state: { kind: 'choice', choices: meetingStates, label: 'Stato', in: ['list', 'show'] },
    stateSince: { kind: 'date', label: 'Nello stato dal', in: ['show'] },
    convenedOn: { kind: 'date', latest: 'today', label: 'Convocato il', help: 'Se manca, oggi.', in: ['show', 'form'] },
    figuresOn: {
      kind: 'date',
      label: 'Dati al',
      help: 'Giorno a cui si leggono i dati durante l’incontro; se manca, il giorno dell’incontro.',
      in: ['show', 'form'],
    },
    frozenAsOf: { kind: 'date', label: 'Dati fissati al', help: 'Il giorno dei dati visti al tavolo.', in: ['show'] },
    frozenKnownAt: {
      kind: 'instant',
      label: 'Dati fissati come noti il',
      help: 'Con questo istante le pagine tornano quelle viste al tavolo, anche se poi i dati sono stati corretti.',
      in: ['show'],
    },
    minutes: { kind: 'longText', label: 'Verbale', help: 'In Markdown.', in: ['form'] },
    cadence: { kind: 'choice', choices: cadences, label: 'Cadenza', in: [] },
    held: { kind: 'boolean', label: 'Tenuto', in: [] },
    due: { kind: 'boolean', label: 'In calendario fino alla data', in: [] },
    upcoming: { kind: 'boolean', label: 'Da tenere', in: [] },
    agendaItems: { kind: 'integer', adds: true, label: 'Punti all’ordine del giorno', in: ['list', 'show'] },
    present: { kind: 'integer', adds: true, label: 'Presenti', in: ['show'] },
    actionsGiven: { kind: 'integer', adds: true, label: 'Azioni affidate', in: ['list', 'show'] },
    ...coordinationTableFields,
  },
})
