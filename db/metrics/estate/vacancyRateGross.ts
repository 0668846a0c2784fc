import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const vacancyRateGross = defineMetric({
  id: 'vacancy-rate-gross',
  code: 'V1',
  label: 'Tasso di sfitto lordo',
  definition: 'Alloggi sfitti per qualunque motivo sugli alloggi in gestione, alla data.',
  perimeter: managedPerimeter,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: managedDwellings,
  value: { kind: 'ratio', numerator: count({ state: 'vacant' }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.2, label: 'Lombardia 2024: circa un alloggio su cinque' },
})
