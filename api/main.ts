import { today } from '../db/calendar.ts'
import { connect, type Database } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { StartupError } from '../db/StartupError.ts'
import { isSeeded, seed } from '../seeds/seed.ts'
import { createApp } from './app.ts'
import { demoAccounts, demoPassword, settleDemoAccounts } from './auth/accounts.ts'
import { buildAdmin, builtAdmin } from './buildAdmin.ts'
import { parseEnv, type Env } from './env.ts'
import { listen, type Listening } from './listen.ts'
import { keptSecret } from './secret.ts'

const withoutPanel = process.argv.includes('--without-panel')

try {
  await start(parseEnv(process.env))
} catch (error) {
  stop(error)
}

async function start(env: Env): Promise<void> {
  const listening = await listen(env)
  const building = withoutPanel
    ? Promise.resolve(false)
    : step('Pannello', buildAdmin(), (built) => (built ? 'costruito' : 'già costruito'))
  // Awaited below, after the database; until then a failure must not count as unhandled.
  building.catch(() => {})
  const database = await step(env.databaseUrl ? 'Database' : 'Database incorporato', connect(env), () => 'aperto')
  await step('Schema', migrate(database.pool), () => 'aggiornato')
  await seedOnce(env, database)
  const demo = await settleDemoAccounts(database.pool, { production: env.production })
  await building
  const app = createApp({
    database,
    secret: env.secret ?? keptSecret(env.dataDir),
    production: env.production,
    demo,
    ...(!withoutPanel && { staticDir: builtAdmin }),
  })
  listening.answerWith(app.fetch)
  closeOnSignal(listening, database)
  say(`\nBallatoio risponde su ${listening.address}`)
  if (demo) say(demoAccess())
}

async function seedOnce(env: Env, database: Database): Promise<void> {
  const wanted = env.seed ?? (database.embedded ? 'demo' : 'none')
  if (wanted === 'none' || (await isSeeded(database.pool))) return
  await step('Dati dimostrativi', seed(database.pool, { profile: wanted, today: today() }), () => 'scritti')
}

function demoAccess(): string {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length))
  const lines = demoAccounts.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`)
  return [`Account dimostrativi, con password ${demoPassword}:`, ...lines].join('\n')
}

/** A line per step, when it ends, with its seconds. */
async function step<T>(what: string, work: Promise<T>, outcome: (result: T) => string): Promise<T> {
  const began = performance.now()
  const result = await work
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  say(`${what}: ${outcome(result)} (${seconds} s)`)
  return result
}

function closeOnSignal(listening: Listening, database: Database): void {
  let closing = false
  const close = async (signal: NodeJS.Signals) => {
    if (closing) process.exit(signal === 'SIGINT' ? 130 : 143)
    closing = true
    say('Chiusura in corso…')
    await listening.close()
    await database.close()
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
