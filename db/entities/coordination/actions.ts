import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf, holds } from '../../rowParts.ts'
import { meetingAndPlaceOf, meetingFields, coordinationTableFields } from '../../coordinationPlace.ts'
import { says } from '../../rules.ts'
import { actionStates } from '../../enumerations/actionStates.ts'
import { agendaItems } from './agendaItems.ts'
import { bodies } from '../territory/bodies.ts'
import { meetings } from './meetings.ts'

/** What a meeting asked somebody to do by a day. Its later states are in `action_stages`; overdue is reckoned, never written. */
export const actions = pgTable(
  'actions',
  {
    ...identity,
    meetingId: uuid('meeting_id').notNull(),
    agendaItemId: uuid('agenda_item_id').references(() => agendaItems.id),
    description: text('description').notNull(),
    responsibleBodyId: uuid('responsible_body_id')
      .notNull()
      .references(() => bodies.id),
    responsible: text('responsible'),
    givenOn: date('given_on').notNull(),
    dueOn: date('due_on').notNull(),
    ...record,
  },
  (t) => [
    index().on(t.meetingId),
    index().on(t.dueOn),
    index().on(t.responsibleBodyId),
    foreignKey({
      name: says('actions_given_at_their_meeting', {
        field: 'givenOn',
        message: 'Un’azione è affidata nel giorno del suo incontro.',
      }),
      columns: [t.meetingId, t.givenOn],
      foreignColumns: [meetings.id, meetings.day],
    }).onUpdate('cascade'),
    check(
      says('actions_due_after_given', {
        field: 'dueOn',
        message: 'La scadenza non può precedere l’incontro che affida l’azione.',
      }),
      sql`${t.dueOn} >= ${t.givenOn}`,
    ),
  ],
)

const derived = `
  select coalesce(s.state::text, 'open') as state, coalesce(s.state = 'underway', true) as open,
    case when s.state = 'closed' then s.valid_from end as closed_on`

export const actionsResource = defineResource({
  table: actions,
  from: 'actions x',
  where: `x.given_on <= ${asOf}`,
  gives: { fallenDue: `x.due_on < ${asOf}` },
  joins: {
    ...meetingAndPlaceOf,
    responsibleBody: { sql: 'left join bodies o on o.id = x.responsible_body_id', gives: { responsibleBodyName: 'o.name' } },
    agendaItem: { sql: 'left join agenda_items i on i.id = x.agenda_item_id', gives: { agendaItemTitle: 'i.title' } },
    stage: {
      sql: `left join action_stages s on s.action_id = x.id and ${holds('s')}`,
      gives: { stateSince: 's.valid_from', outcome: 's.note' },
    },
    state: {
      sql: `cross join lateral (${derived}) d`,
      needs: ['stage'],
      gives: {
        state: 'd.state',
        open: 'd.open',
        closedOn: 'd.closed_on',
        overdue: `d.open and x.due_on < ${asOf}`,
        overdueDays: `case when d.open then greatest(${asOf} - x.due_on, 0) end`,
        closedInTime: 'coalesce(d.closed_on <= x.due_on, false)',
      },
    },
  },
  sight: { with: 'meetingId' },
  label: { one: 'Azione', many: 'Azioni' },
  title: 'description',
  group: 'coordination',
  sort: 'dueOn',
  fields: {
    description: { kind: 'text', label: 'Azione', in: ['list', 'show', 'form'] },
    responsibleBodyId: { kind: 'reference', to: 'bodies', show: 'responsibleBodyName', label: 'Ente responsabile' },
    responsibleBodyName: { kind: 'text', label: 'Ente responsabile', in: [] },
    responsible: { kind: 'text', label: 'Responsabile', help: 'Per il suo incarico.', in: ['list', 'show', 'form'] },
    dueOn: { kind: 'date', label: 'Scadenza' },
    state: { kind: 'choice', choices: actionStates, label: 'Stato', in: ['list', 'show'] },
    stateSince: { kind: 'date', label: 'Nello stato dal', in: ['show'] },
    overdue: { kind: 'boolean', label: 'Scaduta', help: 'Ancora aperta dopo la sua scadenza.', in: ['list', 'show'] },
    overdueDays: { kind: 'days', label: 'Giorni oltre la scadenza', help: 'Solo se ancora aperta.', in: ['show'] },
    givenOn: { kind: 'date', latest: 'today', label: 'Affidata il', help: 'Il giorno del suo incontro.', in: ['show', 'form'] },
    closedOn: { kind: 'date', label: 'Chiusa il', in: ['show'] },
    outcome: { kind: 'text', label: 'Esito', in: ['show'] },
    open: { kind: 'boolean', label: 'Ancora aperta', help: 'Aperta o in corso.', in: [] },
    fallenDue: { kind: 'boolean', label: 'Scadenza passata', in: [] },
    closedInTime: { kind: 'boolean', label: 'Chiusa nei termini', in: ['show'] },
    agendaItemId: { kind: 'reference', to: 'agenda-items', show: 'agendaItemTitle', label: 'Punto', in: ['show', 'form'] },
    agendaItemTitle: { kind: 'text', label: 'Punto', in: [] },
    ...meetingFields,
    ...coordinationTableFields,
  },
})
