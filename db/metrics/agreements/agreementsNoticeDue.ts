import { count, defineMetric } from '../../defineMetric.ts'
import { agreementsResource } from '../../entities/agreements/agreements.ts'
import { agreementDimensions } from '../../perimeters.ts'

export const agreementsNoticeDue = defineMetric({
  id: 'agreements-notice-due',
  code: 'A1-D',
  label: 'Disdette da decidere',
  definition: 'Accordi vigenti alla data con l’ultimo giorno utile per la disdetta entro i 6 mesi seguenti.',
  perimeter: 'accordi vigenti che hanno un termine e un preavviso',
  unit: 'count',
  noun: ['accordo', 'accordi'],
  goodWhen: 'neutral',
  of: agreementsResource,
  filter: { noticeDue: 'true' },
  value: { kind: 'total', of: count() },
  by: agreementDimensions,
})
