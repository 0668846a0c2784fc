import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { deskOfferings } from './deskOfferings.ts'
import { deskServices, serviceGroups } from './deskServices.ts'
import { helpDesks, servedComuni } from './helpDesks.ts'
import { helpDeskActions } from '../../enumerations/helpDeskStates.ts'

/** How many people came to a desk for a service in a month: a count, and nothing of who they were. */
export const deskCounts = pgTable(
  'desk_counts',
  {
    ...identity,
    helpDeskId: uuid('help_desk_id')
      .notNull()
      .references(() => helpDesks.id),
    deskServiceId: uuid('desk_service_id')
      .notNull()
      .references(() => deskServices.id),
    month: date('month').notNull(),
    accesses: integer('accesses').notNull(),
    ...record,
  },
  (t) => [
    unique(
      says('desk_counts_one_per_month', {
        field: 'month',
        message: 'Il mese è già registrato per questo sportello e questo servizio: correggere il conteggio che c’è.',
      }),
    ).on(t.helpDeskId, t.deskServiceId, t.month),
    index().on(t.month),
    index().on(t.deskServiceId),
    foreignKey({
      name: says('desk_counts_of_an_offered_service', {
        field: 'deskServiceId',
        message: 'Lo sportello non offre questo servizio: aggiungerlo prima a quelli offerti.',
      }),
      columns: [t.helpDeskId, t.deskServiceId],
      foreignColumns: [deskOfferings.helpDeskId, deskOfferings.deskServiceId],
    }),
    check(
      says('desk_counts_month_is_its_first_day', { field: 'month', message: 'Il mese si indica con il suo primo giorno.' }),
      sql`extract(day from ${t.month}) = 1`,
    ),
    check(
      says('desk_counts_accesses_plausible', { field: 'accesses', message: 'Gli accessi di un mese vanno da 0 a 100.000.' }),
      sql`${t.accesses} between 0 and 100000`,
    ),
  ],
)

// Kept by a trigger: a check does not see when the desk opened.
says('desk_counts_after_opening', { field: 'month', message: 'In quel mese lo sportello non era ancora aperto.' })

export const deskCountsResource = defineResource({
  table: deskCounts,
  from: 'desk_counts n',
  where: `n.month <= ${asOf}`,
  joins: {
    helpDesk: { sql: 'left join help_desks d on d.id = n.help_desk_id', gives: { helpDeskName: 'd.name', action: 'd.action' } },
    served: { sql: `cross join lateral (${servedComuni}) a`, needs: ['helpDesk'], gives: { comuneIds: 'a.comune_ids' } },
    service: {
      sql: 'left join desk_services v on v.id = n.desk_service_id',
      gives: { serviceName: 'v.short_name', serviceGroup: 'v."group"' },
    },
  },
  sight: 'everybody',
  label: { one: 'Conteggio mensile', many: 'Conteggi mensili degli sportelli' },
  title: 'helpDeskName',
  group: 'helpDesks',
  sort: '-month',
  fields: {
    month: { kind: 'date', latest: 'today', label: 'Mese', help: 'Il primo giorno del mese.' },
    helpDeskId: { kind: 'reference', to: 'help-desks', show: 'helpDeskName', label: 'Sportello' },
    helpDeskName: { kind: 'text', label: 'Sportello', in: [] },
    deskServiceId: { kind: 'reference', to: 'desk-services', show: 'serviceName', label: 'Servizio' },
    serviceName: { kind: 'text', label: 'Servizio', in: [] },
    serviceGroup: { kind: 'choice', choices: serviceGroups, label: 'Gruppo', in: ['show'] },
    accesses: { kind: 'integer', adds: true, label: 'Accessi' },
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione', in: ['show'] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni serviti', in: [] },
  },
})
