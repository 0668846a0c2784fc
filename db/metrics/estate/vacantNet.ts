import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, netPerimeter, outOfCycleReasons } from '../../perimeters.ts'

export const vacantNet = defineMetric({
  id: 'vacant-net',
  code: 'V3-N',
  label: 'Alloggi sfitti (netto)',
  definition: 'Alloggi in gestione sfitti alla data, esclusi quelli fuori dal ciclo della locazione.',
  perimeter: netPerimeter,
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'down',
  of: unitsResource,
  filter: { use: 'dwelling', state: 'vacant', vacancyReason_ne: outOfCycleReasons },
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'vacancyReason', 'vacancyGroup'],
})
