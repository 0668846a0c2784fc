import { type SQL, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import type { Filter, Measure, Metric } from '../../db/defineMetric.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'
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

/** One scan that answers along several lists of dimensions; `[]` is the whole. */
export interface Scan extends Omit<Question, 'by'> {
  sets: readonly (readonly string[])[]
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
export async function measure(client: PoolClient, { by = [], ...question }: Question, source?: Source): Promise<Group[]> {
  const [groups = []] = await measureSets(client, { ...question, sets: [by] }, source)
  return groups
}

interface Found extends Record<string, unknown> {
  bucket: string | null
  grouping: number
  demo: boolean
}

/** The groups of each set, in the order of the sets. */
export async function measureSets(
  client: PoolClient,
  { metrics, period, filters, sets }: Scan,
  source?: Source,
): Promise<Group[][]> {
  const resource = resourceOf(metrics)
  const dimensions = [...new Set(sets.flat())]
  const columns = dimensions.map((field) => sql.identifier(columnOf(field)))
  const conditions = metrics.map((metric) => where(resource, rowsOf(metric, period)))
  const wanted = sql`${where(resource, filters)} and (${sql.join(conditions, sql` or `)})`
  const { from, bucket, weight, among } = counted({ metrics, dimensions, wanted, source: source ?? asRequested(resource) })
  const values = metrics.flatMap((metric, i) => valueColumns(resource, metric, i, conditions[i] as SQL, weight))
  const selected = [
    sql`${bucket ?? sql`null::text`} as bucket`,
    sql`${columns.length > 0 ? sql`grouping(${sql.join(columns, sql`, `)})` : sql`0`} as "grouping"`,
    ...columns.map((column, i) => sql`${column}::text as ${sql.identifier(`k${i}`)}`),
    sql`coalesce(bool_or(is_demo), false) as demo`,
    ...values,
  ]
  const rows = await run<Found>(
    client,
    sql`select ${sql.join(selected, sql`, `)} from ${from} where ${among} ${groupBy(sets, bucket)}`,
  )
  const labels = await labelsOf(client, resource, dimensions, rows)
  return sets.map((by) => {
    const mask = dimensions.reduce((bits, dimension) => bits * 2 + (by.includes(dimension) ? 0 : 1), 0)
    const groups = rows.filter(({ grouping }) => grouping === mask).map((row) => groupOf(row, by, dimensions, labels, metrics))
    return groups.toSorted(byName)
  })
}

const alphabet = new Intl.Collator('it')

/** By what their keys are called, those without a key last: the same question is always answered in the same order. */
function byName(a: Group, b: Group): number {
  for (const [i, key] of a.keys.entries()) {
    const other = b.keys[i] ?? null
    if (key === other) continue
    if (key === null || other === null) return key === null ? 1 : -1
    return alphabet.compare(a.labels[i] ?? key, b.labels[i] ?? other) || (key < other ? -1 : 1)
  }
  return 0
}

/** Rows, or cells of alike rows, with how much each counts for and how the sum of a field over it is called. */
interface Counted {
  from: SQL
  bucket: SQL | null
  weight: Weight
  among: SQL
}

interface Weight {
  count: SQL | null
  sumOf: (field: string) => SQL
}

interface Scanned {
  metrics: readonly Metric[]
  dimensions: readonly string[]
  wanted: SQL
  source: Source
}

/**
 * Conditions of many metrics are dear when asked of every row. Where they and the dimensions ask only fields of few values,
 * alike rows are first counted together into cells, and the conditions asked of the cells.
 */
function counted({ metrics, dimensions, wanted, source: { from, bucket, sign } }: Scanned): Counted {
  const fields = [...new Set([...dimensions, ...metrics.flatMap(fieldsAsked)])]
  const weighed = (field: string) => (sign ? sql`${column(field)} * ${sign}` : sql`${column(field)}`)
  if (!metrics.every((metric) => inCells(metric))) return { from, bucket, weight: { count: sign, sumOf: weighed }, among: wanted }
  const sums = [...new Set(metrics.flatMap(fieldsSummed))]
  const keys = [...fields.map(column), ...(bucket ? [sql`bucket`] : [])]
  const cells = [
    ...fields.map((field) => sql`${column(field)}`),
    ...(bucket ? [sql`${bucket} as bucket`] : []),
    sql`${sign ? sql`sum(${sign})` : sql`count(*)`} as weight`,
    sql`bool_or(is_demo) as is_demo`,
    ...sums.map((field) => sql`sum(${weighed(field)}) as ${summed(field)}`),
  ]
  return {
    from: sql`(select ${sql.join(cells, sql`, `)} from ${from} where ${wanted} ${keys.length > 0 ? sql`group by ${sql.join(keys, sql`, `)}` : sql``}) as cells`,
    bucket: bucket && sql`bucket`,
    weight: { count: sql`weight`, sumOf: (field) => sql`${summed(field)}` },
    among: sql`weight is not null`,
  }
}

const column = (field: string) => sql.identifier(columnOf(field))
const summed = (field: string) => sql.identifier(`sum_${columnOf(field)}`)

const measuresOf = ({ value }: Metric): Measure[] =>
  value.kind === 'total' ? [value.of] : value.kind === 'ratio' ? [value.numerator, value.denominator] : []

const conditionFields = (filter: Filter) => Object.keys(filter).map((name) => name.replace(/_(ne|gte?|lte?|like|null)$/, ''))

const fieldsAsked = (metric: Metric) =>
  [metric.filter, ...measuresOf(metric).map(({ where: also = {} }) => also)].flatMap((filter) => conditionFields(filter))

const fieldsSummed = (metric: Metric) => measuresOf(metric).flatMap(({ sum = [] }) => sum)

const ofFewValues = new Set(['choice', 'boolean', 'reference'])

const inCells = (metric: Metric) =>
  metric.value.kind !== 'duration' &&
  !metric.date &&
  fieldsAsked(metric).every((field) => ofFewValues.has(metric.of.fields[field]?.kind ?? ''))

function groupBy(sets: Scan['sets'], bucket: SQL | null) {
  const each = sets.map((by) => {
    const columns = by.map((field) => sql`${sql.identifier(columnOf(field))}`)
    return sql`(${sql.join(bucket ? [bucket, ...columns] : columns, sql`, `)})`
  })
  return sql`group by grouping sets (${sql.join(each, sql`, `)})`
}

function groupOf(row: Found, by: readonly string[], dimensions: string[], labels: Labels, metrics: readonly Metric[]): Group {
  const keys = by.map((field) => row[`k${dimensions.indexOf(field)}`] as string | null)
  return {
    bucket: row.bucket,
    keys,
    labels: keys.map((key, i) => (key === null ? null : (labels[by[i] as string]?.get(key) ?? null))),
    demo: row.demo,
    figures: Object.fromEntries(metrics.map((metric, i) => [metric.id, figureOf(metric, row, i)])),
  }
}

type Labels = Record<string, Map<string, string> | undefined>

/** What the records that dimensions refer to are called, looked up once per key and not once per row. */
async function labelsOf(client: PoolClient, resource: Resource, dimensions: string[], rows: Found[]): Promise<Labels> {
  const labels: Labels = {}
  for (const [i, dimension] of dimensions.entries()) {
    const field = resource.fields[dimension]
    const referred = field?.kind === 'reference' ? resources.find(({ name }) => name === field.to) : undefined
    const keys = [...new Set(rows.map((row) => row[`k${i}`]))].filter((key) => key !== null)
    if (!referred || keys.length === 0) continue
    const title = sql.identifier(columnOf(referred.title))
    const found = await run<{ id: string; title: string }>(
      client,
      sql`select id, ${title}::text as title from ${sql.identifier(referred.view)} where id = any(${sql.param(keys)})`,
    )
    labels[dimension] = new Map(found.map((one) => [one.id, one.title]))
  }
  return labels
}

function resourceOf(metrics: readonly Metric[]): Resource {
  const [first, ...others] = metrics
  if (!first || others.some(({ of }) => of.name !== first.of.name)) throw new Error('One scan reads one resource.')
  return first.of
}

const where = (resource: Resource, conditions: Conditions) => parseFilters(resource, allOf(conditions))

function valueColumns(resource: Resource, { value }: Metric, i: number, condition: SQL, weight: Weight): SQL[] {
  const named = (column: SQL, name: string) => sql`${column} as ${sql.identifier(`${name}${i}`)}`
  switch (value.kind) {
    case 'total':
      return [named(total(resource, value.of, condition, weight), 'n')]
    case 'ratio':
      return [
        named(total(resource, value.numerator, condition, weight), 'n'),
        named(total(resource, value.denominator, condition, weight), 'd'),
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

function total(resource: Resource, { sum, where: also }: Measure, condition: SQL, { count, sumOf }: Weight): SQL {
  const narrowed = also ? sql`${condition} and ${where(resource, conditionsOf(also))}` : condition
  if (sum) return sql`round(coalesce(sum(${sumOf(sum)}) filter (where ${narrowed}), 0)::numeric, 2)`
  return count ? sql`coalesce(sum(${count}) filter (where ${narrowed}), 0)` : sql`count(*) filter (where ${narrowed})`
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
  return ratio(
    metric,
    settled(metric, metric.value.numerator, first),
    settled(metric, metric.value.denominator, row[`d${i}`] as number | string | null),
  )
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
