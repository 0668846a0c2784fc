import { defineMetric, sum } from '../../defineMetric.ts'
import { movementsResource } from '../../entities/funding/movements.ts'
import { movementDimensions, movementPerimeter } from '../../perimeters.ts'

export const disbursements = defineMetric({
  id: 'disbursements',
  code: 'F-E-P',
  label: 'Erogato nel periodo',
  definition: 'Somma dei movimenti di erogazione con effetto nel periodo, storni compresi.',
  perimeter: movementPerimeter,
  unit: 'EUR',
  noun: ['movimento', 'movimenti'],
  goodWhen: 'up',
  of: movementsResource,
  filter: { kind: 'disbursed' },
  date: 'effectiveOn',
  value: { kind: 'total', of: sum('amount') },
  by: movementDimensions,
})
