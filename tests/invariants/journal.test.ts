import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SQL, sql } from 'drizzle-orm'
import { balancesOf } from '../../api/metrics/balances.ts'
import { rowsOfDay } from '../../api/metrics/measure.ts'
import { rowsWith, run } from '../../api/resources/readRows.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { flatRowsOf } from '../../db/flatRows.ts'
import { bookOf, fieldOfKey, isEmptiness, summed } from '../../db/journal/book.ts'
import { resources } from '../../db/resources.ts'
import type { Reader } from '../../db/transaction.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { beginning, day, history, type Writing } from './histories.ts'

const kept = resources.filter(({ journal }) => journal)

let app: TestApp
let client: PoolClient

beforeAll(async () => {
  app = await startApp()
  for (const statement of beginning) await app.pool.query(statement)
  client = await app.pool.connect()
})
afterAll(() => client.release())

/** Writes an entry; one that the database refuses leaves nothing. */
async function write(writings: readonly Writing[]): Promise<boolean> {
  await client.query('savepoint entry')
  try {
    for (const { statement, values } of writings) await client.query(statement, values)
    // Seals the entry, as a commit does.
    await client.query('set constraints all immediate')
    await client.query('set constraints all deferred')
    return true
  } catch {
    await client.query('rollback to savepoint entry')
    return false
  }
}

/**
 * Cells of a resource on a day, as it was known at an instant, that its rows and its balances do not tell alike, and records
 * that its rows and its spans do not.
 */
async function differences(resource: Resource, asOf: string, knownAt: string) {
  const book = bookOf(resource)
  const flat = flatRowsOf(resource)
  if (!book || !flat) throw new Error(`${resource.name} keeps no journal.`)
  const { keys, sums } = book
  await client.query(
    `select set_config('app.as_of', $1, true), set_config('app.known_at', $2, true),
      set_config('search_path', 'replay, known, public', true)`,
    [asOf, knownAt],
  )
  const reader = { query: client.query.bind(client), entered: async () => ({ asOf, knownAt }), lanes: 1 } as unknown as Reader
  const cut = keys.map((key) => (isEmptiness(key) ? `${columnOf(fieldOfKey(key))} is null as ${columnOf(key)}` : columnOf(key)))
  const told = (count: string, sumOf: (field: string) => string, from: SQL) => sql`
    select ${sql.raw([...cut, `${count} as records`, ...sums.map((field) => `coalesce(sum(${sumOf(field)}), 0) as ${columnOf(field)}`)].join(', '))}
    from ${from} group by ${sql.raw(keys.map((_, i) => i + 1).join(', '))} having ${sql.raw(count)} <> 0`
  const each = (rows: SQL) =>
    sql`select ${sql.raw(
      Object.keys(resource.fields)
        .map((field) => `"${columnOf(field)}"`)
        .join(', '),
    )} from ${rows} as told`
  const found = await run(
    reader,
    sql`with by_rows as (${told('count(*)', columnOf, rowsOfDay(resource).from(['id', ...keys.map(fieldOfKey), ...sums]))}),
      by_balances as (${told('sum(change)', summed, balancesOf(book).from(sums))}),
      of_rows as (${each(rowsWith(resource))}),
      of_spans as (${each(rowsWith(flat.resource))})
      select 'rows' as of, to_jsonb(a) as differs from (select * from by_rows except all select * from by_balances) a
      union all select 'balances', to_jsonb(b) from (select * from by_balances except all select * from by_rows) b
      union all select 'record', to_jsonb(c) from (select * from of_rows except all select * from of_spans) c
      union all select 'span', to_jsonb(d) from (select * from of_spans except all select * from of_rows) d`,
  )
  await client.query(
    `select set_config('app.as_of', '', true), set_config('app.known_at', '', true), set_config('search_path', 'public', true)`,
  )
  return found
}

const histories = Number(process.env['HISTORIES'] ?? 100)

test('whatever is written and corrected, balances are what the rows add up to, on any day and as known at any instant', async () => {
  const written = { entries: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(history, day, day, fc.nat(12), async (entries, asOf, another, back) => {
      await client.query('begin')
      try {
        for (const entry of entries) written[(await write(entry)) ? 'entries' : 'refused'] += 1
        const { rows: instants } = await client.query<{ at: string }>(
          'select recorded_at::text as at from app.protocol order by number desc limit 13',
        )
        const [last, then] = [instants[0], instants[Math.min(back, instants.length - 1)]].map((entry) => entry?.at ?? '')
        for (const resource of kept) expect(await differences(resource, asOf, then ?? '')).toEqual([])
        for (const resource of kept) expect(await differences(resource, another, last ?? '')).toEqual([])
      } finally {
        await client.query('rollback')
      }
    }),
    { numRuns: histories },
  )
  // Histories that the database refuses would prove nothing.
  expect(written.entries).toBeGreaterThan(histories)
})
