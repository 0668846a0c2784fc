import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { helpDeskAction, helpDeskActions } from '../../enumerations/helpDeskStates.ts'

/** The catalogues of the two actions: that of the nine desks, and the four parts of the metropolitan one. */
export const serviceGroups = {
  milano: 'Attività dei nove sportelli',
  ownServices: '(a) Servizi di Comuni Insieme',
  housingAgency: '(b) Agenzia C.A.S.A.',
  controlledRent: '(c) Canone concordato con Milano Abitare',
  welfareFoundation: '(d) Fondazione Welfare Ambrosiano',
} as const
export const serviceGroup = choiceEnum('desk_service_group', serviceGroups)

export const deskServices = pgTable(
  'desk_services',
  {
    ...identity,
    action: helpDeskAction('action').notNull(),
    group: serviceGroup('group').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    offeredBy: text('offered_by').notNull(),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique(says('desk_services_one_per_name', { field: 'name', message: 'Il servizio è già nel catalogo di questa azione.' })).on(
      t.action,
      t.name,
    ),
    unique(
      says('desk_services_one_per_position', {
        field: 'position',
        message: 'Il posto è già occupato nel catalogo di questa azione.',
      }),
    ).on(t.action, t.position),
    check(
      says('desk_services_position_positive', { field: 'position', message: 'L’ordine parte da 1.' }),
      sql`${t.position} > 0`,
    ),
  ],
)

export const deskServicesResource = defineResource({
  table: deskServices,
  from: 'desk_services v',
  sight: 'everybody',
  label: { one: 'Servizio degli sportelli', many: 'Catalogo dei servizi' },
  title: 'shortName',
  group: 'helpDesks',
  sort: 'position',
  fields: {
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione' },
    group: { kind: 'choice', choices: serviceGroups, label: 'Gruppo' },
    position: { kind: 'integer', label: 'Ordine', help: 'Posto nel catalogo dell’azione.' },
    shortName: {
      kind: 'text',
      label: 'Servizio',
      help: 'Nome breve, per tabelle e grafici.',
      in: ['list', 'show', 'form'],
    },
    name: { kind: 'longText', label: 'Descrizione', in: ['list', 'show', 'form'] },
    offeredBy: { kind: 'text', label: 'Offerto da', in: ['list', 'show', 'form'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
