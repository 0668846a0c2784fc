import { analyzeDaily } from '../db/analyze.ts'
import { carryForwardHourly } from '../db/carryForward.ts'
import { today } from '../db/calendar.ts'
import { connect, type Database } from '../db/connect.ts'
import { checkFiles } from '../db/embedded.ts'
import { StartupError } from '../db/StartupError.ts'
import { buildAdmin, builtAdmin } from './buildAdmin.ts'
import { parseEnv, type Env } from './env.ts'
import { openStore } from './files/openStore.ts'
import { createLog } from './http/log.ts'
import { listen, type Listening } from './listen.ts'
import { keptSecret } from './secret.ts'

/** Names the lock below among those of a server. */
const preparation = 7_206_026
const withoutPanel = process.argv.includes('--without-panel')

try {
  await start(parseEnv(process.env))
} catch (error) {
  stop(error)
}

async function start(env: Env): Promise<void> {
  const listening = await listen(env)
  // Reading the program, building the panel and opening the database take seconds each: they go on side by side.
  const program = atOnce(import('./app.ts'))
  const panel = withoutPanel ? null : atOnce(step('Pannello', buildAdmin(), (built) => (built ? 'costruito' : 'già costruito')))
  const database = await step(env.databaseUrl ? 'Database' : 'Database incorporato', connect(env), () => 'aperto')
  const { createApp } = await program
  const files = await openStore(env)
  const demo = await oneAtATime(database, async () => prepare(env, database))
  await panel
  const { fetch } = createApp({
    database,
    secret: env.secret ?? keptSecret(env.dataDir),
    production: env.production,
    publicUrl: env.publicUrl,
    demo,
    files,
    log: createLog(),
    logRequests: env.logRequests,
    metricsToken: env.metricsToken,
    ...(panel && { staticDir: builtAdmin }),
  })
  listening.answerWith(fetch)
  closeOnSignal(listening, database)
  if (database.embedded) analyzeDaily(database.pool)
  carryForwardHourly(database.pool)
  say(`\nBallatoio risponde su ${listening.address}`)
  if (demo) await sayDemoAccess()
}

/** Brings the database to this version and fills it when it is to be filled. Answers whether demo accounts are in it. */
async function prepare(env: Env, { embedded, pool }: Database): Promise<boolean> {
  if (embedded) await checkFiles({ pool }, env.dataDir)
  const { migrate } = await import('../db/migrate.ts')
  await step('Schema', migrate(pool), () => 'aggiornato')
  const { isSeeded, seed } = await import('../seeds/seed.ts')
  const wanted = env.seed ?? (embedded ? 'demo' : 'none')
  if (wanted !== 'none' && !(await isSeeded(pool))) {
    await step('Dati dimostrativi', seed(pool, { profile: wanted, today: today() }), () => 'scritti')
  }
  const { settleDemoAccounts } = await import('./auth/accounts.ts')
  return settleDemoAccounts(pool, env)
}

/** A failure ends the start when it happens, not when its turn to be awaited comes. */
async function atOnce<T>(work: Promise<T>): Promise<T> {
  work.catch(stop)
  return work
}

/** Processes that start together on one server prepare it one after the other. The embedded database has one process. */
async function oneAtATime<T>({ embedded, pool }: Database, work: () => Promise<T>): Promise<T> {
  if (embedded) return work()
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [preparation])
    return await work()
  } finally {
    // Ending the connection gives the lock back, and its setting goes with it.
    client.release(true)
  }
}

async function sayDemoAccess(): Promise<void> {
  const { demoAccounts, demoPassword } = await import('./auth/accounts.ts')
  const width = Math.max(...demoAccounts.map(({ email }) => email.length))
  say(`Account dimostrativi, con password ${demoPassword}:`)
  for (const { email, name } of demoAccounts) say(`  ${email.padEnd(width)}  ${name}`)
}

/** A line per step, when it ends, with its seconds. */
async function step<T>(what: string, work: Promise<T>, outcome: (result: T) => string): Promise<T> {
  const began = performance.now()
  const result = await work
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  say(`${what}: ${outcome(result)} (${seconds} s)`)
  return result
}

/** What still hangs by then, a store or a query, is left: nothing that was confirmed depends on it. */
const longestClosing = 14_000

function closeOnSignal(listening: Listening, database: Database): void {
  let closing = false
  const close = async (signal: NodeJS.Signals) => {
    if (closing) process.exit(signal === 'SIGINT' ? 130 : 143)
    closing = true
    say('Chiusura in corso…')
    setTimeout(() => {
      say('Il database non si è chiuso in tempo: interrotto, senza perdere nulla di confermato.')
      process.exit(0)
    }, longestClosing)
    const cut = await listening.close()
    if (cut.length > 0) say(`Richieste interrotte perché non finivano: ${cut.join(', ')}.`)
    await database.close().catch((error: Error) => say(`Il database non si è chiuso bene (${error.message}).`))
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What a person can put right is one sentence; anything else is a fault of ours and shows where. */
function stop(error: unknown): never {
  const text = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
