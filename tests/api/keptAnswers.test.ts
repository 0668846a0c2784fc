import { beforeEach, describe, expect, test } from 'vitest'
import type { Dashboard } from '../../api/dashboards/tiles.ts'
import { lastEntry, tamper } from '../db/entries.ts'
import { addComune, addUnitIn } from '../factories.ts'
import { over } from '../harness/grants.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { asker, type Asker, type Body } from './ask.ts'

let app: TestApp
let ask: Asker
let queries: string[]

beforeEach(async () => {
  app = await startApp()
  ask = asker(await app.as('direzione@example.test'))
  queries = []
})

const vacant = async (asking = ask) => vacantOf((await asking.get('/dashboards/vacancies')).body)

function vacantOf(body: Body) {
  const tile = (body as unknown as Dashboard).tiles.find(({ id }) => id === 'vacant-gross')
  return tile?.kind === 'figure' ? tile.figure.value : null
}

/** The scans that one request cost. */
async function scansOf(request: () => Promise<unknown>) {
  const client = await app.pool.connect()
  const { query } = Object.getPrototypeOf(client) as typeof client
  client.release()
  Object.getPrototypeOf(client).query = function spy(this: unknown, ...given: unknown[]) {
    const [statement] = given as [string | { text: string }]
    queries.push(typeof statement === 'string' ? statement : statement.text)
    return Reflect.apply(query, this, given)
  }
  await request()
  Object.getPrototypeOf(client).query = query
  return queries.filter((text) => text.includes('grouping sets')).length
}

describe('Answers that are kept', () => {
  test('the same question of the same records is read once, also for another reader of equal sight', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    const other = asker(await app.as('altri@example.test'))
    expect(await vacant()).toBe(1)
    expect(await scansOf(() => vacant())).toBe(0)
    expect(await scansOf(() => vacant(other))).toBe(0)
  })

  test('what a role was answered is not given to another', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    const other = asker(await app.as('altri@example.test', [over('auditor')]))
    await vacant()
    expect(await scansOf(() => vacant(other))).toBeGreaterThan(0)
  })

  test('a write is seen by the next question', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    expect(await vacant()).toBe(1)
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    expect(await vacant()).toBe(2)
  })

  test('signing in, also in vain, empties nothing', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    await vacant()
    await asker(app).post('/auth/sign-in/email', { email: 'nessuno@example.test', password: 'non è questa' })
    await app.as('ancora@example.test')
    expect(await scansOf(() => vacant())).toBe(0)
  })

  test('of two days said one after the other, each has its own, and so has the day it is', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    await addUnitIn(app.pool, 'assignable', '2026-02-01')
    const on = async (asOf: string) => vacantOf((await ask.get('/dashboards/vacancies', { asOf })).body)
    expect([await on('2025-12-31'), await on('2026-01-31'), await on('2026-02-01')]).toEqual([0, 1, 2])
    expect([await vacant(), await on('2026-01-31')]).toEqual([2, 1])
  })

  test('a day that begins while nothing is written has answers of its own', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    await addUnitIn(app.pool, 'assignable', '2026-02-01')
    const putBack = await definitionOf('app.as_of()')
    try {
      await itIs('2026-01-31')
      expect(await vacant()).toBe(1)
      await itIs('2026-02-01')
      expect(await vacant()).toBe(2)
    } finally {
      await app.pool.query(putBack)
    }
  })
})

async function definitionOf(called: string): Promise<string> {
  const { rows } = await app.pool.query<{ told: string }>('select pg_get_functiondef($1::regprocedure) as told', [called])
  return rows[0]?.told ?? ''
}

/** Moves the day of the database where nobody says one: it is no record, so nothing is written. */
const itIs = (day: string) =>
  app.pool.query(`create or replace function app.as_of() returns date language sql stable parallel safe as $$
    select coalesce(nullif(current_setting('app.as_of', true), '')::date, date '${day}') $$`)

describe('Answers that are kept of a database that goes back', () => {
  /** As a copy put in its place, or a replica that is late, has it: what was written after an entry is not there. */
  async function goBackTo(entry: number) {
    const tables = ['journal.units_entries', 'vacancy_stages', 'vacancies', 'unit_states', 'units', 'buildings', 'comuni']
    const after = `(select recorded_at from app.protocol where number = ${entry})`
    await app.pool.query(
      [
        'begin; set local session_replication_role = replica',
        ...tables.map((table) => `delete from ${table} where recorded_at > ${after}`),
        `delete from app.protocol_rows where number > ${entry}; delete from app.protocol where number > ${entry}; commit`,
      ].join(';'),
    )
  }

  test('are never told of rows that are not there', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    const copied = await lastEntry(app.pool)
    expect(await vacant()).toBe(1)
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    expect(await vacant()).toBe(2)
    const reached = await lastEntry(app.pool)
    await goBackTo(copied.number)
    expect(await vacant(), 'as a late replica').toBe(1)
    // The numbers come again, and stand for something else.
    while ((await lastEntry(app.pool)).number < reached.number) await addComune(app.pool)
    expect(await vacant(), 'after a copy was put back and written on').toBe(1)
    // So may the moments, of a clock that was set back: only the digest tells one past from the other.
    await tamper(app.pool, `update app.protocol set recorded_at = '${reached.recordedAt}' where number = ${reached.number}`)
    expect(await vacant(), 'under the same number and moment').toBe(1)
  })
})
