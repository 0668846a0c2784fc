import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const commitmentRate = defineMetric({
  id: 'commitment-rate',
  code: 'F2',
  label: 'Tasso di impegno',
  definition: 'Impegni giuridicamente vincolanti sugli importi ammessi alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'ratio', numerator: sum('committed'), denominator: sum('admitted') },
  by: projectDimensions,
})
