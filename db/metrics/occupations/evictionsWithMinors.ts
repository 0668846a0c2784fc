import { count, defineMetric } from '../../defineMetric.ts'
import { evictionsResource } from '../../entities/occupations/evictions.ts'

export const evictionsWithMinors = defineMetric({
  id: 'evictions-with-minors',
  code: 'O11-N',
  label: 'Sgomberi con minori presenti',
  definition: 'Sgomberi eseguiti con minori presenti, per data di esecuzione.',
  perimeter: 'sgomberi eseguiti in flagranza e programmati',
  unit: 'count',
  noun: ['sgombero', 'sgomberi'],
  goodWhen: 'neutral',
  of: evictionsResource,
  filter: { executed: 'true', minorsPresent: 'true' },
  date: 'executedOn',
  value: { kind: 'total', of: count() },
  by: ['uogId', 'comuneId', 'owner', 'kind', 'shelter'],
})
