import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const certifiedAmount = defineMetric({
  id: 'certified-amount',
  code: 'F-C',
  label: 'Importo certificato',
  definition: 'Somma degli importi certificati con effetto entro la data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('certified') },
  by: projectDimensions,
})
