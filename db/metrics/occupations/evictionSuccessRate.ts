import { count, defineMetric } from '../../defineMetric.ts'
import { evictionsResource } from '../../entities/occupations/evictions.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const evictionSuccessRate = defineMetric({
  id: 'eviction-success-rate',
  code: 'O4-E',
  label: 'Sgomberi riusciti sugli eseguiti',
  definition: 'Sgomberi programmati riusciti sul totale di quelli eseguiti, per data di esecuzione.',
  perimeter: 'sgomberi programmati ed eseguiti',
  unit: 'ratio',
  noun: ['sgombero', 'sgomberi'],
  goodWhen: 'up',
  of: evictionsResource,
  filter: { kind: 'planned', executed: 'true' },
  date: 'executedOn',
  value: { kind: 'ratio', numerator: count({ successful: 'true' }), denominator: count() },
  by: dwellingDimensions,
  benchmark: { value: 0.96, label: 'Milano 2019: 401 sgomberi programmati' },
})
