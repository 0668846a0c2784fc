import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const realisationRate = defineMetric({
  id: 'realisation-rate',
  code: 'F4',
  label: 'Realizzazione finanziaria',
  definition: 'Importi erogati sugli impegni giuridicamente vincolanti alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'ratio', numerator: sum('disbursed'), denominator: sum('committed') },
  by: projectDimensions,
})
