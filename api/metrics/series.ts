import { type SQL, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import { type Grain, lastDay, type Span, startOf } from '../../db/calendar.ts'
import type { Measure, Metric } from '../../db/defineMetric.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { add } from './decimal.ts'
import { type Group, measure, type Measured, measureSets, type Question, ratio, type Scan, type Source } from './measure.ts'

export interface Trend {
  keys: (string | null)[]
  labels: (string | null)[]
  /** By metric id, one figure per period. */
  figures: Record<string, Measured[]>
  demo: boolean
}

interface SeriesQuestion extends Omit<Scan, 'period'> {
  grain: Grain
  spans: readonly Span[]
}

/**
 * Each metric at the end of each period (a stock) or over it (a flow), for every key of each list of dimensions asked
 * for: one list of trends per set.
 */
export async function measureSeries(client: PoolClient, question: SeriesQuestion): Promise<Trend[][]> {
  const [first] = question.metrics
  if (!first || question.spans.length === 0) return question.sets.map(() => [])
  if (first.date) return flows(client, first, question)
  return linear(question) ? stocks(client, question) : stocksDayByDay(client, question)
}

const bounds = (spans: readonly Span[]) => ({ from: spans[0]?.from ?? '', to: spans.at(-1)?.to ?? '' })

async function flows(client: PoolClient, metric: Metric, question: SeriesQuestion) {
  const { metrics, spans, grain, sets, filters } = question
  const source: Source = {
    from: sql`${sql.identifier(metric.of.view)}`,
    bucket: truncated(grain, sql`${sql.identifier(columnOf(metric.date ?? ''))}`),
    sign: null,
  }
  const found = await measureSets(client, { metrics, period: bounds(spans), filters, sets }, source)
  return found.map((groups) => arrange(groups, question))
}

const truncated = (grain: Grain, day: SQL) => sql`date_trunc(${sql.raw(`'${grain}'`)}, ${day}::timestamp)::date::text`

/** A stock can be rebuilt from the changes of its rows when it is a count or a sum of what the timeline holds. */
const linear = ({ metrics, filters, sets }: SeriesQuestion) =>
  metrics.every(({ of: { timeline }, value, filter }) => {
    if (!timeline || value.kind === 'duration') return false
    const measures: Measure[] = value.kind === 'total' ? [value.of] : [value.numerator, value.denominator]
    const conditions = [filter, ...measures.map(({ where = {} }) => where)].flatMap((one) => Object.keys(one))
    const asked = [...conditions, ...filters.map(([name]) => name), ...sets.flat(), ...measures.flatMap(({ sum = [] }) => sum)]
    return !asked.some((name) => timeline.lacks.some((field) => name === field || name.startsWith(`${field}_`)))
  })

/** One scan: every row enters on its first day and leaves on the day after its last; the stock is the running sum. */
async function stocks(client: PoolClient, question: SeriesQuestion) {
  const { metrics, spans, grain, sets, filters } = question
  const resource = (metrics[0] as Metric).of
  const first = lastDay(spans[0] as Span)
  const last = lastDay(spans.at(-1) as Span)
  const source: Source = {
    from: changes(resource, startOf(grain, first), last),
    bucket: truncated(grain, sql`changed_on`),
    sign: sql`change`,
  }
  const found = await measureSets(client, { metrics, period: null, filters, sets }, source)
  return found.map((groups) => accumulate(groups, question))
}

/** What entered before the series counts from its start; what changes after its last day does not count. */
function changes(resource: Resource, start: string, last: string) {
  const timeline = sql.identifier(`${resource.view}_timeline`)
  return sql`(
    select t.*, d.changed_on, d.change
    from ${timeline} t
    cross join lateral (values (greatest(t.valid_from, ${start}::date), 1), (t.valid_to, -1)) as d (changed_on, change)
    where t.outer_to > ${start}::date and t.outer_from <= ${last}::date
      and t.valid_to > ${start}::date and t.valid_from <= ${last}::date and d.changed_on <= ${last}::date
  ) as changes`
}

/** Any other stock is read as it was on each day. */
async function stocksDayByDay(client: PoolClient, question: SeriesQuestion) {
  const { metrics, spans, sets, filters, grain } = question
  const days = spans.map(lastDay)
  const found = await measureSets(client, { metrics, period: null, filters, sets }, onDays(metrics, days))
  const starts = new Map(spans.map((span) => [lastDay(span), startOf(grain, span.from)]))
  return found.map((groups) =>
    arrange(
      groups.map((group) => ({ ...group, bucket: starts.get(group.bucket ?? '') ?? null })),
      question,
    ),
  )
}

/** The rows as of each of some days; a group's bucket is its day. */
function onDays(metrics: readonly Metric[], days: readonly string[]): Source {
  const rows = sql.identifier(`${(metrics[0] as Metric).of.view}_on`)
  return {
    from: sql`unnest(${sql.param(days)}::date[]) as days (day) cross join lateral ${rows}(days.day)`,
    bucket: sql`days.day::text`,
    sign: null,
  }
}

/** Stocks on each of some days, in one scan. */
export const measureOn = (client: PoolClient, question: Omit<Question, 'period'>, days: readonly string[]) =>
  measure(client, { ...question, period: null }, onDays(question.metrics, days))

/** A figure for every period, also the empty ones. */
function arrange(groups: Group[], { metrics, spans, grain }: SeriesQuestion): Trend[] {
  return trendsOf(groups).map(({ head, byBucket }) => ({
    ...head,
    figures: Object.fromEntries(
      metrics.map((metric) => [
        metric.id,
        spans.map((span) => byBucket.get(startOf(grain, span.from))?.figures[metric.id] ?? nothing(metric)),
      ]),
    ),
  }))
}

function accumulate(groups: Group[], { metrics, spans, grain }: SeriesQuestion): Trend[] {
  return trendsOf(groups).map(({ head, byBucket }) => ({
    ...head,
    figures: Object.fromEntries(
      metrics.map((metric) => {
        const sums: Running = { value: '0', numerator: '0', denominator: '0' }
        return [
          metric.id,
          spans.map((span) => {
            const change = byBucket.get(startOf(grain, span.from))?.figures[metric.id]
            for (const part of parts) sums[part] = added(sums[part], change?.[part])
            return standing(metric, sums)
          }),
        ]
      }),
    ),
  }))
}

const parts = ['value', 'numerator', 'denominator'] as const
type Running = Record<(typeof parts)[number], string>

const added = (sum: string, change: number | string | null | undefined) =>
  change === null || change === undefined || (typeof change === 'number' && !Number.isInteger(change))
    ? sum
    : add(sum, String(change))

function standing(metric: Metric, sums: Running): Measured {
  const told = (sum: string, { sum: field }: Measure) =>
    field !== undefined && metric.of.fields[field]?.kind === 'money' ? sum : Number(sum)
  const { value } = metric
  if (value.kind === 'ratio')
    return ratio(metric, told(sums.numerator, value.numerator), told(sums.denominator, value.denominator))
  return { value: value.kind === 'total' ? told(sums.value, value.of) : null }
}

function nothing(metric: Metric): Measured {
  const { value } = metric
  if (value.kind === 'duration') return { value: null, median: null, n: 0 }
  if (value.kind === 'ratio') return { value: null, numerator: 0, denominator: 0 }
  return { value: value.of.sum && metric.of.fields[value.of.sum]?.kind === 'money' ? '0.00' : 0 }
}

function trendsOf(groups: Group[]) {
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
