import { count, defineMetric } from '../../defineMetric.ts'
import { uogUpdatesResource } from '../../entities/territory/uogUpdates.ts'

export const staleUogs = defineMetric({
  id: 'stale-uogs',
  code: 'Q1-S',
  label: 'UOG ferme da oltre 30 giorni',
  definition: 'UOG nei cui alloggi nessun cambio di stato è registrato negli ultimi 30 giorni.',
  perimeter: 'tutte le UOG',
  unit: 'count',
  noun: ['UOG', 'UOG'],
  goodWhen: 'down',
  of: uogUpdatesResource,
  filter: { daysSinceChange_gt: '30' },
  value: { kind: 'total', of: count() },
  by: ['uogId'],
})
