import { count, defineMetric } from '../../defineMetric.ts'
import { allocationsResource } from '../../entities/allocation/allocations.ts'
import { allocationDimensions } from '../../perimeters.ts'

export const refusalRate = defineMetric({
  id: 'refusal-rate',
  code: 'V12-R',
  label: 'Proposte rifiutate',
  definition: 'Proposte rifiutate sulle proposte con risposta, per giorno della risposta.',
  perimeter: 'proposte con risposta; le rinunce dopo l’accettazione contano come risposte',
  unit: 'ratio',
  noun: ['proposta', 'proposte'],
  goodWhen: 'down',
  filter: { answered: 'true' },
  date: 'answeredOn',
  value: { kind: 'ratio', numerator: count({ outcome: 'refused' }), denominator: count() },
  of: allocationsResource,
  by: allocationDimensions,
})
