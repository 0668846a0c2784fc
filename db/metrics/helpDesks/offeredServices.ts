import { count, defineMetric } from '../../defineMetric.ts'
import { deskOfferingsResource } from '../../entities/helpDesks/deskOfferings.ts'

export const offeredServices = defineMetric({
  id: 'offered-services',
  code: 'SP2-S',
  label: 'Servizi offerti',
  definition: 'Servizi del catalogo offerti dagli sportelli: uno per servizio e sportello.',
  perimeter: 'sportelli previsti, attivi e sospesi',
  unit: 'count',
  noun: ['servizio', 'servizi'],
  goodWhen: 'up',
  of: deskOfferingsResource,
  filter: { helpDeskState: ['planned', 'active', 'suspended'] },
  value: { kind: 'total', of: count() },
  by: ['helpDeskId', 'deskServiceId', 'serviceGroup', 'bodyId', 'action'],
})
