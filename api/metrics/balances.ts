import { type SQL, sql } from 'drizzle-orm'
import { columnOf } from '../../db/defineResource.ts'
import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import { parameterOf, readParameter } from '../../db/dialect.ts'
import { type Book, bookOf, fieldOfKey, isEmptiness, summed } from '../../db/journal.ts'
import { day } from '../resources/readRows.ts'
import type { Source } from './counting.ts'
import { type Conditions, conditionsOf } from './rowsLink.ts'

/** Whether the cells of a journal tell what a condition asks. */
const tells = ({ keys }: Book, name: string) => {
  const { field, comparison } = readParameter(name) ?? { field: name, comparison: '' }
  return keys.includes(field) || (comparison === 'null' && keys.includes(parameterOf(field, 'null')))
}

/** Whether a figure is the sum of balances: cells tell its conditions and dimensions, and what it adds up is kept. */
export function isBalance(metric: Metric, by: readonly string[], filters: Conditions): boolean {
  const book = bookOf(metric.of)
  if (!book || metric.value.kind === 'duration' || metric.date) return false
  const conditions = [filters, conditionsOf(metric.filter), ...measuresOf(metric).map(({ where = {} }) => conditionsOf(where))]
  return (
    by.every((field) => book.keys.includes(field)) &&
    conditions.flat().every(([name]) => tells(book, name)) &&
    measuresOf(metric).every(({ sum }) => sum === undefined || book.sums.includes(sum))
  )
}

const identifiers = (names: readonly string[], prefix = '') => sql.raw(names.map((name) => `${prefix}${name}`).join(', '))

/** The balances of a journal on the request's day or, numbered from 1, on many, which follow one another. */
export const balancesOf = (book: Book, days?: readonly string[]): Source => ({
  isOfBalances: true,
  isOfManyDays: days !== undefined,
  from: (fields) =>
    balances(
      book,
      book.sums.filter((field) => fields.includes(field)),
      days,
    ),
})

/** With these sums alone: the others are not read, which would take most of the time. */
function balances(
  { cells, entries, balances: carried, keys }: Book,
  sums: readonly string[],
  days: readonly string[] | undefined,
): SQL {
  const amounts = ['change', ...sums.map(summed)]
  const asked = days
    ? sql`select bucket, day from unnest(${sql.param(days)}::date[]) with ordinality as asked (day, bucket)`
    : sql`select 1 as bucket, ${day} as day`
  const told = keys.map((key) =>
    isEmptiness(key)
      ? // A field of which only that is kept is null where it has no value.
        sql.raw(`nullif(cell.${columnOf(key)}, true) as ${columnOf(fieldOfKey(key))}`)
      : sql.raw(`cell.${columnOf(key)}`),
  )
  return sql`(
      with carried as materialized (
        select coalesce(max(number), 0) as number from ${sql.raw(carried)} where recorded_at <= (select app.known_at())
      ),
      asked as materialized (
        select bucket::integer, day, coalesce(
          (select max(before) from ${sql.raw(carried)} b where b.number = carried.number and before <= day + 1), '-infinity') as before
        from (${asked}) asked, carried
      ),
      since as materialized (
        select e.first as bucket, e.cell, ${sql.raw(amounts.map((name) => `sum(${name}) as ${name}`).join(', '))}
        from (
          select cell, ${identifiers(amounts)},
            width_bucket(valid_on, (select array_agg(day + 1 order by bucket) from asked)) + 1 as first
          from ${sql.raw(entries)} where number > (select number from carried) and recorded_at <= (select app.known_at())
        ) e
        group by e.first, e.cell
      )
      select moved.bucket, ${sql.join(told, sql`, `)}, ${identifiers(amounts, 'moved.')}
      from (
        select asked.bucket, balance.cell, ${identifiers(amounts, 'balance.')}
        from asked join ${sql.raw(carried)} b on b.number = (select number from carried) and b.before = asked.before
        cross join lateral unnest(b.cells, ${identifiers(amounts, 'b.')}) as balance (cell, ${identifiers(amounts)})
        union all
        select asked.bucket, e.cell, ${identifiers(amounts, 'e.')}
        from asked join ${sql.raw(entries)} e on e.valid_on >= asked.before and e.valid_on <= asked.day
        where e.number <= (select number from carried)
        union all
        select asked.bucket, since.cell, ${identifiers(amounts, 'since.')} from since join asked on asked.bucket >= since.bucket
      ) moved join ${sql.raw(cells)} cell on cell.id = moved.cell
    ) as told`
}
