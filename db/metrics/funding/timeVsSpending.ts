import { defineMetric, sum } from '../../defineMetric.ts'
import { projectsResource } from '../../entities/funding/projects.ts'
import { projectDimensions } from '../../perimeters.ts'

export const timeVsSpending = defineMetric({
  id: 'time-vs-spending',
  code: 'F10',
  label: 'Tempo trascorso meno speso',
  definition:
    'Quota del tempo trascorso meno quota dello speso alla data, pesate sugli importi ammessi dei progetti non revocati con inizio e fine prevista.',
  perimeter: 'progetti non revocati con inizio e fine prevista',
  unit: 'ratio',
  noun: ['progetto', 'progetti'],
  goodWhen: 'down',
  of: projectsResource,
  filter: { state_ne: 'revoked', elapsed_null: 'false' },
  value: { kind: 'ratio', numerator: sum('lagAmount'), denominator: sum('admitted') },
  by: projectDimensions,
})
