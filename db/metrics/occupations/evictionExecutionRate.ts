import { count, defineMetric } from '../../defineMetric.ts'
import { evictionsResource } from '../../entities/occupations/evictions.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const evictionExecutionRate = defineMetric({
  id: 'eviction-execution-rate',
  code: 'O4',
  label: 'Sgomberi eseguiti sui calendarizzati',
  definition: 'Sgomberi programmati eseguiti sul totale di quelli calendarizzati, per il giorno fissato.',
  perimeter: 'sgomberi programmati; esclusi quelli in flagranza',
  unit: 'ratio',
  noun: ['sgombero', 'sgomberi'],
  goodWhen: 'up',
  of: evictionsResource,
  filter: { kind: 'planned' },
  date: 'plannedOn',
  value: { kind: 'ratio', numerator: count({ executed: 'true' }), denominator: count() },
  by: [...dwellingDimensions, 'outcome'],
})
