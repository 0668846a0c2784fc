import { defineMetric, sum } from '../../defineMetric.ts'
import { movementsResource } from '../../entities/funding/movements.ts'
import { movementDimensions, movementPerimeter } from '../../perimeters.ts'

export const admissions = defineMetric({
  id: 'admissions',
  code: 'F-A-P',
  label: 'Ammesso nel periodo',
  definition: 'Somma dei movimenti di ammissione a finanziamento con effetto nel periodo, storni compresi.',
  perimeter: movementPerimeter,
  unit: 'EUR',
  noun: ['movimento', 'movimenti'],
  goodWhen: 'neutral',
  of: movementsResource,
  filter: { kind: 'admitted' },
  date: 'effectiveOn',
  value: { kind: 'total', of: sum('amount') },
  by: movementDimensions,
})
