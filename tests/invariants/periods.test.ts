import { beforeAll, describe, expect, it } from 'vitest'
import { periodsOf } from '../../db/calendar.ts'
import type { Metric } from '../../db/defineMetric.ts'
import { agency, type Agency, type Answer, flows, named, type Part, type Point, stocks, thatDay } from './agency.ts'
import { added, exact, ratioOf, told } from './sums.ts'

let all: Agency

beforeAll(async () => {
  all = await agency()
})

const { asOf, from, to } = thatDay
/** The day on which the clocks go back. */
const middle = '2025-10-26'

/** What can be added up of a figure: its total, or both sides of its ratio, or how many rows it was taken over. */
function addable({ value }: Metric, figures: readonly (Answer | Part | Point)[]) {
  if (value.kind === 'total') return [told(added(figures.map((one) => one.value)))]
  if (value.kind === 'duration') return [figures.reduce((sum, { n = 0 }) => sum + n, 0)]
  return [told(added(figures.map((one) => one.numerator))), told(added(figures.map((one) => one.denominator)))]
}

describe('two parts of a period make the whole', () => {
  it.each(flows)('%s', async (id, metric) => {
    const whole = await all.figure(id, thatDay)
    const halves = [await all.figure(id, { asOf, from, to: middle }), await all.figure(id, { asOf, from: middle, to })]
    expect(addable(metric, halves)).toEqual(addable(metric, [whole]))
  })
})

describe('the months of a period make the whole', () => {
  it.each(flows)('%s, every month there, each with its rows', async (id, metric) => {
    const months = await all.series(id, { ...thatDay, grain: 'month' })
    expect(months.map(({ period }) => period)).toEqual(periodsOf('month', from, to).map(({ key }) => key))
    expect(addable(metric, months)).toEqual(addable(metric, [await all.figure(id, thatDay)]))
    for (const month of months) await expectCounted(metric, month)
  })

  it.each(flows)('%s, also cut in the middle of a month, by quarter or by year', async (id, metric) => {
    const grain = flows.findIndex(([one]) => one === id) % 2 ? 'quarter' : 'year'
    const period = { asOf, from: '2024-02-29', to: '2026-03-16' }
    const points = await all.series(id, { ...period, grain })
    expect(points).toHaveLength(grain === 'quarter' ? 9 : 3)
    expect([grain, addable(metric, points)]).toEqual([grain, addable(metric, [await all.figure(id, period)])])
  })

  it.each(flows)('%s, along a dimension', async (id, metric) => {
    const dimension = metric.by[0] as string
    const whole = await all.parts(id, dimension, thatDay)
    const halves = [
      ...(await all.parts(id, dimension, { asOf, from, to: middle })),
      ...(await all.parts(id, dimension, { asOf, from: middle, to })),
    ]
    const keys = new Set([...whole, ...halves].map(({ key }) => key))
    for (const key of keys) {
      const of = (parts: Part[]) =>
        addable(
          metric,
          parts.filter((part) => part.key === key),
        )
      expect([key, of(halves)]).toEqual([key, of(whole)])
    }
  })
})

async function expectCounted(metric: Metric, point: Point) {
  const rows = await all.rows(point.rows)
  if (metric.value.kind === 'duration') return expect([point.rows, point.n]).toEqual([point.rows, rows.length])
  const { sum } = metric.value.kind === 'total' ? metric.value.of : metric.value.numerator
  const figure = metric.value.kind === 'total' ? point.value : point.numerator
  const counted = sum ? added(rows.map((row) => row[sum] as string)) : exact(rows.length)
  expect([point.rows, told(exact(figure))]).toEqual([point.rows, told(counted)])
  if (metric.value.kind === 'ratio') expect([point.rows, point.value]).toEqual([point.rows, ratioOf(metric, point)])
}

describe('each point of a stock is the figure asked as of its last day', () => {
  it.each(stocks)('%s', async (id) => {
    const days = ['2024-12-31', '2025-12-31', asOf]
    const points = await all.series(id, { asOf, from: '2024-02-29', to, grain: 'year' })
    expect(points).toHaveLength(days.length)
    for (const [i, day] of days.entries()) {
      const { value, numerator, denominator, median, n, rows } = await all.figure(id, { asOf: day })
      const { period: _, label: __, ...point } = points[i] as Point
      expect([day, point]).toEqual([day, { value, numerator, denominator, median, n, rows }])
    }
  })
})

/** Records that have no day are there on every day. */
const undated = new Set(['projects', 'programmes'])

describe('a period before anything happened', () => {
  it.each(named)('%s is there all the same', async (id, metric) => {
    const points = await all.series(id, { asOf, from: '1970-01-01', to: '1970-02-01', grain: 'month' })
    expect(points.map(({ period }) => period)).toEqual(['1970-01'])
    for (const { rows, ...point } of points) {
      const { count } = await all.totals(rows)
      if (metric.value.kind === 'total' && !metric.value.of.sum) expect(point.value).toBe(count)
      if (metric.date || !undated.has(metric.of.name)) expect([rows, count, Number(point.value)]).toEqual([rows, 0, 0])
    }
  })
})
