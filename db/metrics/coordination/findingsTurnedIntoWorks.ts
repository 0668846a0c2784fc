import { count, defineMetric } from '../../defineMetric.ts'
import { findingsResource } from '../../entities/coordination/findings.ts'
import { inspectionDimensions } from '../../perimeters.ts'

export const findingsTurnedIntoWorks = defineMetric({
  id: 'findings-turned-into-works',
  code: 'T4-I',
  label: 'Rilievi diventati interventi',
  definition:
    'Rilievi la cui priorità è entrata in un programma come intervento, sui rilievi dei sopralluoghi congiunti, per data del sopralluogo.',
  perimeter: 'rilievi dei sopralluoghi congiunti',
  unit: 'ratio',
  noun: ['rilievo', 'rilievi'],
  goodWhen: 'up',
  of: findingsResource,
  filter: { joint: 'true' },
  date: 'inspectedOn',
  value: { kind: 'ratio', numerator: count({ turnedIntoWork: 'true' }), denominator: count() },
  by: [...inspectionDimensions, 'category', 'gravity'],
})
