import { count, defineMetric } from '../../defineMetric.ts'
import { findingsResource } from '../../entities/coordination/findings.ts'
import { inspectionDimensions } from '../../perimeters.ts'

export const findingsMade = defineMetric({
  id: 'findings-made',
  code: 'T4-R',
  label: 'Rilievi',
  definition: 'Rilievi di tutti i sopralluoghi, per data del sopralluogo.',
  perimeter: 'rilievi di sopralluoghi congiunti e non',
  unit: 'count',
  noun: ['rilievo', 'rilievi'],
  goodWhen: 'neutral',
  of: findingsResource,
  filter: {},
  date: 'inspectedOn',
  value: { kind: 'total', of: count() },
  by: [...inspectionDimensions, 'category', 'gravity', 'turnedIntoWork'],
})
