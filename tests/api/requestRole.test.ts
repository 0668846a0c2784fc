import { beforeAll, describe, expect, test } from 'vitest'
import { now } from '../../db/clocks.ts'
import { inTransaction, Transaction } from '../../db/transaction.ts'
import { addUnit } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let unit: string

beforeAll(async () => {
  app = await startApp()
  unit = await addUnit(app.pool, { rooms: 1 })
  await app.pool.query('update units set rooms = 2 where id = $1', [unit])
})

/** Runs a statement as a request would, and answers the SQLSTATE it fails with, or null. */
async function attempt(statement: string, writes = true): Promise<string | null> {
  return undone(async (client) => client.query(statement), writes).then(
    () => null,
    (error: { code: string }) => error.code,
  )
}

/** What a request reads or writes, taken back. */
async function undone<T>(work: (client: Transaction) => Promise<T>, writes = true): Promise<T> {
  const client = new Transaction(app.pool, { asking: { name: 'prova@aler.it' }, clocks: now, writes })
  try {
    return await work(client)
  } finally {
    await client.end('rollback')
  }
}

const forbidden = '42501'

describe('the role of a request', () => {
  test.each([
    ['update history.units set rooms = 3'],
    ['delete from history.units'],
    [`insert into history.units select * from history.units`],
    ['truncate history.units'],
    ['truncate public.units cascade'],
    ['select * from auth."user"'],
    ['select * from auth.session'],
    ['select * from auth.account'],
    [`insert into app.settings values ('seed', '{}')`],
    ['update app.settings set value = null'],
    ['create table public.mine (id int)'],
    ['create schema mine'],
    ['alter table public.units disable trigger all'],
    ['drop trigger dated_by_entry on public.units'],
    ['drop view live.units_rows'],
    ['create or replace function app.as_of() returns date language sql as $$ select null::date $$'],
    [`copy public.units to program 'true'`],
    ['set session_replication_role = replica'],
    [`select pg_read_file('/etc/hostname')`],
    [`select set_config('session_replication_role', 'replica', true)`],
  ])('may not: %s', async (statement) => {
    expect(await attempt(statement)).toBe(forbidden)
  })

  test('may read the history and write the tables', async () => {
    expect(await attempt(`select * from history.units where id = '${unit}'`)).toBeNull()
    expect(await attempt(`update public.units set rooms = 5 where id = '${unit}'`)).toBeNull()
  })

  test('cannot choose the version, the author or the time of what it writes', async () => {
    const { rows } = await undone(async (client) => {
      await client.query(`set local app.seeding = 'on'`)
      return client.query(
        `update public.units set version = 99, recorded_by = 'altri', recorded_at = '2000-01-01', is_demo = true where id = $1
         returning version, recorded_by, recorded_at > '2020-01-01' as now, is_demo`,
        [unit],
      )
    })
    expect(rows).toEqual([{ version: 3, recorded_by: 'prova@aler.it', now: true, is_demo: false }])
  })

  test('cannot write at all while it reads', async () => {
    expect(await attempt(`update public.units set rooms = 5 where id = '${unit}'`, false)).toBe('25006')
  })

  test('ends with the request: the connection goes back as it was', async () => {
    await attempt('select 1')
    const { rows } = await app.pool.query(`select current_user as role, current_setting('app.author', true) as "user"`)
    expect(rows[0]).not.toMatchObject({ role: 'ballatoio_app' })
    expect(rows[0].user || '').toBe('')
  })

  test('of a server that may only read is not asked twice: the next connection may find another', async () => {
    await attempt('select 1')
    const before = app.pool.totalCount
    expect(await attempt(`update public.units set rooms = 5 where id = '${unit}'`, false)).toBe('25006')
    expect(app.pool.totalCount).toBe(before - 1)
  })
})

describe('what a request writes', () => {
  test('is not said to stand when a part of it failed, though nobody heeded that', async () => {
    const client = new Transaction(app.pool, { asking: { name: 'prova@aler.it' }, clocks: now, writes: true })
    await client.query('update public.units set rooms = 7 where id = $1', [unit])
    await expect(client.query('select 1 / 0')).rejects.toThrow('division by zero')
    await expect(client.end('commit')).rejects.toThrow('was to be committed')
    expect((await app.pool.query('select rooms from units where id = $1', [unit])).rows).toEqual([{ rooms: 2 }])
  })

  test('is taken back with what fails after it, also when it is work of its own', async () => {
    const question = { asking: { name: 'prova@aler.it' }, clocks: now, writes: true }
    const failing = inTransaction(app.pool, question, async (client) => {
      await client.query('update public.units set rooms = 7 where id = $1', [unit])
      throw new Error('after it')
    })
    await expect(failing).rejects.toThrow('after it')
    expect((await app.pool.query('select rooms from units where id = $1', [unit])).rows).toEqual([{ rooms: 2 }])
  })
})
