import { type SQL, sql } from 'drizzle-orm'
import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { readParameter } from '../../db/dialect.ts'
import { summed } from '../../db/journal/book.ts'
import { fieldsAsked, parseFilters } from '../http/listQuery.ts'
import { allOf, type Conditions, conditionsOf, widest } from './rowsLink.ts'

/** Where values are taken from: what counts, what sums, and how conditions are asked of it. */
export interface Counting {
  from: SQL
  /** What a row counts for; null when it is one. */
  count: SQL | null
  sumOf: (field: string) => SQL
  meet: (...conditions: Conditions[]) => SQL
}

/** What values are taken from. */
export interface Source {
  /** A relation with at least these fields; of many days also with `bucket`, the ordinal of the day of a row, from 1. */
  from: (fields: readonly string[]) => SQL
  isOfManyDays: boolean
  /** It has balances, which stand for many rows, with their sums. */
  isOfBalances: boolean
}

interface Asked {
  resource: Resource
  source: Source
  /** The metrics, each with the conditions of the rows it looks at. */
  figures: readonly { metric: Metric; conditions: Conditions }[]
  dimensions: readonly string[]
  filters: Conditions
}

/** The cheapest way to the values asked for. */
export const countingOf = (asked: Asked): Counting => (asked.figures.every(({ metric }) => inCells(metric)) ? cells : rows)(asked)

const column = (field: string) => sql`${sql.identifier(columnOf(field))}`

const where = (resource: Resource, ...conditions: Conditions[]) => parseFilters(resource, allOf(...conditions))

const rowsFrom = ({ resource, source, figures, dimensions, filters }: Asked) => sql`
  from ${source.from(fieldsOf({ resource, figures, dimensions, filters }))}
  where ${where(resource, filters)} and (${sql.join(
    widest(figures.map(({ conditions }) => conditions)).map((conditions) => where(resource, conditions)),
    sql` or `,
  )})`

/** Every field that the questions name. */
const fieldsOf = ({ resource, figures, dimensions, filters }: Omit<Asked, 'source'>): string[] => [
  'isDemo',
  ...dimensions,
  ...fieldsAsked(resource, allOf(filters)),
  ...figures.flatMap(({ metric, conditions }) => [
    ...fieldsAsked(resource, allOf(conditions)),
    ...measuresOf(metric).flatMap(({ where: also = {}, sum = [] }) =>
      [...fieldsAsked(resource, allOf(conditionsOf(also))), sum].flat(),
    ),
    ...(metric.value.kind === 'duration' ? [metric.value.of] : []),
    ...(metric.date ? [metric.date] : []),
  ]),
]

const rows = (asked: Asked): Counting => ({
  from: rowsFrom(asked),
  count: null,
  sumOf: column,
  meet: (...conditions) => where(asked.resource, ...conditions),
})

/** A stock whose conditions can be asked of many alike rows at once. */
const inCells = ({ value, date }: Metric) => value.kind !== 'duration' && !date

/**
 * Conditions of many metrics are dear when asked of every row. Alike rows are first counted together into cells, and the
 * conditions asked of those. A condition on a field of many values is asked of the rows, and its answer tells cells apart.
 */
function cells(asked: Asked): Counting {
  const { resource, source, figures, dimensions } = asked
  const told = new Map(dimensions.map((field) => [columnOf(field), column(field)]))
  if (source.isOfManyDays) told.set('bucket', sql`bucket`)
  if (source.isOfBalances) told.set('is_demo', sql`is_demo`)
  const answers = new Map<string, string>()
  const meet = (...conditions: Conditions[]) => {
    const query = allOf(...conditions)
    const each = [...new Set(query.keys())].map((name) => {
      const one = query.getAll(name).map((value) => [name, value] as const)
      const { field, comparison } = readParameter(name) ?? { field: name, comparison: '' }
      if (ofFewValues.has(resource.fields[field]?.kind ?? '') && ['', 'ne', 'null'].includes(comparison)) {
        told.set(columnOf(field), column(field))
        return where(resource, one)
      }
      const question = JSON.stringify(one)
      const answer = answers.get(question) ?? `answer${answers.size}`
      answers.set(question, answer)
      told.set(answer, where(resource, one))
      return sql`${sql.identifier(answer)}`
    })
    return each.length === 0 ? sql`true` : sql`(${sql.join(each, sql` and `)})`
  }
  for (const { metric, conditions } of figures)
    for (const { where: also = {} } of measuresOf(metric)) meet(conditions, conditionsOf(also))
  const sums = [...new Set(figures.flatMap(({ metric }) => measuresOf(metric).flatMap(({ sum = [] }) => sum)))]
  const keys = [...told].map(([name, value]) => sql`${value} as ${sql.identifier(name)}`)
  const ordinals = keys.map((_, i) => sql.raw(String(i + 1)))
  const [weight, sumOf] = source.isOfBalances
    ? [sql`sum(change)`, (field: string) => sql`sum(${sumColumn(field)})`]
    : [sql`count(*)`, (field: string) => sql`sum(${column(field)})`]
  const cell = [
    ...keys,
    sql`${weight} as weight`,
    ...(told.has('is_demo') ? [] : [sql`bool_or(is_demo) as is_demo`]),
    ...sums.map((field) => sql`${sumOf(field)} as ${sumColumn(field)}`),
  ]
  return {
    from: sql`from (
      select ${sql.join(cell, sql`, `)} ${rowsFrom(asked)}
      ${keys.length > 0 ? sql`group by ${sql.join(ordinals, sql`, `)}` : sql``}
      having ${weight} <> 0
    ) as cells`,
    count: sql`weight`,
    sumOf: (field) => sql`${sumColumn(field)}`,
    meet,
  }
}

const sumColumn = (field: string) => sql.identifier(summed(field))

const ofFewValues = new Set(['choice', 'boolean', 'reference'])
