import { count, defineMetric } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const projectsWithoutCup = defineMetric({
  id: 'projects-without-cup',
  code: 'F0-C',
  label: 'Progetti senza CUP',
  definition: 'Progetti per cui non è registrato alcun CUP.',
  perimeter: projectPerimeter,
  unit: 'count',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { state_ne: 'revoked', hasCup: 'false' },
  value: { kind: 'total', of: count() },
  by: projectDimensions,
})
