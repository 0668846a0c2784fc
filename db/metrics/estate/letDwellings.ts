import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedPerimeter } from '../../perimeters.ts'

export const letDwellings = defineMetric({
  id: 'let-dwellings',
  code: 'P3',
  label: 'Alloggi occupati con titolo',
  definition: 'Alloggi in gestione occupati con titolo alla data.',
  perimeter: managedPerimeter,
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'up',
  of: unitsResource,
  filter: { use: 'dwelling', state: 'let' },
  value: { kind: 'total', of: count() },
  by: dwellingDimensions,
})
