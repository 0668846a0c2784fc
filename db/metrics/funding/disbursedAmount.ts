import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const disbursedAmount = defineMetric({
  id: 'disbursed-amount',
  code: 'F-E',
  label: 'Importo erogato',
  definition: 'Somma degli importi erogati con effetto entro la data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('disbursed') },
  by: projectDimensions,
})
