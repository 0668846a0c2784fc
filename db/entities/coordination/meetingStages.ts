import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { meetingFields, meetingOf } from '../../coordinationPlace.ts'
import { says } from '../../rules.ts'
import { meetingOutcome, meetingOutcomes } from '../../enumerations/meetingStates.ts'
import { meetings } from './meetings.ts'

/**
 * The state of a meeting, by period; before the first it is convened. From the day it is held on it keeps the pair of
 * moments at which the table saw its figures.
 */
export const meetingStages = pgTable(
  'meeting_stages',
  {
    ...identity,
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    state: meetingOutcome('state').notNull(),
    ...span,
    heldOn: date('held_on'),
    frozenAsOf: date('frozen_as_of'),
    frozenKnownAt: timestamp('frozen_known_at', { withTimezone: true, mode: 'string' }),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.meetingId, t.validTo),
    foreignKey({
      name: says('meeting_stages_held_on_its_day', {
        field: 'day',
        message: 'Un incontro già svolto non si sposta né si elimina.',
        ofTheReferred: true,
      }),
      columns: [t.meetingId, t.heldOn],
      foreignColumns: [meetings.id, meetings.day],
    }),
    check(
      says('meeting_stages_frozen_when_held', {
        field: 'frozenAsOf',
        message: 'Un incontro svolto conserva i momenti dei suoi dati.',
      }),
      sql`(${t.state} <> 'cancelled') = (num_nonnulls(${t.heldOn}, ${t.frozenAsOf}, ${t.frozenKnownAt}) = 3)`,
    ),
  ],
)

export const meetingStagesResource = defineResource({
  table: meetingStages,
  span: { subject: 'meetingId', from: 'validFrom', to: 'validTo' },
  from: 'meeting_stages x',
  joins: meetingOf,
  sight: { with: 'meetingId' },
  label: { one: 'Fase di incontro', many: 'Fasi degli incontri' },
  title: 'meetingName',
  group: 'coordination',
  sort: '-validFrom',
  readOnly: true,
  fields: {
    ...meetingFields,
    state: { kind: 'choice', choices: meetingOutcomes, label: 'Stato' },
    validFrom: { kind: 'date', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    heldOn: { kind: 'date', label: 'Svolto il', help: 'Il giorno per cui era convocato: da allora l’incontro non si sposta.' },
    frozenAsOf: { kind: 'date', label: 'Dati fissati al' },
    frozenKnownAt: { kind: 'instant', label: 'Dati fissati come noti il' },
    note: { kind: 'longText', label: 'Nota', in: ['show'] },
  },
})
