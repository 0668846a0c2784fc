import type { Filter, Metric } from '../../db/defineMetric.ts'
import type { Clocks } from '../../db/clocks.ts'
import { noRow, parameterOf, saidTwice } from '../../db/dialect.ts'

export interface DayRange {
  from: string
  to: string
}

/** Conditions in the list dialect, in order, as they stand in an address. */
export type Conditions = readonly (readonly [string, string])[]

export const conditionsOf = (filter: Filter): Conditions =>
  Object.entries(filter).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one as string] as const),
  )

/**
 * Joins conditions that must all hold. In an address a repeated field means "one of", so the values two sides allow for
 * the same field are intersected; when nothing is left, no row can be meant.
 */
export function allOf(...parts: Conditions[]): URLSearchParams {
  const joined = new Map<string, string[]>()
  for (const part of parts) {
    for (const [name, values] of grouped(part)) {
      const before = joined.get(name)
      joined.set(
        name,
        before && saidTwice(name) === 'one' ? before.filter((value) => values.includes(value)) : [...(before ?? []), ...values],
      )
    }
  }
  if ([...joined.values()].some((values) => values.length === 0)) return new URLSearchParams([[noRow.name, noRow.value]])
  return new URLSearchParams([...joined].flatMap(([name, values]) => [...new Set(values)].map((value) => [name, value])))
}

function grouped(part: Conditions) {
  const groups = new Map<string, string[]>()
  for (const [name, value] of part) groups.set(name, [...(groups.get(name) ?? []), value])
  return groups
}

/** The rows a metric looks at: its own filter and, for a flow, the days of the period. */
export function rowsOf(metric: Metric, period: DayRange | null): Conditions {
  const days: Conditions =
    metric.date && period
      ? [
          [parameterOf(metric.date, 'gte'), period.from],
          [parameterOf(metric.date, 'lt'), period.to],
        ]
      : []
  return [...conditionsOf(metric.filter), ...days]
}

/** Leaves out the conditions that only narrow others: the rows they find are found already. */
export function widest(all: readonly Conditions[]): Conditions[] {
  const queries = all.map((conditions) => allOf(conditions))
  return all.filter(
    (_, i) =>
      !queries.some((other, j) => {
        const own = queries[i] as URLSearchParams
        return i !== j && narrows(own, other) && (j < i || !narrows(other, own))
      }),
  )
}

/** Whether every condition of the second stands in the first, as it is or with fewer of the values it allows. */
export const narrows = (one: URLSearchParams, other: URLSearchParams) =>
  [...new Set(other.keys())].every((name) => {
    const [own, allowed] = [one.getAll(name), other.getAll(name)]
    const [fewer, more] = saidTwice(name) === 'one' ? [own, allowed] : [allowed, own]
    return own.length > 0 && fewer.every((value) => more.includes(value))
  })

/** The condition that a row falls under one key of a dimension. */
export const under = (dimension: string, key: string | null): Conditions => [
  key === null ? [parameterOf(dimension, 'null'), 'true'] : [dimension, key],
]

/** The list behind a figure: of a ratio, the list of its numerator. */
export function rowsLink(metric: Metric, clocks: Clocks, period: DayRange | null, ...more: Conditions[]) {
  const { value } = metric
  const measure = value.kind === 'total' ? value.of : value.kind === 'ratio' ? value.numerator : {}
  return listLink(metric, clocks, rowsOf(metric, period), conditionsOf(measure.where ?? {}), ...more)
}

/** The list of a ratio's denominator. */
export function denominatorLink(metric: Metric, clocks: Clocks, period: DayRange | null, ...more: Conditions[]) {
  const where = metric.value.kind === 'ratio' ? metric.value.denominator.where : undefined
  return listLink(metric, clocks, rowsOf(metric, period), conditionsOf(where ?? {}), ...more)
}

function listLink(metric: Metric, { asOf, knownAt }: Clocks, ...parts: Conditions[]) {
  const query = allOf(...parts)
  if (asOf !== null) query.set('asOf', asOf)
  if (knownAt !== null) query.set('knownAt', knownAt)
  return `/api/${metric.of.name}?${query}`
}
