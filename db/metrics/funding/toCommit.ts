import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const toCommit = defineMetric({
  id: 'to-commit',
  code: 'F9-I',
  label: 'Da impegnare',
  definition: 'Importi ammessi meno impegni giuridicamente vincolanti alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('toCommit') },
  by: projectDimensions,
})
