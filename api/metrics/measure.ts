import { type SQL, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import type { Filter, Measure, Metric } from '../../db/defineMetric.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { parseFilters } from '../http/listQuery.ts'
import { run } from '../resources/readRows.ts'
import { allOf, type Conditions, conditionsOf, type DayRange, rowsOf } from './rowsLink.ts'

/** What a metric is worth over some rows. Euro are decimal strings; `n` is how many rows a duration was taken over. */
export interface Measured {
  value: number | string | null
  numerator?: number | string | null
  denominator?: number | string | null
  median?: number | null
  n?: number
}

export interface Group {
  /** The value of each dimension asked for, and what it is called. */
  keys: (string | null)[]
  labels: (string | null)[]
  /** Days or periods of a series, as their first day. */
  bucket: string | null
  demo: boolean
  /** By metric id. */
  figures: Record<string, Measured>
}

export interface Question {
  /** Metrics over one resource: they share the scan. */
  metrics: readonly Metric[]
  period: DayRange | null
  /** Conditions on the rows, in the list dialect. */
  filters: Conditions
  by?: readonly string[]
}

/** Where and how the rows are read: the view as of the request's day, or one of its timelines. */
export interface Source {
  from: SQL
  bucket: SQL | null
  /** Each row's weight when a stock is rebuilt from its changes; null when every row counts once. */
  sign: SQL | null
}

const asRequested = (resource: Resource): Source => ({ from: sql`${sql.identifier(resource.view)}`, bucket: null, sign: null })

/** Answers a question with one scan. Without dimensions there is one group, also when no row is there. */
export async function measure(client: PoolClient, question: Question, source?: Source): Promise<Group[]> {
  const resource = resourceOf(question.metrics)
  const { from, bucket, sign } = source ?? asRequested(resource)
  const by = question.by ?? []
  const labels = by.map((field) => labelColumn(resource, field))
  const conditions = question.metrics.map((metric) => where(resource, rowsOf(metric, question.period)))
  const values = question.metrics.flatMap((metric, i) => valueColumns(resource, metric, i, conditions[i] as SQL, sign))
  const grouping = [...by.map((field) => sql`${sql.identifier(columnOf(field))}::text`), ...labels.map((label) => label ?? sql`null`)]
  const groups = [bucket ?? sql`null::text`, ...grouping]
  const rows = await run<unknown[] & Record<string, unknown>>(
    client,
    sql`select ${sql.join([...groups.map((group, i) => sql`${group} as ${sql.identifier(`g${i}`)}`), sql`coalesce(bool_or(is_demo), false) as demo`, ...values], sql`, `)}
      from ${from}
      where ${where(resource, question.filters)} and (${sql.join(conditions, sql` or `)})
      ${by.length > 0 || bucket ? sql`group by ${sql.raw(groups.map((_, i) => i + 1).join(', '))}` : sql``}`,
  )
  return rows.map((row) => ({
    bucket: row.g0 as string | null,
    keys: by.map((_, i) => row[`g${i + 1}`] as string | null),
    labels: by.map((_, i) => row[`g${i + 1 + by.length}`] as string | null),
    demo: row.demo as boolean,
    figures: Object.fromEntries(question.metrics.map((metric, i) => [metric.id, figureOf(metric, row, i)])),
  }))
}

function resourceOf(metrics: readonly Metric[]): Resource {
  const [first, ...others] = metrics
  if (!first || others.some(({ of }) => of.name !== first.of.name)) throw new Error('One scan reads one resource.')
  return first.of
}

const where = (resource: Resource, conditions: Conditions) => parseFilters(resource, allOf(conditions))

function labelColumn(resource: Resource, field: string) {
  const declared = resource.fields[field]
  return declared?.kind === 'reference' && declared.show ? sql`${sql.identifier(columnOf(declared.show))}::text` : null
}

function valueColumns(resource: Resource, { value }: Metric, i: number, condition: SQL, sign: SQL | null): SQL[] {
  const named = (column: SQL, name: string) => sql`${column} as ${sql.identifier(`${name}${i}`)}`
  switch (value.kind) {
    case 'total':
      return [named(total(resource, value.of, condition, sign), 'n')]
    case 'ratio':
      return [
        named(total(resource, value.numerator, condition, sign), 'n'),
        named(total(resource, value.denominator, condition, sign), 'd'),
      ]
    case 'duration': {
      const field = sql.identifier(columnOf(value.of))
      return [
        named(sql`avg(${field}) filter (where ${condition})::float8`, 'n'),
        named(sql`percentile_cont(0.5) within group (order by ${field}) filter (where ${condition})`, 'm'),
        named(sql`count(${field}) filter (where ${condition})`, 'c'),
      ]
    }
  }
}

function total(resource: Resource, { sum, where: also }: Measure, condition: SQL, sign: SQL | null): SQL {
  const narrowed = also ? sql`${condition} and ${where(resource, conditionsOf(also as Filter))}` : condition
  const weight = sign ?? sql`1`
  if (sum) return sql`round(coalesce(sum(${sql.identifier(columnOf(sum))} * ${weight}) filter (where ${narrowed}), 0)::numeric, 2)`
  return sign ? sql`coalesce(sum(${weight}) filter (where ${narrowed}), 0)` : sql`count(*) filter (where ${narrowed})`
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

function figureOf(metric: Metric, row: Record<string, unknown>, i: number): Measured {
  const first = row[`n${i}`] as number | string | null
  if (metric.value.kind === 'duration') {
    const mean = first as number | null
    return {
      value: mean === null ? null : rounded(mean, 1),
      median: row[`m${i}`] as number | null,
      n: row[`c${i}`] as number,
    }
  }
  if (metric.value.kind === 'total') return { value: settled(metric, metric.value.of, first) }
  return ratio(metric, settled(metric, metric.value.numerator, first), settled(metric, metric.value.denominator, row[`d${i}`] as number | string | null))
}

/** Counts and whole numbers as numbers, amounts as exact decimals. */
function settled(metric: Metric, { sum }: Measure, value: number | string | null) {
  const isMoney = sum !== undefined && ['money', 'decimal'].includes(metric.of.fields[sum]?.kind ?? '')
  if (value === null) return null
  return isMoney ? String(value) : Number(value)
}

/** Numerators over denominators; null, told as "n.d.", over nothing. Cents are enough for a share, and exact up to 90 trillion euro. */
export function ratio(metric: Metric, numerator: number | string | null, denominator: number | string | null): Measured {
  const [above, below] = [Number(numerator), Number(denominator)]
  const share = below === 0 ? null : above / below
  if (share === null) return { value: null, numerator, denominator }
  if (metric.unit === 'EUR') return { value: share.toFixed(2), numerator, denominator }
  return { value: metric.unit === 'days' ? rounded(share, 1) : share, numerator, denominator }
}
