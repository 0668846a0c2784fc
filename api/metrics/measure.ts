import { type SQL, sql } from 'drizzle-orm'
import type { Grain } from '../../db/calendar.ts'
import type { Metric } from '../../db/defineMetric.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'
import type { Reader } from '../../db/transaction.ts'
import { rowsWith, run } from '../resources/readRows.ts'
import { figureOf, valueColumns } from './figure.ts'
import { byName, type Group, together } from './groups.ts'
import { countingOf, type Source } from './counting.ts'
import { type Conditions, type DayRange, rowsOf } from './rowsLink.ts'
import { balancesOf, isBalance } from './balances.ts'
import { type Book, bookOf } from '../../db/journal/book.ts'
import { allDone } from '../http/allDone.ts'

/** Part of a scan: metrics over a period, for every key of some dimensions and, by `grain`, of their own date. */
export interface Cut {
  metrics: readonly Metric[]
  period: DayRange | null
  by?: readonly string[]
  grain?: Grain
}

/** Questions about the rows of one resource. */
export interface Scan {
  cuts: readonly Cut[]
  /** Conditions on the rows, in the list dialect. */
  filters: Conditions
}

interface Found extends Record<string, unknown> {
  grouping: number
  demo: boolean
}

/** Answers every cut as of the request's day. A cut without dimensions is one group, also when no row is there. */
export const measure = async (client: Reader, scan: Scan): Promise<Group[][]> => {
  const resource = resourceOf(scan.cuts)
  return inTwoParts(scan, async (cuts, book) =>
    measureFrom(client, book ? balancesOf(book) : rowsOfDay(resource), { ...scan, cuts }),
  )
}

/** The rows of the request's day. */
export const rowsOfDay = (resource: Resource): Source => ({
  isOfBalances: false,
  isOfManyDays: false,
  from: (fields) => sql`${rowsWith(resource, fields)} as told`,
})

/** Takes from the journal what is kept there, the rest from the rows, and puts the answers together. */
export async function inTwoParts(
  { cuts, filters }: Scan,
  work: (cuts: readonly Cut[], book: Book | undefined) => Promise<Group[][]>,
): Promise<Group[][]> {
  const book = bookOf(resourceOf(cuts))
  const answers = await allDone(
    (book ? [book, undefined] : [undefined]).map(async (from) => {
      const own = cuts.flatMap((cut) => {
        const metrics = cut.metrics.filter((metric) => isBalance(metric, cut.by ?? [], filters) === (from !== undefined))
        return metrics.length > 0 ? [{ cut, part: { ...cut, metrics } }] : []
      })
      if (own.length === 0) return new Map<Cut, Group[]>()
      const parts = own.map(({ part }) => part)
      const groups = await work(parts, from)
      return new Map(own.map(({ cut }, i) => [cut, groups[i] ?? []]))
    }),
  )
  return cuts.map((cut) => {
    const found = answers.flatMap((answer) => answer.get(cut) ?? [])
    return answers.filter((answer) => answer.has(cut)).length > 1 ? together(cut.metrics, found) : found
  })
}

/** Answers every cut with one counting of one source. */
export async function measureFrom(client: Reader, source: Source, { cuts, filters }: Scan): Promise<Group[][]> {
  const resource = resourceOf(cuts)
  const figures = figuresOf(cuts)
  const axes = axesOf(cuts, source)
  const columns = axes.map(({ column }) => column)
  const dimensions = axes.flatMap(({ dimension }) => dimension ?? [])
  const counting = countingOf({ resource, source, figures, dimensions, filters })
  const selected = [
    sql`${columns.length > 0 ? sql`grouping(${sql.join(columns, sql`, `)})` : sql`0`} as "grouping"`,
    ...columns.map((column, i) => sql`${column}::text as ${sql.identifier(`k${i}`)}`),
    sql`coalesce(bool_or(is_demo), false) as demo`,
    ...figures.flatMap(({ metric, conditions }, i) => valueColumns(metric, conditions, i, counting)),
  ]
  const sets = uniqueBy(
    cuts.map((cut) => axesOf([cut], source)),
    (own) => JSON.stringify(own.map(({ name }) => name)),
  ).map(
    (own) =>
      sql`(${sql.join(
        own.map(({ column }) => column),
        sql`, `,
      )})`,
  )
  const rows = await run<Found>(
    client,
    sql`select ${sql.join(selected, sql`, `)} ${counting.from} group by grouping sets (${sql.join(sets, sql`, `)})`,
    { manyDays: source.isOfManyDays && !source.isOfBalances },
  )
  const answer = { figures, axes, rows, labels: await labelsOf(client, resource, axes, rows), source }
  return cuts.map((cut) => groupsOf(cut, answer))
}

