import { count, defineMetric } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const projectsAtRisk = defineMetric({
  id: 'projects-at-risk',
  code: 'F0-R',
  label: 'Progetti a rischio',
  definition:
    'Progetti con rischio critico o da tenere d’occhio alla data, secondo impegni, tempo trascorso, speso e ultimo movimento.',
  perimeter: projectPerimeter,
  unit: 'count',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { state_ne: 'revoked', risk: ['critical', 'warning'] },
  value: { kind: 'total', of: count() },
  by: projectDimensions,
})
