import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, netPerimeter, outOfCycleReasons } from '../../perimeters.ts'

export const vacancyRateNet = defineMetric({
  id: 'vacancy-rate-net',
  code: 'V2',
  label: 'Tasso di sfitto netto',
  definition: 'Alloggi sfitti sugli alloggi in gestione alla data, tolti da entrambi gli sfitti fuori dal ciclo della locazione.',
  perimeter: netPerimeter,
  unit: 'ratio',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { ...managedDwellings, vacancyReason_ne: outOfCycleReasons },
  value: { kind: 'ratio', numerator: count({ state: 'vacant' }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.112, label: 'Aler Milano al 31/12/2022: 6.314 su 56.191, senza vendite e demolizioni' },
})
