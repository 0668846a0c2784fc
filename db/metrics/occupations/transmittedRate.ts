import { count, defineMetric } from '../../defineMetric.ts'
import { occupationsResource } from '../../entities/occupations/occupations.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const transmittedRate = defineMetric({
  id: 'transmitted-rate',
  code: 'O13',
  label: 'Trasmesse alla banca dati regionale',
  definition: 'Occupazioni in essere trasmesse alla banca dati regionale sul totale di quelle in essere, alla data.',
  perimeter: 'occupazioni abusive consolidate e aperte',
  unit: 'ratio',
  noun: ['occupazione', 'occupazioni'],
  goodWhen: 'up',
  of: occupationsResource,
  filter: { use: 'dwelling', kind: 'squatted', inStock: 'true' },
  value: { kind: 'ratio', numerator: count({ transmitted: 'true' }), denominator: count() },
  by: dwellingDimensions,
})
