import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const admittedAmount = defineMetric({
  id: 'admitted-amount',
  code: 'F-A',
  label: 'Importo ammesso',
  definition: 'Somma degli importi ammessi a finanziamento con effetto entro la data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'neutral',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('admitted') },
  by: projectDimensions,
})
