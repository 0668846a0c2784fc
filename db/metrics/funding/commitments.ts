import { defineMetric, sum } from '../../defineMetric.ts'
import { movementsResource } from '../../entities/funding/movements.ts'
import { movementDimensions, movementPerimeter } from '../../perimeters.ts'

export const commitments = defineMetric({
  id: 'commitments',
  code: 'F-I-P',
  label: 'Impegnato nel periodo',
  definition: 'Somma dei movimenti di impegno giuridicamente vincolante con effetto nel periodo, storni compresi.',
  perimeter: movementPerimeter,
  unit: 'EUR',
  noun: ['movimento', 'movimenti'],
  goodWhen: 'up',
  of: movementsResource,
  filter: { kind: 'committed' },
  date: 'effectiveOn',
  value: { kind: 'total', of: sum('amount') },
  by: movementDimensions,
})
