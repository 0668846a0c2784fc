import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const committedAmount = defineMetric({
  id: 'committed-amount',
  code: 'F-I',
  label: 'Importo giuridicamente vincolante',
  definition: 'Somma degli impegni giuridicamente vincolanti con effetto entro la data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('committed') },
  by: projectDimensions,
})
