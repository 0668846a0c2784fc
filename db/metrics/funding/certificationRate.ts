import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const certificationRate = defineMetric({
  id: 'certification-rate',
  code: 'F5',
  label: 'Tasso di certificazione',
  definition: 'Importi certificati sugli importi ammessi alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'ratio', numerator: sum('certified'), denominator: sum('admitted') },
  by: projectDimensions,
  benchmark: { value: 0.348, label: 'PON Metro a fine 2020: 304,3 milioni certificati su 874' },
})
