import { beforeAll, describe, expect, it } from 'vitest'
import { isBalance } from '../../api/metrics/balances.ts'
import { measureFrom, rowsOfDay } from '../../api/metrics/measure.ts'
import { measureStocks } from '../../api/metrics/series.ts'
import { lastDay, periodsOf } from '../../db/calendar.ts'
import type { Resource } from '../../db/defineResource.ts'
import { sampled } from '../harness/seeded.ts'
import type { TestApp } from '../harness/startApp.ts'
import { stocks } from './agency.ts'
import { reading } from './reading.ts'

/** The stocks over each resource and their dimensions: those that are kept as balances, and those that are counted. */
const scans = [...new Set(stocks.map(([, { of }]) => of.name))].flatMap((name) => {
  const cuts = stocks.flatMap(([, metric]) =>
    metric.of.name === name ? [[], ...metric.by.map((field) => [field])].map((by) => ({ metrics: [metric], by })) : [],
  )
  const howOf = ({ metrics, by }: (typeof cuts)[number]) =>
    metrics.every((metric) => isBalance(metric, by, [])) ? 'from balances' : 'day by day'
  const ways = [...new Set(cuts.map(howOf))]
  return ways.map((way) => [name, way, cuts.filter((cut) => howOf(cut) === way)] as const)
})

let app: TestApp

beforeAll(async () => {
  app = await sampled()
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

type Cuts = (typeof scans)[number][2]

async function asked(day: string, knownAt: string | null, cuts: Cuts) {
  const found: Told = {}
  const groups = await reading(app, { asOf: day, knownAt }, (client) =>
    measureFrom(client, rowsOfDay(cuts[0]?.metrics[0]?.of as Resource), {
      cuts: cuts.map((cut) => ({ ...cut, period: null })),
      filters: [],
    }),
  )
  for (const [i, { by }] of cuts.entries())
    for (const { keys, figures } of groups[i] ?? [])
      for (const [id, figure] of Object.entries(figures)) if (isSome(figure)) found[entry(by, keys, id)] = figure
  return found
}

async function drawn(days: readonly string[], knownAt: string | null, cuts: Cuts) {
  const trends = await reading(app, { asOf: null, knownAt }, (client) => measureStocks(client, { cuts, filters: [], days }))
  return days.map((day, at) => {
    const found: Told = {}
    for (const [i, { by }] of cuts.entries())
      for (const { keys, figures } of trends[i] ?? [])
        for (const [id, points] of Object.entries(figures))
          if (points[at] && isSome(points[at])) found[entry(by, keys, id)] = points[at]
    return [day, found] as const
  })
}

describe('every point of a series of stocks is the stock of its day, along every dimension', () => {
  const endsOf = (...period: Parameters<typeof periodsOf>) => periodsOf(...period).map(lastDay)
  const moments = [
    ['months', endsOf('month', '2026-04-01', '2026-07-01'), null],
    ['quarters', endsOf('quarter', '2024-02-10', '2024-05-20'), null],
    ['years', endsOf('year', '2023-12-31', '2025-01-02'), null],
    ['days of no calendar', ['2024-12-31', '2026-06-30', '2026-07-01'], null],
    ['days around the first UOG', ['2017-10-17', '2017-12-31', '2018-01-01', '2018-06-30'], null],
    ['months as they were known', endsOf('month', '2026-02-01', '2026-04-01'), '2026-03-15T10:00:00Z'],
  ] as const

  it.each(scans.flatMap(([name, how, cuts]) => moments.map(([what, ...moment]) => [name, how, what, moment, cuts] as const)))(
    '%s %s, %s',
    async (_name, _how, _what, [days, knownAt], cuts) => {
      for (const [day, points] of await drawn(days, knownAt, cuts)) {
        expect({ day, ...points }).toEqual({ day, ...(await asked(day, knownAt, cuts)) })
      }
    },
  )
})
