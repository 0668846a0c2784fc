import { beforeAll, expect, test } from 'vitest'
import { begin, now } from '../../db/clocks.ts'
import { type Reader, SharedSnapshot } from '../../api/http/sharedSnapshot.ts'
import { addUog } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

async function read<T>(work: (reader: Reader) => Promise<T>) {
  const client = await app.pool.connect()
  try {
    const first = await begin(client, { clocks: now, user: 'chi@legge', writes: false })
    return await SharedSnapshot.read(app.pool, first, { clocks: now, user: 'chi@legge' }, work)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

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

test('a page that fails gives its connections back', async () => {
  await expect(read((reader) => Promise.all([reader.query('select 1 / 0'), reader.query('select 1')]))).rejects.toThrow(
    'division by zero',
  )
  expect(idle()).toBe(0)
})

test('a pool with nothing to spare is not waited for', async () => {
  const taken = await Promise.all(Array.from({ length: app.pool.options.max - 1 }, () => app.pool.connect()))
  expect(await read(async (reader) => (await reader.query<{ one: number }>('select 1 as one')).rows)).toEqual([{ one: 1 }])
  for (const client of taken) client.release()
})
