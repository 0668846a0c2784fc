import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions } from '../../perimeters.ts'

export const spendingVsExpected = defineMetric({
  id: 'spending-vs-expected',
  code: 'F6',
  label: 'Spesa rispetto all’attesa',
  definition:
    'Importi erogati su quanto sarebbe speso alla data se la spesa fosse lineare tra inizio e fine prevista, dei progetti non revocati con entrambe le date.',
  perimeter: 'progetti non revocati con inizio e fine prevista',
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'up',
  of: projectsResource,
  filter: { state_ne: 'revoked', elapsed_null: 'false' },
  value: { kind: 'ratio', numerator: sum('disbursed'), denominator: sum('expectedAmount') },
  by: projectDimensions,
})
