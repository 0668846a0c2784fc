import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type pg from 'pg'
import { putAccount } from '../../api/auth/accounts.ts'
import { addMonths, startOf, today } from '../../db/calendar.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { seed } from '../../seeds/seed.ts'
import { startProgram } from '../harness/startProgram.ts'
import { type Case, casesOf, referenceSql } from './cases.ts'
import { type Client, openClient } from './client.ts'
import { firstLoad } from './firstLoad.ts'
import { listener, type Statement } from './ownSql.ts'
import { startThrowAwayServer } from '../harness/throwAwayServer.ts'
import { inTurn, throughput, type Timing } from './timings.ts'

const account = { email: 'misure@example.test', password: 'una frase per le misure', name: 'Misure', role: 'management' as const }
const secret = 'un segreto per le misure, lungo a sufficienza'
const runs = 20
/** What takes little is asked more often, that its slowest twentieth is more than one answer. */
const runsOfLists = 60
/** What the reference query took where the goals were set, in milliseconds: the middle of what the design measured. */
const referenceThere = 37.5
const clients = 8
const seconds = 2

interface Measured extends Case {
  /** The reference query, in the same minute. */
  reference: Timing
  now: Timing
  again: Timing
  past: Timing
  perSecond: number
  hand: Timing | undefined
  own: Timing
}

const say = (line: string) => process.stdout.write(`${line}\n`)

const given = process.env['DATABASE_URL']
const server = given ? null : await startThrowAwayServer({ shared_buffers: '512MB', work_mem: '16MB' })
const url = given ?? server?.url
if (url) await bench(url)
else say('Nessun server Postgres: installarne i programmi, oppure indicare DATABASE_URL di un database vuoto.')
await server?.stop()

async function bench(databaseUrl: string): Promise<void> {
  const database = await reached(databaseUrl)
  const { pool, close } = database
  await migrate(pool)
  say('Scrittura dell’agenzia a grandezza vera…')
  const { rows: seeded } = await pool.query(`select from app.settings where key = 'seed'`)
  if (seeded.length === 0) await seed(pool, { profile: 'full', today: today() })
  await pool.query('vacuum analyze')
  await putAccount(pool, account)
  const program = startProgram({ DATABASE_URL: databaseUrl, APP_SECRET: secret })
  const address = await program.address
  const cookie = await signIn(address)
  const { rows } = await pool.query<{ id: string }>(`select id from units order by code limit 1`)
  const month = startOf('month', today())
  const cases = casesOf(rows[0]?.id ?? '', { from: addMonths(month, -35), to: addMonths(month, 1) })
  const bare = await pool.connect()
  const statementsOf = listener(database, secret)
  const measured: Measured[] = []
  const client = openClient(address, cookie)
  for (const one of cases) measured.push(await measureCase(one, { client, cookie, bare, pool, statementsOf }))
  const writes = await measureWrites(client, pool)
  client.close()
  const memory = process.platform === 'linux' ? await residentMemory(address) : null
  const load = await firstLoad(address, cookie)
  await program.stop()
  const { rows: versions } = await bare.query<{ server_version: string }>('show server_version')
  bare.release()
  await close()
  const report = reportOf(measured, { writes, memory, load, postgres: versions[0]?.server_version ?? '' })
  say(report)
  writeFileSync(new URL('../../docs/bench.md', import.meta.url), report)
}

