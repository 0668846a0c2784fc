import type { RecordField, Resource } from './defineResource.ts'
import type { Comparison } from './dialect.ts'

export type Unit = 'count' | 'EUR' | 'ratio' | 'days' | 'hours'

/** Of a figure: `like` is for people who search. */
type Suffix = '' | `_${Exclude<Comparison, '' | 'like'>}`

/** A condition in the list dialect: `{ state: 'vacant', vacancyReason_ne: ['sale', 'demolition'] }`. */
export type Filter<K extends string = string> = {
  readonly [P in `${K | RecordField}${Suffix}`]?: string | readonly string[]
}

/** What is taken from the rows: how many, or the sum of one field, of those that also meet `where`. */
export interface Measure<K extends string = string> {
  sum?: K
  where?: Filter<K>
}

/**
 * How a metric's value comes from its rows.
 * `total`: a count or a sum. `ratio`: sum of numerators over sum of denominators, null when the latter is 0.
 * `duration`: mean (the value) and median of a field in days or hours, over the rows that have it.
 */
export type Value<K extends string = string> =
  | { kind: 'total'; of: Measure<K> }
  | { kind: 'ratio'; numerator: Measure<K>; denominator: Measure<K> }
  | { kind: 'duration'; of: K }

export const count = <const W extends Filter = Record<never, never>>(where?: W) => (where ? { where } : {})
export const sum = <const F extends string, const W extends Filter = Record<never, never>>(field: F, where?: W) => ({
  sum: field,
  ...(where && { where }),
})

export interface Metric<K extends string = string> {
  /** kebab-case, as in its address and its file name. */
  id: string
  /** The code of the KPI list of the field: V1, R3, F2… */
  code: string
  label: string
  /** One sentence: what is counted, over which records, by which date, what is left out. */
  definition: string
  /** What the figure is about: the records in and out, in words to print beside the number. */
  perimeter: string
  unit: Unit
  /** What is counted, in the singular and the plural: `['alloggio', 'alloggi']`. */
  noun: readonly [string, string]
  goodWhen: 'up' | 'down' | 'neutral'
  of: Resource<K>
  /** The rows it looks at. */
  filter: Filter<K>
  /** The field that puts a row into a period; a metric without one is a stock, taken at `as_of`. */
  date?: K
  value: Value<K>
  by: readonly K[]
  /** A reference line, never a target: where it comes from and its value. */
  benchmark?: { value: number; label: string }
}

/** What a metric counts or sums; nothing for a duration. */
export const measuresOf = ({ value }: Metric): Measure[] =>
  value.kind === 'total' ? [value.of] : value.kind === 'ratio' ? [value.numerator, value.denominator] : []

/** A metric that the compiler knows the fields and the dimensions of. */
export interface Defined<K extends string, D extends K> extends Metric {
  of: Resource<K>
  by: readonly D[]
}

/** Declares a figure; the compiler checks every field name against the resource. */
export function defineMetric<K extends string, const D extends K>(
  metric: Metric<NoInfer<K>> & { of: Resource<K>; by: readonly D[] },
): Defined<K, D> {
  return metric
}
