import { beforeEach, describe, expect, test } from 'vitest'
import type { Dashboard } from '../../api/dashboards/tiles.ts'
import { addUnitIn } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { asker, type Asker } from './ask.ts'

let app: TestApp
let ask: Asker
let queries: string[]

beforeEach(async () => {
  app = await startApp()
  ask = asker(await app.as('direzione@example.test'))
  queries = []
})

const vacant = async (asking = ask) => {
  const page = (await asking.get('/dashboards/vacancies')).body as unknown as Dashboard
  const tile = page.tiles.find(({ id }) => id === 'vacant-gross')
  return tile?.kind === 'figure' ? tile.figure.value : null
}

/** The scans that one request cost. */
async function scansOf(request: () => Promise<unknown>) {
  const client = await app.pool.connect()
  const { query } = Object.getPrototypeOf(client) as typeof client
  client.release()
  Object.getPrototypeOf(client).query = function spy(this: unknown, ...given: unknown[]) {
    queries.push(String(given[0]))
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
    const other = asker(await app.as('altri@example.test', 'auditor'))
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
})
