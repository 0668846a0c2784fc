import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const disbursementRate = defineMetric({
  id: 'disbursement-rate',
  code: 'F3',
  label: 'Tasso di erogazione',
  definition: 'Importi erogati sugli importi ammessi alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'ratio', numerator: sum('disbursed'), denominator: sum('admitted') },
  by: projectDimensions,
})