/** A server that was just started takes a moment. */
async function reached(databaseUrl: string) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await connect({ databaseUrl, dataDir: '' })
    } catch (error) {
      if (attempt === 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

async function signIn(address: string) {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}.`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface Bench {
  client: Client
  cookie: string
  bare: pg.ClientBase
  pool: pg.Pool
  statementsOf: ReturnType<typeof listener>
}

async function measureCase(one: Case, { client, cookie, bare, pool, statementsOf }: Bench): Promise<Measured> {
  const ask = (query = '') => client.ask(`${one.path}${query && `${one.path.includes('?') ? '&' : '?'}${query}`}`)
  // Kept answers do not survive a write, so what is timed is the work itself.
  const write = () => pool.query('update uogs set name = name where id = (select min(id) from uogs)')
  const then = addMonths(startOf('month', today()), -6)
  const [own, byHand] = [await statementsOf(one.path, cookie), one.sql?.map((text) => ({ text, params: undefined }))]
  const rounds = (one.goal ?? 0) < 100 ? runsOfLists : runs
  const result: Measured = {
    ...one,
    ...(await inTurn(rounds, {
      reference: { work: () => bare.query(referenceSql) },
      now: { work: () => ask(), before: write },
      again: { work: () => ask() },
      past: { work: () => ask(`asOf=${then}&knownAt=${then}T12:00:00Z`), before: write },
      own: { work: () => again(bare, own) },
    })),
    hand: byHand && (await inTurn(rounds, { hand: { work: () => inOneTransaction(bare, byHand) } })).hand,
    perSecond: await throughput(clients, seconds, () => ask()),
  }
  say(`${one.name}: ${result.now.p50.toFixed(1)} ms`)
  return result
}

interface Writes {
  alone: Timing
  perSecond: number
}

/** Changes of dwellings by one client, and by several at once, each of its own. */
async function measureWrites(client: Client, pool: pg.Pool): Promise<Writes> {
  const { rows } = await pool.query<{ id: string; version: number }>(
    'select id, version from units order by code offset 100 limit $1',
    [clients + 1],
  )
  const writers = rows.map(({ id, version }) => {
    let etag = `"${version}"`
    let rooms = 0
    return async () => (etag = await client.change(`/units/${id}`, etag, { rooms: 1 + (rooms++ % 5) }))
  })
  const [first, ...others] = writers as [() => Promise<string>, ...(() => Promise<string>)[]]
  const { alone } = await inTurn(runsOfLists, { alone: { work: first } })
  const free = [...others]
  const perSecond = await throughput(clients, seconds, async () => {
    const writer = free.pop() as () => Promise<string>
    await writer()
    free.push(writer)
  })
  say(`writes: ${alone.p50.toFixed(1)} ms, ${perSecond.toFixed(0)}/s`)
  return { alone, perSecond }
}

async function inOneTransaction(bare: pg.ClientBase, statements: readonly Statement[]) {
  await bare.query('begin isolation level repeatable read read only')
  await again(bare, statements)
}

/** One after the other; the transaction they open is ended here. */
async function again(bare: pg.ClientBase, statements: readonly Statement[]) {
  for (const { text, params } of statements) await bare.query(text, params)
  await bare.query('rollback')
}

async function residentMemory(address: string): Promise<number | null> {
  const { execFileSync } = await import('node:child_process')
  const port = new URL(address).port
  const pid = /pid=(\d+)/.exec(execFileSync('ss', ['-ltnpH', `sport = :${port}`], { encoding: 'utf8' }))?.[1]
  return pid ? Number(execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' })) / 1024 : null
}

function reportOf(
  measured: Measured[],
  {
    writes,
    memory,
    load,
    postgres,
  }: { writes: Writes; memory: number | null; load: Awaited<ReturnType<typeof firstLoad>>; postgres: string },
) {
  const ms = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1))
  const lines = measured.map(({ name, reference, now, again, past, hand, own, perSecond, goal }) =>
    [
      name,
      ms(now.p50),
      ms(now.p95),
      ms(reference.p50),
      ((now.p95 * referenceThere) / reference.p50).toFixed(0),
      goal ? String(goal) : '–',
      ms(again.p50),
      ms(past.p50),
      ms(past.p95),
      (past.p50 / now.p50).toFixed(1),
      ms(own.p50),
      (now.p50 / own.p50).toFixed(1),
      ms(hand?.p50),
      perSecond.toFixed(0),
    ].join(' | '),
  )
  return `# Measures

Written by \`npm run bench\` on ${today()}: profile \`full\` on Postgres ${postgres}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'},
server and clients on the same machine. Milliseconds over HTTP, ${runs} rounds (${runsOfLists} for lists) in which each column is asked
once, one after the other. "now" follows a write, so
nothing is answered from memory; "again" is the same question with no write between; "past" asks as of six months ago, as it
was known then, after a write; "own SQL" is every statement of that answer, one after the other through bare \`pg\`; "by hand"
is the SQL a person would write over the tables; "reference" is the reference query of the design (dwellings by UOG, state and
reason, by hand), and "p95 there" what p95 comes to where that takes ${referenceThere} ms, as where the goals were set; the last column counts answers with ${clients} clients for ${seconds} seconds and no writes.

| what | now p50 | p95 | reference p50 | p95 there | goal p95 | again p50 | past p50 | p95 | past ÷ now | own SQL p50 | now ÷ own | by hand p50 | answers/s |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.map((line) => `| ${line} |`).join('\n')}

A change of a dwelling takes ${writes.alone.p50.toFixed(1)} ms (p95 ${writes.alone.p95.toFixed(1)}; goal p50 10) by one client; ${clients} at once make ${writes.perSecond.toFixed(0)} changes a second (goal 150).

Memory of the process after all of it: ${memory === null ? 'not measured' : `${memory.toFixed(0)} MB`}. Sent for the first dashboard page, charts included:
${load.all.toFixed(0)} kB in all (goal 400), ${load.beforeFigures.toFixed(0)} kB until its figures are on the screen (goal 240).
`
}
