import { count, defineMetric } from '../../defineMetric.ts'
import { movementsResource } from '../../entities/funding/movements.ts'
import { movementDimensions, movementPerimeter } from '../../perimeters.ts'

export const movements = defineMetric({
  id: 'movements',
  code: 'F-M',
  label: 'Movimenti',
  definition: 'Movimenti di ogni tipo con effetto nel periodo, storni compresi.',
  perimeter: movementPerimeter,
  unit: 'count',
  noun: ['movimento', 'movimenti'],
  goodWhen: 'neutral',
  of: movementsResource,
  filter: {},
  date: 'effectiveOn',
  value: { kind: 'total', of: count() },
  by: [...movementDimensions, 'kind'],
})
