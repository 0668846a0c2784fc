import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { asOf } from '../rowParts.ts'
import { deskOfferings } from './deskOfferings.ts'
import { deskServices, serviceGroups } from './deskServices.ts'
import { helpDesks, servedComuni } from './helpDesks.ts'
import { helpDeskActions } from './helpDeskStates.ts'

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
    unique('desk_counts_one_per_month').on(t.helpDeskId, t.deskServiceId, t.month),
    index().on(t.month),
    index().on(t.deskServiceId),
    foreignKey({
      name: 'desk_counts_of_an_offered_service',
      columns: [t.helpDeskId, t.deskServiceId],
      foreignColumns: [deskOfferings.helpDeskId, deskOfferings.deskServiceId],
    }),
    check('desk_counts_month_is_its_first_day', sql`extract(day from ${t.month}) = 1`),
    check('desk_counts_accesses_plausible', sql`${t.accesses} between 0 and 100000`),
  ],
)

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
  label: { one: 'Conteggio mensile', many: 'Conteggi mensili degli sportelli' },
  title: 'helpDeskName',
  group: 'helpDesks',
  sort: '-month',
  fields: {
    month: { kind: 'date', label: 'Mese', help: 'Il primo giorno del mese.' },
    helpDeskId: { kind: 'reference', to: 'help-desks', show: 'helpDeskName', label: 'Sportello' },
    helpDeskName: { kind: 'text', label: 'Sportello', in: ['search'] },
    deskServiceId: { kind: 'reference', to: 'desk-services', show: 'serviceName', label: 'Servizio' },
    serviceName: { kind: 'text', label: 'Servizio', in: ['search'] },
    serviceGroup: { kind: 'choice', choices: serviceGroups, label: 'Gruppo', in: ['show'] },
    accesses: { kind: 'integer', label: 'Accessi' },
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione', in: ['show'] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni serviti', in: [] },
  },
})
