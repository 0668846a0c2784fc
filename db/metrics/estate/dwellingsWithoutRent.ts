import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const dwellingsWithoutRent = defineMetric({
  id: 'dwellings-without-rent',
  code: 'Q1-R',
  label: 'Alloggi senza canone teorico',
  definition: 'Alloggi in gestione di cui non si conosce il canone teorico.',
  perimeter: managedPerimeter,
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { ...managedDwellings, theoreticalRent_null: 'true' },
  value: { kind: 'total', of: count() },
  by: dwellingDimensions,
})
