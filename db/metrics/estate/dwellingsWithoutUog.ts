import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const dwellingsWithoutUog = defineMetric({
  id: 'dwellings-without-uog',
  code: 'Q1-U',
  label: 'Alloggi senza UOG',
  definition: 'Alloggi in gestione il cui edificio non appartiene ad alcuna UOG alla data.',
  perimeter: managedPerimeter,
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { ...managedDwellings, uogId_null: 'true' },
  value: { kind: 'total', of: count() },
  by: dwellingDimensions,
})
