import { count, defineMetric } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const projects = defineMetric({
  id: 'projects',
  code: 'F0',
  label: 'Progetti',
  definition: 'Progetti con stato o movimenti alla data, esclusi i revocati.',
  perimeter: projectPerimeter,
  unit: 'count',
  noun: ['progetto', 'progetti'],
  goodWhen: 'neutral',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: count() },
  by: projectDimensions,
})
