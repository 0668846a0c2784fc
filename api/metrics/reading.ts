import { type SQL, sql } from 'drizzle-orm'
import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { readParameter } from '../../db/dialect.ts'
import { fieldsAsked, parseFilters } from '../http/listQuery.ts'
import type { Source } from '../resources/sources.ts'
import { allOf, type Conditions, conditionsOf, widest } from './rowsLink.ts'

/** Where values are taken from: what counts, what sums, and how conditions are asked of it. */
export interface Reading {
  from: SQL
  /** What a row counts for; null when it is one. */
  count: SQL | null
  sumOf: (field: string) => SQL
  meet: (...conditions: Conditions[]) => SQL
}

/** Rows as of many days instead of the request's. */
export interface DayByDay {
  /** A relation with at least these fields, and the days. */
  from: (fields: readonly string[]) => SQL
  /** What a row says of its days: the ordinal of the one it is read on, or of those on which it enters and leaves. */
  days: readonly string[]
  /** Turns entering and leaving into `bucket`, the ordinal of a day, and `change`, what counts from that day on. */
  unfolded?: SQL
}

interface Asked {
  resource: Resource
  /** What to take them from; not heeded where there are many days. */
  source: Source
  /** The metrics, each with the conditions of the rows it looks at. */
  figures: readonly { metric: Metric; conditions: Conditions }[]
  dimensions: readonly string[]
  filters: Conditions
  dayByDay: DayByDay | undefined
}

/** The cheapest way to the values asked for. */
export const readingOf = (asked: Asked): Reading => (asked.figures.every(({ metric }) => inCells(metric)) ? cells : rows)(asked)

const column = (field: string) => sql`${sql.identifier(columnOf(field))}`

const where = (resource: Resource, ...conditions: Conditions[]) => parseFilters(resource, allOf(...conditions))

const rowsFrom = ({ resource, source, figures, dimensions, filters, dayByDay }: Asked) => sql`
  from ${(dayByDay ?? source).from(fieldsOf({ resource, figures, dimensions, filters }))}
  where ${where(resource, filters)} and (${sql.join(
    widest(figures.map(({ conditions }) => conditions)).map((conditions) => where(resource, conditions)),
    sql` or `,
  )})`

/** Every field that the questions name. */
const fieldsOf = ({ resource, figures, dimensions, filters }: Omit<Asked, 'source' | 'dayByDay'>): string[] => [
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

const rows = (asked: Asked): Reading => ({
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
function cells(asked: Asked): Reading {
  const { resource, figures, dimensions, dayByDay } = asked
  const told = new Map(dimensions.map((field) => [columnOf(field), column(field)]))
  for (const day of dayByDay?.days ?? []) told.set(day, sql`${sql.identifier(day)}`)
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
  const cell = [
    ...keys,
    sql`count(*) as weight`,
    sql`bool_or(is_demo) as is_demo`,
    ...sums.map((field) => sql`sum(${column(field)}) as ${summed(field)}`),
  ]
  const weighed = (amount: SQL) => (dayByDay?.unfolded ? sql`${amount} * change` : amount)
  return {
    from: sql`from (
      select ${sql.join(cell, sql`, `)} ${rowsFrom(asked)}
      ${keys.length > 0 ? sql`group by ${sql.join(ordinals, sql`, `)}` : sql``}
    ) as cells ${dayByDay?.unfolded ?? sql``}`,
    count: weighed(sql`weight`),
    sumOf: (field) => weighed(sql`${summed(field)}`),
    meet,
  }
}

const summed = (field: string) => sql.identifier(`sum_${columnOf(field)}`)

const ofFewValues = new Set(['choice', 'boolean', 'reference'])
