import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyRole } from '../harness/grants.ts'
import { sessionCookie } from '../harness/sessionCookie.ts'
import { sendSlowly, slowBodies } from '../harness/slowBody.ts'
import { type Program, startProgram } from '../harness/startProgram.ts'
import { freePort, startThrowAwayServer, type ThrowAwayServer } from '../harness/throwAwayServer.ts'

const secret = 'a secret of the tests, long enough to be one'
const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))

let server: ThrowAwayServer
let relay: Relay
let program: Program
let address: string
let cookie: string

/** What stands before a cluster and is pointed at another of its machines when one fails. */
interface Relay {
  port: number
  towards: number
  close(): void
}

async function startRelay(towards: number): Promise<Relay> {
  const port = await freePort()
  const sockets = new Set<Socket>()
  const relayed: Relay = { port, towards, close: () => {} }
  const gate: Server = createServer((near) => {
    const far = connect(relayed.towards, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  }).listen(port, '127.0.0.1')
  relayed.close = () => {
    gate.close()
    for (const socket of sockets) socket.destroy()
  }
  return relayed
}

async function directly<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server.url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  const started = await startThrowAwayServer({ max_connections: '60' })
  if (!started) throw new Error('These drills need the programs of a Postgres server on this machine.')
  server = started
  relay = await startRelay(server.port)
  program = startProgram({
    DATABASE_URL: `postgres://ballatoio@127.0.0.1:${relay.port}/postgres`,
    APP_SECRET: secret,
    DATA_DIR: folder,
    SEED: 'none',
  })
  address = await program.address
  cookie = await directly(async (client) => sessionCookie(client as never, secret, 'chi@aler.it', everyRole))
  await directly(async (client) =>
    client.query(`insert into comuni (id, name, province, cadastral_code) values ('015209', 'Legnano', 'MI', 'E514');
      insert into uogs (id, name, kind) values ('UOG1', 'UOG 1', 'province')`),
  )
})

afterAll(async () => {
  await program.stop()
  relay.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  status: number
  retryAfter: string | null
  body: { id?: string; message?: string }
}

interface Asked {
  method?: string
  body?: string
  signal?: AbortSignal
}

async function ask(path: string, init: Asked = {}): Promise<Answer> {
  const response = await fetch(`${address}/api${path}`, {
    ...init,
    headers: { cookie, origin: address, 'content-type': 'application/json' },
    signal: init.signal ?? AbortSignal.timeout(60_000),
  })
  const body = (await response.json()) as Answer['body']
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body }
}

const post = async (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) })

const write = async () =>
  post('/buildings', { code: `E-${randomBytes(6).toString('hex')}`, address: 'via Prova 1', owner: 'aler', comuneId: '015209' })

/** What was answered to some readers and writers who go on for as long as something happens to the database. */
async function under(happening: () => Promise<void>, { readers = 6, writers = 4 } = {}) {
  const answers: Answer[] = []
  const written: string[] = []
  let over = false
  const goOn = async (one: () => Promise<Answer>) => {
    while (!over) answers.push(await one())
  }
  const writing = async () => {
    const answer = await write()
    if (answer.status === 201 && answer.body.id) written.push(answer.body.id)
    return answer
  }
  const reading = [
    () => ask('/buildings'),
    () => ask('/metrics/units'),
    () => ask('/dashboards/overview'),
    () => ask('/comuni/015209'),
  ]
  const all = [
    ...Array.from({ length: readers }, async (_, i) => goOn(reading[i % reading.length] as () => Promise<Answer>)),
    ...Array.from({ length: writers }, async () => goOn(writing)),
  ]
  await happening()
  await recovered()
  over = true
  await Promise.all(all)
  return { answers, written }
}

async function recovered() {
  await expect.poll(async () => (await ask('/comuni/015209')).status, { timeout: 20_000, interval: 100 }).toBe(200)
}

