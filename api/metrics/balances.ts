import { type SQL, sql } from 'drizzle-orm'
import { columnOf } from '../../db/defineResource.ts'
import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import { parameterOf, readParameter } from '../../db/dialect.ts'
import { balances } from '../../db/journal/balances.ts'
import { type Book, bookOf, fieldOfKey, isEmptiness, summed } from '../../db/journal/book.ts'
import { day } from '../resources/readRows.ts'
import type { Source } from './counting.ts'
import { type Conditions, conditionsOf } from './rowsLink.ts'

/** Whether the cells of a journal tell what a condition asks. */
export const tells = ({ keys }: Book, name: string) => {
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

/** The balances of a journal on the request's day or, numbered from 1, on many, which follow one another. */
export const balancesOf = (book: Book, days?: readonly string[]): Source => ({
  isOfBalances: true,
  isOfManyDays: days !== undefined,
  from: (fields) =>
    cellsOf(
      book,
      // Sums that are not asked for are not read, which would take most of the time.
      book.sums.filter((field) => fields.includes(field)),
      days,
    ),
})

function cellsOf(book: Book, sums: readonly string[], days: readonly string[] | undefined): SQL {
  const amounts = ['change', ...sums.map(summed)].map((name) => `moved.${name}`)
  const told = book.keys.map((key) =>
    isEmptiness(key)
      ? // A field of which only that is kept is null where it has no value.
        `nullif(cell.${columnOf(key)}, true) as ${columnOf(fieldOfKey(key))}`
      : `cell.${columnOf(key)}`,
  )
  const moved = days
    ? balancesOn(
        book,
        sums,
        sql`select bucket, day from unnest(${sql.param(days)}::date[]) with ordinality as asked (day, bucket)`,
      )
    : sql`${sql.raw(sums.length > 0 ? book.stock : book.count)}(${day})`
  return sql`(select ${sql.raw([...(days ? ['bucket'] : []), ...told, ...amounts].join(', '))}
    from ${moved} moved join ${sql.raw(book.cells)} cell on cell.id = moved.cell) as told`
}

const balancesOn = (book: Book, sums: readonly string[], asked: SQL) => {
  const [before, after] = balances(book, sums, 'ASKED')
    .split('ASKED')
    .map((text) => sql.raw(text))
  return sql`(${before}${asked}${after})`
}
