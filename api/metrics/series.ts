import { sql } from 'drizzle-orm'
import { addDays, type Grain, lastDay, type Span, startOf } from '../../db/calendar.ts'
import type { Measure, Metric } from '../../db/defineMetric.ts'
import type { Reader } from '../../db/transaction.ts'
import { add } from './decimal.ts'
import { type Measured, nothing, ratio, settled } from './figure.ts'
import { byName, type Group } from './groups.ts'
import { type Cut, measure, measureFrom, resourceOf, type Scan } from './measure.ts'
import type { DayByDay } from './reading.ts'
import type { Conditions } from './rowsLink.ts'
import { bySource, sourceOf } from './bySource.ts'
import { type Source, sourcesInTime, sourcesOfDay } from '../resources/sources.ts'
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

/** Stocks as they were at the end of each of some days, with one reading: for each cut its trends. */
export async function measureStocks(client: Reader, { cuts, filters, days }: StockScan): Promise<Trend[][]> {
  const told = { filters, cuts: cuts.map((cut) => ({ ...cut, period: null })) }
  if (days.length === 0) return cuts.map(() => [])
  const inTime = isLinear(told)
  const found = inTime
    ? await bySource(told, sourcesInTime(resourceOf(told.cuts)), async (source, own) =>
        measureFrom(client, source, { filters, cuts: own }, changes(source, days)),
      )
    : await measureInParts(client, told, days)
  return found.map((groups, i) => {
    const { metrics } = cuts[i] as StockCut
    const tell = inTime ? accumulated : placed
    return trendsOf(groups).map(({ head, byBucket }) => ({
      ...head,
      figures: Object.fromEntries(
        metrics.map((metric) => [
          metric.id,
          tell(
            metric,
            days.map((_, day) => byBucket.get(String(day + 1))?.figures[metric.id]),
          ),
        ]),
      ),
    }))
  })
}

/** Day by day costs as much as there are days: they are shared out among the queries that are answered at the same time. */
async function measureInParts(client: Reader, told: Scan, days: readonly string[]): Promise<Group[][]> {
  return bySource(told, sourcesOfDay(resourceOf(told.cuts)), async (source, cuts) => {
    const most = Math.ceil(days.length / client.lanes)
    const firsts = Array.from({ length: Math.ceil(days.length / most) }, (_, i) => i * most)
    const found = await allDone(
      firsts.map(async (first) =>
        measureFrom(client, source, { ...told, cuts }, onEach(source, days.slice(first, first + most), first)),
      ),
    )
    return cuts.map((_, i) => found.flatMap((groups) => groups[i] ?? []).toSorted(byName))
  })
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

/** Whether stocks can be rebuilt from what changes, instead of being counted day by day. */
export const isLinear = ({ cuts, filters }: Omit<StockScan, 'days'>): boolean =>
  cuts.every((cut) =>
    cut.metrics.every((metric) => metric.value.kind !== 'duration' && sourceOf(sourcesInTime(metric.of), metric, cut, filters)),
  )

/** Every row once, with the first of the days that finds it there and the first that does not. */
function changes(timeline: Source, days: readonly string[]): DayByDay {
  const [first, last] = [days[0], days.at(-1)]
  const nextDays = sql`${sql.param(days.map((day) => addDays(day, 1)))}::date[]`
  return {
    from: (fields) => sql`(
      select t.*, width_bucket(t.valid_from, ${nextDays}) + 1 as enters, width_bucket(t.valid_to, ${nextDays}) + 1 as leaves
      from ${timeline.from(fields)} t
      where t.outer_to > ${first}::date and t.outer_from <= ${last}::date
        and t.inner_to > ${first}::date and t.inner_from <= ${last}::date
    ) as spans`,
    days: ['enters', 'leaves'],
    unfolded: sql`cross join lateral (values (enters, 1), (leaves, -1)) as changes (bucket, change)`,
  }
}

/** Every row as many times as there are days that find it; `before` is how many days come before these. */
const onEach = (source: Source, days: readonly string[], before: number): DayByDay => ({
  from: (
    fields,
  ) => sql`unnest(${sql.param(days)}::date[], ${sql.param(days.map((_, i) => before + i + 1))}::int[]) as days (day, bucket)
    cross join lateral ${source.from(fields, sql`days.day`)}`,
  days: ['bucket'],
})

const placed = (metric: Metric, figures: readonly (Measured | undefined)[]) => figures.map((figure) => figure ?? nothing(metric))

function accumulated(metric: Metric, changed: readonly (Measured | undefined)[]) {
  const sums: Running = { value: '0', numerator: '0', denominator: '0' }
  return changed.map((change) => {
    for (const part of parts) sums[part] = added(sums[part], change?.[part])
    return standing(metric, sums)
  })
}

const parts = ['value', 'numerator', 'denominator'] as const
type Running = Record<(typeof parts)[number], string>

const added = (sum: string, change: number | string | null | undefined) =>
  change === null || change === undefined || (typeof change === 'number' && !Number.isInteger(change))
    ? sum
    : add(sum, String(change))

function standing(metric: Metric, sums: Running): Measured {
  const told = (sum: string, measure: Measure) => settled(metric, measure, add(sum, '0.00'))
  const { value } = metric
  if (value.kind === 'ratio')
    return ratio(metric, told(sums.numerator, value.numerator), told(sums.denominator, value.denominator))
  return { value: value.kind === 'total' ? told(sums.value, value.of) : null }
}

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