/** Nothing but answers and clear refusals to come back later; and what was acknowledged is there. */
async function refusedAndNothingElse({ answers, written }: Awaited<ReturnType<typeof under>>) {
  const refused = answers.filter(({ status }) => status !== 200 && status !== 201)
  expect(refused.filter(({ status }) => status !== 503)).toEqual([])
  for (const { retryAfter, body } of refused) {
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(body.message).toMatch(/^[A-ZÈ].*\.$/)
  }
  const { rows } = await directly(async (client) => client.query<{ id: string }>('select id from buildings'))
  const there = new Set(rows.map(({ id }) => id))
  expect(written.filter((id) => !there.has(id))).toEqual([])
  return refused.length
}

const a = async (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a database that goes away and comes back', () => {
  test.each(['SIGINT', 'SIGKILL'] as const)('by %s, costs those requests a refusal, and nobody anything else', async (signal) => {
    const seen = await under(async () => {
      await a(500)
      await server.end(signal)
      await a(1000)
      await server.start()
    })
    expect(await refusedAndNothingElse(seen)).toBeGreaterThan(0)
    expect(seen.written.length).toBeGreaterThan(0)
  })

  test('on another machine, is followed there', async () => {
    const seen = await under(async () => {
      await a(300)
      await server.end('SIGKILL')
      const elsewhere = await freePort()
      await server.start(elsewhere)
      relay.towards = elsewhere
    })
    expect(await refusedAndNothingElse(seen)).toBeGreaterThan(0)
  })
})

const transactions = async () =>
  directly(async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int4 as n from pg_stat_activity where application_name = 'ballatoio' and (xact_start is not null or state <> 'idle')`,
    )
    return rows[0]?.n
  })

describe('a body that arrives slowly', () => {
  test.each(slowBodies)('of %s holds no connection, also when there are more than the pool has', async (...body) => {
    const slow = await Promise.all(Array.from({ length: 20 }, async () => sendSlowly(address, cookie, body)))
    await a(1000)
    expect(await transactions()).toBe(0)
    expect((await ask('/buildings')).status).toBe(200)
    expect((await write()).status).toBe(201)
    for (const socket of slow) socket.destroy()
    await a(200)
    expect((await ask('/buildings')).status).toBe(200)
  })
})

describe('a question that nobody waits for any more', () => {
  test('is stopped', async () => {
    await directly(async (holding) => {
      await holding.query('begin; lock table buildings in access exclusive mode')
      const leaving = new AbortController()
      const asked = ask('/buildings', { signal: leaving.signal }).catch(() => null)
      await expect.poll(transactions).toBe(1)
      leaving.abort()
      await asked
      await expect.poll(transactions, { timeout: 5_000 }).toBe(0)
      await holding.query('rollback')
    })
  })
})

describe('a full house', () => {
  test('is told in seconds, and does not keep records waiting behind figures', async () => {
    await directly(async (holding) => {
      await holding.query('begin; lock table vacancies in access exclusive mode')
      const began = Date.now()
      const heavy = Array.from({ length: 60 }, async () => ask('/dashboards/vacancies'))
      await a(200)
      const light = await Promise.all(Array.from({ length: 40 }, async () => ask('/comuni/015209')))
      expect(light.map(({ status }) => status)).toEqual(light.map(() => 200))
      const refused = (await Promise.all(heavy.slice(20))).filter(({ status }) => status === 503)
      expect(refused.length).toBeGreaterThan(20)
      expect(Date.now() - began).toBeLessThan(20_000)
      for (const { retryAfter } of refused) expect(Number(retryAfter)).toBeGreaterThan(0)
      await holding.query('rollback')
      await Promise.all(heavy)
    })
  })

  test('of two hundred clients gets answers and refusals, and no faults', async () => {
    const deadline = Date.now() + 6_000
    const statuses = new Map<number, number>()
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        while (Date.now() < deadline) {
          const { status } = await (i % 4 === 0
            ? ask('/dashboards/overview')
            : i % 10 === 1
              ? write()
              : ask('/buildings?_end=20'))
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        }
      }),
    )
    expect([...statuses.keys()].filter((status) => ![200, 201, 503].includes(status))).toEqual([])
    expect(statuses.get(200)).toBeGreaterThan(0)
    await recovered()
    expect(await transactions()).toBe(0)
  })
})
