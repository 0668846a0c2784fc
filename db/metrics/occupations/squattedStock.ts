import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const squattedStock = defineMetric({
  id: 'squatted-stock',
  code: 'O2',
  label: 'Occupazioni abusive in essere',
  definition: 'Occupazioni abusive di alloggi consolidate e ancora aperte alla data, senza tentativi e flagranze.',
  perimeter: 'occupazioni abusive consolidate di alloggi; escluse quelle senza titolo',
  unit: 'count',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', inStock: 'true' },
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'ageBand', 'state', 'buildingId'],
})
