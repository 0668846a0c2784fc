import { count, defineMetric } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const projectsPastEnd = defineMetric({
  id: 'projects-past-end',
  code: 'Q1-E',
  label: 'Progetti oltre la fine prevista',
  definition: 'Progetti né liquidati né conclusi la cui fine prevista è passata alla data.',
  perimeter: projectPerimeter,
  unit: 'count',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { pastEnd: 'true' },
  value: { kind: 'total', of: count() },
  by: projectDimensions,
})
