import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const squattingRate = defineMetric({
  id: 'squatting-rate',
  code: 'O1',
  label: 'Tasso di occupazione abusiva',
  definition: 'Alloggi occupati abusivamente sugli alloggi in gestione, alla data.',
  perimeter: managedPerimeter,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: managedDwellings,
  value: { kind: 'ratio', numerator: count({ state: 'squatted' }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.0485, label: 'Aler Milano 2015–2017, Corte dei conti' },
})
