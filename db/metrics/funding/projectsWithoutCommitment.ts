import { count, defineMetric } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions } from '../../perimeters.ts'

export const projectsWithoutCommitment = defineMetric({
  id: 'projects-without-commitment',
  code: 'F0-I',
  label: 'Progetti senza impegni',
  definition: 'Progetti ammessi a finanziamento e senza impegni giuridicamente vincolanti alla data.',
  perimeter: 'progetti ammessi e non revocati',
  unit: 'count',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { state_ne: 'revoked', hasAdmitted: 'true', hasCommitment: 'false' },
  value: { kind: 'total', of: count() },
  by: projectDimensions,
})