interface Figure {
  key: string
  metric: Metric
  conditions: Conditions
}

const figureKey = (metric: Metric, period: DayRange | null) => JSON.stringify([metric.id, period?.from, period?.to])

/** What is to be worked out, once for all the cuts that ask for it. */
function figuresOf(cuts: readonly Cut[]): Figure[] {
  const figures = cuts.flatMap(({ metrics, period }) =>
    metrics.map((metric) => ({ key: figureKey(metric, period), metric, conditions: rowsOf(metric, period) })),
  )
  return uniqueBy(figures, ({ key }) => key)
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string) => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

/** What tells groups apart: a dimension, the periods of a date, the days. */
interface Axis {
  name: string
  column: SQL
  dimension?: string
}

function axesOf(cuts: readonly Cut[], { isOfManyDays }: Source): Axis[] {
  const axes = cuts.flatMap(({ metrics, by = [], grain }): Axis[] => [
    ...by.toSorted().map((field) => ({ name: field, column: sql`${sql.identifier(columnOf(field))}`, dimension: field })),
    ...(grain ? [periodsAxis(metrics[0]?.date ?? '', grain)] : []),
    ...(isOfManyDays ? [{ name: 'bucket', column: sql`bucket` }] : []),
  ])
  return uniqueBy(axes, ({ name }) => name)
}

const periodsAxis = (date: string, grain: Grain): Axis => ({
  name: `${date} by ${grain}`,
  column: sql`date_trunc(${sql.raw(`'${grain}'`)}, ${sql.identifier(columnOf(date))}::timestamp)::date`,
})

interface Answer {
  figures: readonly Figure[]
  axes: readonly Axis[]
  rows: readonly Found[]
  labels: Labels
  source: Source
}

function groupsOf(cut: Cut, { figures, axes, rows, labels, source }: Answer): Group[] {
  const { metrics, period, by = [] } = cut
  const own = new Map(axesOf([cut], source).map((axis) => [axis.name, axis]))
  const mask = axes.reduce((bits, { name }) => bits * 2 + (own.has(name) ? 0 : 1), 0)
  const valueOf = (row: Found, name: string) => row[`k${axes.findIndex((axis) => axis.name === name)}`] as string | null
  const bucket = [...own.values()].find(({ dimension }) => !dimension)
  const places = metrics.map((metric) => {
    const key = figureKey(metric, period)
    return [metric, figures.findIndex((figure) => figure.key === key)] as const
  })
  const groups = rows
    .filter(({ grouping }) => grouping === mask)
    .map((row): Group => {
      const keys = by.map((field) => valueOf(row, field))
      return {
        keys,
        labels: keys.map((key, i) => (key === null ? null : (labels[by[i] as string]?.get(key) ?? null))),
        bucket: bucket ? valueOf(row, bucket.name) : null,
        demo: row.demo,
        figures: Object.fromEntries(places.map(([metric, i]) => [metric.id, figureOf(metric, row, i)])),
      }
    })
  return groups.toSorted(byName)
}

type Labels = Record<string, Map<string, string> | undefined>

/** What the records that dimensions refer to are called, looked up once per key and not once per row. */
async function labelsOf(client: Reader, resource: Resource, axes: readonly Axis[], rows: Found[]): Promise<Labels> {
  const labels: Labels = {}
  for (const [i, { dimension }] of axes.entries()) {
    const field = dimension === undefined ? undefined : resource.fields[dimension]
    const referred = field?.kind === 'reference' ? resources.find(({ name }) => name === field.to) : undefined
    const keys = [...new Set(rows.map((row) => row[`k${i}`]))].filter((key) => key !== null)
    if (dimension === undefined || !referred || keys.length === 0) continue
    const title = sql.identifier(columnOf(referred.title))
    const found = await run<{ id: string; title: string }>(
      client,
      sql`select id, ${title}::text as title from ${rowsWith(referred, ['id', referred.title])} as told where id = any(${sql.param(keys)})`,
    )
    labels[dimension] = new Map(found.map((one) => [one.id, one.title]))
  }
  return labels
}

export function resourceOf(cuts: readonly Cut[]): Resource {
  const [first, ...others] = cuts.flatMap(({ metrics }) => metrics)
  if (!first || others.some(({ of }) => of.name !== first.of.name)) throw new Error('One scan reads one resource.')
  return first.of
}
