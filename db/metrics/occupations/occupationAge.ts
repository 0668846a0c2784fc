import { defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const occupationAge = defineMetric({
  id: 'occupation-age',
  code: 'O8',
  label: 'Età delle occupazioni',
  definition: 'Giorni dalla rilevazione delle occupazioni abusive di alloggi consolidate e ancora aperte, alla data.',
  perimeter: 'occupazioni abusive consolidate di alloggi; escluse quelle senza titolo',
  unit: 'days',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'down',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', inStock: 'true' },
  value: { kind: 'duration', of: 'days' },
  by: [...dwellingDimensions, 'ageBand'],
})
