import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const programmedAmount = defineMetric({
  id: 'programmed-amount',
  code: 'F-P',
  label: 'Importo programmato',
  definition: 'Somma degli importi programmati con effetto entro la data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'neutral',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('programmed') },
  by: projectDimensions,
})
