import { expect, test } from 'vitest'
import { measuresOf } from '../../db/defineMetric.ts'
import { metrics } from '../../db/metrics/index.ts'

test('a figure sums only fields that add up', () => {
  const summed = metrics.flatMap((metric) => measuresOf(metric).flatMap(({ sum }) => (sum ? [{ metric, sum }] : [])))
  const wrong = summed.filter(({ metric, sum }) => !('adds' in (metric.of.fields[sum] ?? {})))
  expect(wrong.map(({ metric, sum }) => `${metric.id}: ${sum}`)).toEqual([])
  expect(summed.length).toBeGreaterThan(20)
})
