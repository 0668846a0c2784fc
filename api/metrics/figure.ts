import { type SQL, sql } from 'drizzle-orm'
import type { Measure, Metric } from '../../db/defineMetric.ts'
import { columnOf } from '../../db/defineResource.ts'
import type { Counting } from './counting.ts'
import { type Conditions, conditionsOf } from './rowsLink.ts'

/** What a metric is worth over some rows. Euro are decimal strings; `n` is how many rows a duration was taken over. */
export interface Measured {
  value: number | string | null
  numerator?: number | string | null
  denominator?: number | string | null
  median?: number | null
  n?: number
}

/** The columns that the `i`-th metric needs of the rows that meet its conditions. */
export function valueColumns({ value }: Metric, conditions: Conditions, i: number, counting: Counting): SQL[] {
  const named = (column: SQL, name: string) => sql`${column} as ${sql.identifier(`${name}${i}`)}`
  switch (value.kind) {
    case 'total':
      return [named(total(value.of, conditions, counting), 'n')]
    case 'ratio':
      return [
        named(total(value.numerator, conditions, counting), 'n'),
        named(total(value.denominator, conditions, counting), 'd'),
      ]
    case 'duration': {
      const field = sql.identifier(columnOf(value.of))
      const condition = counting.meet(conditions)
      return [
        named(sql`avg(${field}) filter (where ${condition})::float8`, 'n'),
        named(sql`percentile_cont(0.5) within group (order by ${field}) filter (where ${condition})`, 'm'),
        named(sql`count(${field}) filter (where ${condition})`, 'c'),
      ]
    }
  }
}

function total({ sum, where = {} }: Measure, conditions: Conditions, { meet, count, sumOf }: Counting): SQL {
  const narrowed = meet(conditions, conditionsOf(where))
  if (sum) return sql`round(coalesce(sum(${sumOf(sum)}) filter (where ${narrowed}), 0)::numeric, 2)`
  return count ? sql`coalesce(sum(${count}) filter (where ${narrowed}), 0)` : sql`count(*) filter (where ${narrowed})`
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

/** The `i`-th metric out of the columns it asked for. */
export function figureOf(metric: Metric, row: Record<string, unknown>, i: number): Measured {
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

/** What a metric is worth where no row is. */
export function nothing(metric: Metric): Measured {
  const { value } = metric
  const none = (measure: Measure) => settled(metric, measure, '0.00')
  if (value.kind === 'duration') return { value: null, median: null, n: 0 }
  if (value.kind === 'ratio') return ratio(metric, none(value.numerator), none(value.denominator))
  return { value: none(value.of) }
}

/** Counts and whole numbers as numbers, amounts as exact decimals. */
export function settled(metric: Metric, { sum }: Measure, value: number | string | null) {
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
