import { count, defineMetric } from '../../defineMetric.ts'
import { prioritiesResource } from '../../entities/coordination/priorities.ts'
import { inspectionDimensions } from '../../perimeters.ts'

export const prioritiesServed = defineMetric({
  id: 'priorities-served',
  code: 'R9',
  label: 'Priorità evase',
  definition: 'Priorità dei sopralluoghi entrate in un programma sulle priorità segnalate, per giorno della segnalazione.',
  perimeter: 'priorità nate dai rilievi',
  unit: 'ratio',
  noun: ['priorità', 'priorità'],
  goodWhen: 'up',
  of: prioritiesResource,
  filter: {},
  date: 'raisedOn',
  value: { kind: 'ratio', numerator: count({ programmed: 'true' }), denominator: count() },
  by: [...inspectionDimensions, 'state'],
})
