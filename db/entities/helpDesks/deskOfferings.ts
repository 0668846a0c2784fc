import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { holds } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { bodies } from '../territory/bodies.ts'
import { deskServices, serviceGroups } from './deskServices.ts'
import { helpDesks, servedComuni } from './helpDesks.ts'
import { helpDeskActions, helpDeskStates } from '../../enumerations/helpDeskStates.ts'

/** A service that a desk offers, and by which body. */
export const deskOfferings = pgTable(
  'desk_offerings',
  {
    ...identity,
    helpDeskId: uuid('help_desk_id')
      .notNull()
      .references(() => helpDesks.id),
    deskServiceId: uuid('desk_service_id')
      .notNull()
      .references(() => deskServices.id),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    ...record,
  },
  (t) => [
    unique(says('desk_offerings_once', { field: 'deskServiceId', message: 'Lo sportello offre già questo servizio.' })).on(
      t.helpDeskId,
      t.deskServiceId,
    ),
    index().on(t.deskServiceId),
    index().on(t.bodyId),
  ],
)

export const deskOfferingsResource = defineResource({
  table: deskOfferings,
  from: 'desk_offerings o',
  joins: {
    body: { sql: 'left join bodies y on y.id = o.body_id', gives: { bodyName: 'y.name' } },
    helpDesk: { sql: 'left join help_desks d on d.id = o.help_desk_id', gives: { helpDeskName: 'd.name', action: 'd.action' } },
    stage: {
      sql: `left join help_desk_stages s on s.help_desk_id = o.help_desk_id and ${holds('s')}`,
      gives: { helpDeskState: 's.state' },
    },
    served: { sql: `cross join lateral (${servedComuni}) a`, needs: ['helpDesk'], gives: { comuneIds: 'a.comune_ids' } },
    service: {
      sql: 'left join desk_services v on v.id = o.desk_service_id',
      gives: { serviceName: 'v.short_name', serviceGroup: 'v."group"', position: 'v.position' },
    },
  },
  sight: 'everybody',
  label: { one: 'Servizio offerto', many: 'Servizi offerti dagli sportelli' },
  title: 'serviceName',
  group: 'helpDesks',
  sort: 'position',
  fields: {
    helpDeskId: { kind: 'reference', to: 'help-desks', show: 'helpDeskName', label: 'Sportello' },
    helpDeskName: { kind: 'text', label: 'Sportello', in: [] },
    deskServiceId: { kind: 'reference', to: 'desk-services', show: 'serviceName', label: 'Servizio' },
    serviceName: { kind: 'text', label: 'Servizio', in: [] },
    serviceGroup: { kind: 'choice', choices: serviceGroups, label: 'Gruppo', in: ['list', 'show'] },
    bodyId: { kind: 'reference', to: 'bodies', show: 'bodyName', label: 'Ente che lo offre' },
    bodyName: { kind: 'text', label: 'Ente che lo offre', in: [] },
    position: { kind: 'integer', label: 'Ordine', in: ['show'] },
    helpDeskState: { kind: 'choice', choices: helpDeskStates, label: 'Stato dello sportello', in: ['show'] },
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione', in: ['show'] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni serviti', in: [] },
  },
})
