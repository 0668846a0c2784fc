import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const admissionRate = defineMetric({
  id: 'admission-rate',
  code: 'F1',
  label: 'Tasso di ammissione',
  definition: 'Importi ammessi a finanziamento sugli importi programmati alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'ratio', numerator: sum('admitted'), denominator: sum('programmed') },
  by: projectDimensions,
})
