import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addUog } from '../factories.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'
import { asker } from './ask.ts'

let app: TestApp
let client: Client

beforeAll(async () => {
  app = await startApp()
  await addUog(app.pool, 'UOG1')
})

beforeEach(async () => {
  client = await app.as('chi@aler.it')
})

interface Sent {
  text: string
  /** How many questions before it were not yet answered. */
  before: number
}

/** What is sent to Postgres while something is asked. */
async function sentDuring(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  let unanswered = 0
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function listening(this: pg.Client, ...asked: unknown[]) {
    const [statement] = asked as [string | { text: string }]
    sent.push({ text: typeof statement === 'string' ? statement : statement.text, before: unanswered })
    unanswered += 1
    const answer = Reflect.apply(query, this, asked) as Promise<unknown> | undefined
    // The pool is called back instead.
    if (answer === undefined) unanswered -= 1
    return answer?.finally(() => (unanswered -= 1))
  } as typeof query
  try {
    await work()
    await expect.poll(() => unanswered).toBe(0)
    return sent
  } finally {
    pg.Client.prototype.query = query
  }
}

describe('a record', () => {
  test('is asked for once who asks is known, and nothing else is asked', async () => {
    const sent = await sentDuring(async () => client.request('/api/uogs/UOG1'))
    expect(sent.map(({ before }) => before)).toEqual([0, 0, 0])
    expect(sent[0]?.text).toMatch(/^begin isolation level repeatable read read only;select .* from app\.enter\(/)
    expect(sent[2]?.text).toBe('commit')
  })

  test('is planned once, and read right at any moments afterwards', async () => {
    const ask = asker(client)
    const { body, headers } = await ask.get('/uogs/UOG1')
    const knownAt = headers.get('x-known-at') ?? ''
    await ask.patch('/uogs/UOG1', body.version as number, { name: 'Altro nome' })
    for (let i = 0; i < 8; i += 1) {
      expect((await ask.get('/uogs/UOG1')).body).toMatchObject({ name: 'Altro nome' })
      expect((await ask.get('/uogs/UOG1', { knownAt })).body).toMatchObject({ name: body.name })
    }
  })
})

describe('the door', () => {
  test('stays closed to a session that has ended, also between two questions', async () => {
    expect((await client.request('/api/uogs/UOG1')).status).toBe(200)
    await app.pool.query('delete from auth.session')
    for (const path of [
      '/api/uogs/UOG1',
      '/api/uogs',
      '/api/metrics',
      '/api/resources',
      '/api/metrics/units',
      '/api/openapi.json',
      '/api/attachments/00000000-0000-4000-8000-000000000000/file',
    ]) {
      expect([path, (await client.request(path)).status]).toEqual([path, 401])
    }
  })

  test('is closed first, whatever is wrong with what was asked', async () => {
    await app.pool.query('delete from auth.session')
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"id": 7}' }
    expect((await client.request('/api/uogs', init)).status).toBe(401)
    expect((await client.request('/api/uogs/nowhere')).status).toBe(401)
    expect((await client.request('/api/units?nonsense=1')).status).toBe(401)
  })

  test('is not asked for what was never signed', async () => {
    const sent = await sentDuring(async () =>
      client.request('/api/uogs/UOG1', { headers: { cookie: 'ballatoio.session_token=made.up' } }),
    )
    expect(sent).toEqual([])
  })

  test('opens no entry for what is refused before anything is written', async () => {
    const last = async () => (await app.pool.query('select max(number) as n from app.protocol')).rows[0]?.n
    const before = await last()
    const sent = await sentDuring(async () => asker(client).post('/uogs', { id: 'UOG1' }))
    expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining('from app.admit($1)')])
    expect(await last()).toBe(before)
  })

  test('says who writes, where from and why', async () => {
    const ask = asker(client)
    const { body } = await ask.get('/uogs/UOG1')
    await ask.patch(
      '/uogs/UOG1',
      body.version as number,
      { name: 'Terzo nome' },
      { 'x-reason': encodeURIComponent('Delibera 3') },
    )
    const { rows } = await app.pool.query('select author, origin, reason from app.protocol order by number desc limit 1')
    expect(rows).toEqual([{ author: 'chi@aler.it', origin: 'page', reason: 'Delibera 3' }])
  })
})
