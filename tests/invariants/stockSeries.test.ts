import { beforeAll, describe, expect, it } from 'vitest'
import { measureSets } from '../../api/metrics/measure.ts'
import { measureOn, measureSeries } from '../../api/metrics/series.ts'
import { type Grain, lastDay, periodsOf } from '../../db/calendar.ts'
import type { Metric } from '../../db/defineMetric.ts'
import { seeded } from '../harness/seeded.ts'
import type { TestApp } from '../harness/startApp.ts'
import { stocks } from './agency.ts'
import { reading } from './reading.ts'

/** The stocks over each resource, and every dimension that one of them has. */
const scans = [...new Set(stocks.map(([, { of }]) => of.name))].map((name) => {
  const metrics = stocks.flatMap(([, metric]) => (metric.of.name === name ? [metric] : []))
  return [name, metrics, [[], ...[...new Set(metrics.flatMap(({ by }) => by))].map((field) => [field])]] as const
})

let app: TestApp

beforeAll(async () => {
  app = await seeded()
})

type Told = Record<string, unknown>

/** By set, key and metric: what differs from nothing. */
const entry = (set: readonly string[], keys: readonly (string | null)[], id: string) => `${set.join()}=${keys.join()} ${id}`
const isSome = ({
  value,
  numerator,
  denominator,
  n,
}: {
  value: unknown
  numerator?: unknown
  denominator?: unknown
  n?: number
}) => [value, numerator, denominator, n].some((part) => Number(part ?? 0) !== 0)

async function asked(day: string, knownAt: string | null, metrics: readonly Metric[], sets: readonly (readonly string[])[]) {
  const found: Told = {}
  const groups = await reading(app, { asOf: day, knownAt }, (client) =>
    measureSets(client, { metrics, period: null, filters: [], sets }),
  )
  for (const [i, set] of sets.entries())
    for (const { keys, figures } of groups[i] ?? [])
      for (const [id, figure] of Object.entries(figures)) if (isSome(figure)) found[entry(set, keys, id)] = figure
  return found
}

async function drawn(
  grain: Grain,
  from: string,
  to: string,
  knownAt: string | null,
  metrics: readonly Metric[],
  sets: readonly (readonly string[])[],
) {
  const spans = periodsOf(grain, from, to)
  const trends = await reading(app, { asOf: null, knownAt }, (client) =>
    measureSeries(client, { metrics, grain, spans, filters: [], sets }),
  )
  return spans.map((span, at) => {
    const found: Told = {}
    for (const [i, set] of sets.entries())
      for (const { keys, figures } of trends[i] ?? [])
        for (const [id, points] of Object.entries(figures))
          if (points[at] && isSome(points[at])) found[entry(set, keys, id)] = points[at]
    return [lastDay(span), found] as const
  })
}

describe('every point of a series of stocks is the stock of its last day, along every dimension', () => {
  const periods = [
    ['month', '2026-04-01', '2026-07-01', null],
    ['quarter', '2024-02-10', '2024-05-20', null],
    ['year', '2023-12-31', '2025-01-02', null],
    ['month', '2026-02-01', '2026-04-01', '2026-03-15T10:00:00Z'],
  ] as const

  it.each(scans.flatMap(([name, ...scan]) => periods.map(([grain, ...period]) => [name, grain, period, scan] as const)))(
    '%s by %s',
    async (_, grain, [from, to, knownAt], [metrics, sets]) => {
      for (const [day, points] of await drawn(grain, from, to, knownAt, metrics, sets)) {
        expect({ day, ...points }).toEqual({ day, ...(await asked(day, knownAt, metrics, sets)) })
      }
    },
  )

  it.each(scans)('%s, on two days read at once', async (_, metrics) => {
    const by = [metrics[0]?.by[0] as string]
    const days = ['2024-12-31', '2026-06-30']
    const groups = await reading(app, { asOf: null, knownAt: null }, (client) =>
      measureOn(client, { metrics, filters: [], by }, days),
    )
    for (const day of days) {
      const found = Object.fromEntries(
        groups
          .filter(({ bucket }) => bucket === day)
          .flatMap(({ keys, figures }) => Object.entries(figures).map(([id, figure]) => [entry(by, keys, id), figure] as const))
          .filter(([, figure]) => isSome(figure)),
      )
      expect(found).toEqual(await asked(day, null, metrics, [by]))
    }
  })
})
