import { count, defineMetric } from '../../defineMetric.ts'
import { unitsResource } from '../../entities/estate/units.ts'
import { dwellingDimensions, managedDwellings } from '../../perimeters.ts'

export const units = defineMetric({
  id: 'units',
  code: 'P1',
  label: 'Unità immobiliari',
  definition: 'Unità immobiliari di ogni destinazione in gestione alla data, escluse le alienate e le demolite.',
  perimeter: 'unità di ogni destinazione, né alienate né demolite',
  unit: 'count',
  noun: ['unità', 'unità'],
  goodWhen: 'neutral',
  of: unitsResource,
  filter: { state: managedDwellings.state },
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'use', 'state'],
})
