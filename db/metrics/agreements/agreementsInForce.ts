import { count, defineMetric } from '../../defineMetric.ts'
import { agreementsResource } from '../../entities/agreements/agreements.ts'
import { agreementDimensions } from '../../perimeters.ts'

export const agreementsInForce = defineMetric({
  id: 'agreements-in-force',
  code: 'A0',
  label: 'Accordi vigenti',
  definition: 'Accordi firmati e decorsi, non scaduti né sostituiti alla data.',
  perimeter: 'accordi firmati, con o senza termine',
  unit: 'count',
  noun: ['accordo', 'accordi'],
  goodWhen: 'neutral',
  of: agreementsResource,
  filter: { state: 'inForce' },
  value: { kind: 'total', of: count() },
  by: agreementDimensions,
})
