import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions, projectPerimeter } from '../../perimeters.ts'

export const toPay = defineMetric({
  id: 'to-pay',
  code: 'F9',
  label: 'Da pagare',
  definition: 'Impegni giuridicamente vincolanti meno importi erogati alla data, dei progetti non revocati.',
  perimeter: projectPerimeter,
  unit: 'EUR',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { state_ne: 'revoked' },
  value: { kind: 'total', of: sum('toPay') },
  by: projectDimensions,
})
