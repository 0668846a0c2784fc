import { expect, it } from 'vitest'
import { measuresOf } from '../../db/defineMetric.ts'
import { metrics } from '../../db/metrics/index.ts'

it.each(metrics.map((metric) => [metric.id, metric] as const))('%s sums only a field that adds up', (_, metric) => {
  for (const { sum } of measuresOf(metric)) {
    if (sum) expect(metric.of.fields[sum]).toMatchObject({ adds: true })
  }
})
