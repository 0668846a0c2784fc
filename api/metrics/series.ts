import { sql } from 'drizzle-orm'
import { type Grain, lastDay, type Span, startOf } from '../../db/calendar.ts'
import type { Metric } from '../../db/defineMetric.ts'
import type { Resource } from '../../db/defineResource.ts'
import { sightOnEachDay } from '../../db/sight.ts'
import type { Reader } from '../../db/transaction.ts'
import { rowsWith } from '../resources/readRows.ts'
import { balancesOf } from './balances.ts'
import { type Measured, nothing } from './figure.ts'
import { byName, type Group } from './groups.ts'
import { type Cut, inTwoParts, measure, measureFrom, resourceOf, type Scan } from './measure.ts'
import type { Source } from './counting.ts'
import type { Conditions } from './rowsLink.ts'
import { allDone } from '../http/allDone.ts'

export interface Trend {
  keys: (string | null)[]
  labels: (string | null)[]
  /** By metric id, one figure per period or day. */
  figures: Record<string, Measured[]>
  demo: boolean
}

/** Part of a scan of stocks: metrics for every key of some dimensions, on each of the scan's days. */
export type StockCut = Pick<Cut, 'metrics' | 'by'>

interface StockScan {
  cuts: readonly StockCut[]
  filters: Conditions
  /** In their order, each once. */
  days: readonly string[]
}

/** Stocks as they were at the end of each of some days: for each cut its trends. */
export async function measureStocks(client: Reader, { cuts, filters, days }: StockScan): Promise<Trend[][]> {
  const told = { filters, cuts: cuts.map((cut) => ({ ...cut, period: null })) }
  if (days.length === 0) return cuts.map(() => [])
  const found = await inTwoParts(told, async (own, book) => {
    const scan = { filters, cuts: own }
    return book ? measureFrom(client, balancesOf(book, days), scan) : measureInParts(client, scan, days)
  })
  return found.map((groups, i) => {
    const { metrics } = cuts[i] as StockCut
    return trendsOf(groups).map(({ head, byBucket }) => ({
      ...head,
      figures: Object.fromEntries(
        metrics.map((metric) => [
          metric.id,
          placed(
            metric,
            days.map((_, day) => byBucket.get(String(day + 1))?.figures[metric.id]),
          ),
        ]),
      ),
    }))
  })
}

/** Day by day costs as much as there are days: they are shared out among the queries that are answered at the same time. */
async function measureInParts(client: Reader, scan: Scan, days: readonly string[]): Promise<Group[][]> {
  const most = Math.ceil(days.length / client.lanes)
  const { seesAll } = await client.entered()
  const firsts = Array.from({ length: Math.ceil(days.length / most) }, (_, i) => i * most)
  const found = await allDone(
    firsts.map(async (first) =>
      measureFrom(client, onEach(resourceOf(scan.cuts), days.slice(first, first + most), { before: first, seesAll }), scan),
    ),
  )
  return scan.cuts.map((_, i) => found.flatMap((groups) => groups[i] ?? []).toSorted(byName))
}

interface SeriesQuestion {
  metric: Metric
  filters: Conditions
  grain: Grain
  spans: readonly Span[]
}

/** A metric at the end of each period (a stock) or over it (a flow). */
export async function measureSeries(client: Reader, { metric, filters, grain, spans }: SeriesQuestion): Promise<Measured[]> {
  if (spans.length === 0) return []
  if (!metric.date) {
    const [[trend] = []] = await measureStocks(client, { cuts: [{ metrics: [metric] }], filters, days: spans.map(lastDay) })
    return trend?.figures[metric.id] ?? []
  }
  const [groups = []] = await measure(client, { cuts: [flowCut([metric], grain, spans)], filters })
  return flowTrends([metric], grain, spans, groups)[0]?.figures[metric.id] ?? []
}

/** The cut that a series of flows asks for, to be read by `flowTrends`. */
export const flowCut = (metrics: readonly Metric[], grain: Grain, spans: readonly Span[], by: readonly string[] = []): Cut => ({
  metrics,
  by,
  grain,
  period: { from: spans[0]?.from ?? '', to: spans.at(-1)?.to ?? '' },
})

/** A figure for every period, also the empty ones. */
export const flowTrends = (metrics: readonly Metric[], grain: Grain, spans: readonly Span[], groups: readonly Group[]): Trend[] =>
  trendsOf(groups).map(({ head, byBucket }) => ({
    ...head,
    figures: Object.fromEntries(
      metrics.map((metric) => [
        metric.id,
        placed(
          metric,
          spans.map(({ from }) => byBucket.get(startOf(grain, from))?.figures[metric.id]),
        ),
      ]),
    ),
  }))

interface Onlookers {
  /** How many days come before these. */
  before: number
  /** Whether nothing is kept from who asks: else, on each day, what is not in their sight. */
  seesAll: boolean
}

/** Every row as many times as there are days that find it. */
function onEach(resource: Resource, days: readonly string[], { before, seesAll }: Onlookers): Source {
  const sight = seesAll ? undefined : sightOnEachDay(resource)
  return {
    isOfBalances: false,
    isOfManyDays: true,
    from: (fields) => sql`(
      select days.bucket, told.*
      from unnest(${sql.param(days)}::date[], ${sql.param(days.map((_, i) => before + i + 1))}::int[]) as days (day, bucket)
      cross join lateral ${rowsWith(resource, [...fields, ...(sight?.fields ?? [])], 'days.day')} as told
      ${sql.raw(sight ? `where ${sight.condition}` : '')}) as told`,
  }
}

const placed = (metric: Metric, figures: readonly (Measured | undefined)[]) => figures.map((figure) => figure ?? nothing(metric))

function trendsOf(groups: readonly Group[]) {
  const trends = new Map<string, { head: Head; byBucket: Map<string | null, Group> }>()
  for (const group of groups) {
    const key = JSON.stringify(group.keys)
    const trend = trends.get(key) ?? { head: { keys: group.keys, labels: group.labels, demo: false }, byBucket: new Map() }
    trend.head.demo ||= group.demo
    trend.byBucket.set(group.bucket, group)
    trends.set(key, trend)
  }
  if (trends.size === 0) trends.set('[]', { head: { keys: [], labels: [], demo: false }, byBucket: new Map() })
  return [...trends.values()]
}

type Head = Omit<Trend, 'figures'>
