import { beforeAll, expect, test } from 'vitest'
import { SharedSnapshot } from '../../api/http/sharedSnapshot.ts'
import { now } from '../../db/clocks.ts'
import { inTransaction, type Reader } from '../../db/transaction.ts'
import { addUog } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const read = <T>(work: (reader: Reader) => Promise<T>) =>
  inTransaction(app.pool, { asking: { name: 'chi legge' }, clocks: now, writes: false }, async (first) =>
    SharedSnapshot.read(app.pool, first, now, work),
  )

const idle = () => app.pool.totalCount - app.pool.idleCount

test('every connection sees the same rows, as the request’s own role, whatever is written meanwhile', async () => {
  const seen = await read(async (reader) => {
    const look = async () => {
      const { rows } = await reader.query<{ pid: number; role: string; uogs: number }>(
        'select pg_backend_pid() as pid, current_user as role, count(*)::int as uogs from uogs_rows, pg_sleep(0.05)',
      )
      return rows[0]
    }
    const before = await Promise.all([look(), look(), look()])
    if (app.pool.options.max > 1) await addUog(app.pool, 'UOG9')
    return [...before, ...(await Promise.all([look(), look()]))]
  })
  expect(new Set(seen.map((one) => one?.pid)).size).toBe(app.pool.options.max > 1 ? 2 : 1)
  expect(seen.map((one) => [one?.role, one?.uogs])).toEqual(seen.map(() => ['ballatoio_app', 0]))
  expect(idle()).toBe(0)
})

test('a connection that comes later sees what the first one saw, whatever was committed in between', async () => {
  const seen = await inTransaction(app.pool, { asking: { name: 'chi legge' }, clocks: now, writes: false }, async (first) => {
    const uogs = 'select count(*)::int as uogs from uogs_rows, pg_sleep(0.05)'
    const [before] = (await first.query<{ uogs: number }>(uogs)).rows
    if (app.pool.options.max > 1) await addUog(app.pool, 'UOG8')
    return SharedSnapshot.read(app.pool, first, now, async (reader) => {
      const answers = await Promise.all([reader.query<{ uogs: number }>(uogs), reader.query<{ uogs: number }>(uogs)])
      return [before, ...answers.map(({ rows: [one] }) => one)].map((one) => one?.uogs)
    })
  })
  expect(new Set(seen).size).toBe(1)
})

test('a page that fails gives its connections back', async () => {
  await expect(read((reader) => Promise.all([reader.query('select 1 / 0'), reader.query('select 1')]))).rejects.toThrow(
    'division by zero',
  )
  expect(idle()).toBe(0)
})

test('what a page that failed is still being answered is not waited for', async () => {
  const began = Date.now()
  await expect(read((reader) => Promise.all([reader.query('select 1 / 0'), reader.query('select pg_sleep(5)')]))).rejects.toThrow(
    'division by zero',
  )
  expect(Date.now() - began).toBeLessThan(4_000)
  expect(idle()).toBe(0)
})

test('what a page that failed still asks is not asked any more, on no connection and as nobody', async () => {
  let later: Promise<unknown> | undefined
  const roles: unknown[] = []
  const failing = read(async (reader) => {
    const look = async () =>
      roles.push((await reader.query<{ role: string }>('select current_user as role, pg_sleep(0.2)')).rows[0]?.role)
    const failed = reader.query('select 1 / 0')
    // More than there are connections: some of them wait while the first fails.
    later = Promise.allSettled([look(), look(), look(), look()])
    await failed
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(idle()).toBe(0)
  expect(await later).toEqual(expect.arrayContaining([expect.objectContaining({ status: 'rejected' })]))
  expect(roles.filter((role) => role !== 'ballatoio_app')).toEqual([])
})

test('a pool with nothing to spare is not waited for', async () => {
  const taken = await Promise.all(Array.from({ length: app.pool.options.max - 1 }, async () => app.pool.connect()))
  expect(await read(async (reader) => (await reader.query<{ one: number }>('select 1 as one')).rows)).toEqual([{ one: 1 }])
  for (const client of taken) client.release()
})
