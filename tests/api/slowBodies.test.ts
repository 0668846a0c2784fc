import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../api/app.ts'
import { listen, type Listening } from '../../api/listen.ts'
import { add, addUog } from '../factories.ts'
import { everyRole } from '../harness/grants.ts'
import { memoryStore } from '../harness/memoryStore.ts'
import { sessionCookie } from '../harness/sessionCookie.ts'
import { silent } from '../harness/silent.ts'
import { sendSlowly, slowBodies } from '../harness/slowBody.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

const model = '00000000-0000-4000-8000-000000000001'
const secret = 'a secret of the tests, long enough to be one'

let app: TestApp
let listening: Listening
let cookie: string

beforeAll(async () => {
  app = await startApp()
  await addUog(app.pool, 'UOG1')
  await add(app.pool, 'agreements', { id: model, kind: 'protocol', title: 'Protocollo', step: 'draft' })
  cookie = await sessionCookie(app.pool, secret, 'chi@aler.it', everyRole)
  const database = { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} }
  listening = await listen({ host: '127.0.0.1', port: 0 })
  listening.answerWith(createApp({ database, secret, production: false, demo: false, files: memoryStore(), log: silent }).fetch)
})

afterAll(async () => {
  await listening.close()
})

const bodies: typeof slowBodies = [
  ...slowBodies,
  // Its record is looked for before its body is read.
  ['a copy', `/agreements/${model}/duplicate`, 'application/json', '{"comuneId": "015146", '],
]

test.each(bodies)('of %s, more than the pool has, keep nobody waiting', async (...body) => {
  const slow = await Promise.all(Array.from({ length: 12 }, async () => sendSlowly(listening.address, cookie, body)))
  await new Promise((resolve) => setTimeout(resolve, 300))
  // Long before the bodies are here, whatever looked at their session has given its connection back.
  await vi.waitFor(() => expect(app.pool.totalCount - app.pool.idleCount).toBe(0), { timeout: 10_000, interval: 50 })
  const others = await Promise.all(
    Array.from({ length: 5 }, async () => fetch(`${listening.address}/api/uogs`, { headers: { cookie } })),
  )
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200))
  for (const socket of slow) socket.destroy()
})
