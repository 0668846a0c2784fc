import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings, managedPerimeter } from '../../perimeters.ts'

export const dwellings = defineMetric({
  id: 'dwellings',
  code: 'P2',
  label: 'Alloggi in gestione',
  definition: 'Unità a uso abitativo in gestione alla data, escluse le alienate e le demolite.',
  perimeter: managedPerimeter,
  unit: 'count',
  noun: ['alloggio', 'alloggi'],
  goodWhen: 'neutral',
  of: unitsResource,
  filter: managedDwellings,
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'state'],
})
