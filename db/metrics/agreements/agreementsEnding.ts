import { count, defineMetric } from '../../defineMetric.ts'
import { agreementsResource } from '../../entities/agreements/agreements.ts'
import { agreementDimensions } from '../../perimeters.ts'

export const agreementsEnding = defineMetric({
  id: 'agreements-ending',
  code: 'A1',
  label: 'Accordi in scadenza',
  definition: 'Accordi vigenti alla data con l’ultimo giorno entro i 12 mesi seguenti.',
  perimeter: 'accordi vigenti che hanno un termine',
  unit: 'count',
  noun: ['accordo', 'accordi'],
  goodWhen: 'neutral',
  of: agreementsResource,
  filter: { endingSoon: 'true' },
  value: { kind: 'total', of: count() },
  by: agreementDimensions,
})
