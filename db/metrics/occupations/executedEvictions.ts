import { count, defineMetric } from '../../defineMetric.ts'
import { evictionsResource } from '../../entities/occupations/evictions.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const executedEvictions = defineMetric({
  id: 'executed-evictions',
  code: 'O4-N',
  label: 'Sgomberi eseguiti',
  definition: 'Sgomberi eseguiti nel periodo, programmati o in flagranza, per data di esecuzione.',
  perimeter: 'sgomberi programmati e in flagranza',
  unit: 'count',
  noun: ['sgombero', 'sgomberi'],
  goodWhen: 'neutral',
  of: evictionsResource,
  filter: { executed: 'true' },
  date: 'executedOn',
  value: { kind: 'total', of: count() },
  by: [...dwellingDimensions, 'kind', 'outcome'],
})
