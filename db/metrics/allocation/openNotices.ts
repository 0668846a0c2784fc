import { count, defineMetric } from '../../defineMetric.ts'
import { noticesResource } from '../../entities/allocation/notices.ts'

export const openNotices = defineMetric({
  id: 'open-notices',
  code: 'V13-A',
  label: 'Avvisi aperti',
  definition: 'Avvisi che alla data raccolgono domande.',
  perimeter: 'avvisi di tutti gli ambiti',
  unit: 'count',
  noun: ['avviso', 'avvisi'],
  goodWhen: 'neutral',
  of: noticesResource,
  filter: { state: 'open' },
  value: { kind: 'total', of: count() },
  by: ['ambitoId', 'kind'],
})
