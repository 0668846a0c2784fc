import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { addMonths, startOf, today } from '../../db/calendar.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import type { Profile } from '../../seeds/period.ts'
import { seed } from '../../seeds/seed.ts'
import { startThrowAwayServer, type ThrowAwayServer } from '../harness/throwAwayServer.ts'
import { type Case, casesOf, pairsFinding } from './cases.ts'
import { firstLoad } from './firstLoad.ts'
import { machineOf, residentMemory, speedOf } from './machine.ts'
import { type Figures, reportOf, type Row, type Size } from './report.ts'
import { clients, inTurn, throughput, type Work } from './rounds.ts'
import { type Run, type Side, startRun } from './run.ts'
import { multiply } from './tenTimes.ts'

const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', multiple: true, default: ['1', '10'] },
    seconds: { type: 'string', default: '0.7' },
    profile: { type: 'string', default: 'full' },
  },
})
const isWhole = process.argv.length === 2
const seconds = Number(options.seconds)

const fewestChanges = 150

const say = (line: string) => process.stdout.write(`${line}\n`)

async function bench(postgres: ThrowAwayServer): Promise<void> {
  const database = await connect({ databaseUrl: postgres.url, dataDir: '' })
  const { pool } = database
  say(`Scrittura dell’agenzia (${options.profile})…`)
  await migrate(pool)
  await seed(pool, { profile: options.profile as Profile, today: today() })
  const cases = await chosenCases(pool)
  const sizes: Size[] = []
  let load = ''
  let reached = 1
  for (const times of options.size.map(Number).toSorted((a, b) => a - b)) {
    if (times > reached) {
      say(`Moltiplicazione per ${times / reached}…`)
      await multiply(pool, times / reached)
      reached = times
    }
    await pool.query('vacuum analyze')
    await pool.query('checkpoint')
    const run = await startRun(pool, postgres)
    try {
      const [{ n } = { n: 0 }] = (await pool.query<{ n: number }>('select count(*)::int as n from units')).rows
      sizes.push({ times, units: n, ...(await speedOf(pool)), rows: await rowsOf(cases, run), memory: residentMemory(run.pid) })
      if (times === 1 && chosen('first load')) load = await loadOf(run)
    } finally {
      await run.stop()
    }
  }
  const report = reportOf(sizes, { machine: await machineOf(pool), load })
  await database.close()
  say(report)
  if (isWhole) writeFileSync(new URL('../../docs/bench.md', import.meta.url), report)
}

/** Whether a work is among those asked for: all, or those whose names have one of the words. */
const chosen = (name: string) => words.length === 0 || words.some((word) => name.includes(word))

/** The questions are the same at every size. */
async function chosenCases(pool: pg.Pool): Promise<Case[]> {
  const { rows } = await pool.query<{ id: string }>(`select id from units order by code limit 1`)
  const month = startOf('month', today())
  const pairs = await pairsFinding(pool, [8000, 20])
  const months = { from: addMonths(month, -35), to: addMonths(month, 1) }
  return casesOf({ unitId: rows[0]?.id ?? '', pairs, months }).filter(({ name }) => chosen(name))
}

async function rowsOf(cases: readonly Case[], run: Run): Promise<Row[]> {
  const rows: Row[] = []
  for (const one of cases) rows.push(await told(one, () => questionOf(one, run)))
  if (chosen(change.name)) rows.push(await told(change, () => changesOf(run)))
  return rows
}

/** What fails is told in its place: what comes after it is measured all the same. */
async function told({ name, goal }: Pick<Case, 'name' | 'goal'>, measure: () => Promise<Figures>): Promise<Row> {
  try {
    const figures = await measure()
    say(`${name}: ${figures.now.cpu.toFixed(2)} ms CPU`)
    return { name, goal, ...figures }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    say(`${name}: ${failure}`)
    return { name, goal, failure }
  }
}

async function questionOf({ path, isByHand }: Case, { ours, hand, write: before }: Run) {
  const then = addMonths(startOf('month', today()), -6)
  const past = `${path}${path.includes('?') ? '&' : '?'}asOf=${then}&knownAt=${then}T12:00:00Z`
  const work = ({ client, cpu }: Side, asked: string): Work => ({ ask: () => client.ask(asked), before, cpu })
  const works = { now: work(ours, path), past: work(ours, past) }
  return isByHand ? inTurn({ ...works, hand: work(hand, path) }, seconds) : inTurn(works, seconds)
}

const change = { name: 'one PATCH', goal: { cpu: 6 } }

/** Changes of dwellings, every client its own. */
async function changesOf({ ours, hand, pool }: Run) {
  const { rows } = await pool.query<{ id: string; version: number }>(
    'select id, version from units order by code offset 100 limit $1',
    [2 * clients],
  )
  const work = ({ client, cpu }: Side, units: typeof rows): Work => {
    const etags = units.map(({ version }) => `"${version}"`)
    let rooms = 0
    return {
      cpu,
      ask: async (i) => {
        etags[i] = await client.change(`/units/${units[i]?.id}`, etags[i] ?? '', { rooms: 1 + (rooms++ % 5) })
      },
    }
  }
  const works = { now: work(ours, rows.slice(0, clients)), hand: work(hand, rows.slice(clients)) }
  const measured = await inTurn(works, seconds)
  const rates = { now: await throughput(works.now, 3 * seconds), hand: await throughput(works.hand, 3 * seconds) }
  return { ...measured, perSecond: { ...rates, goal: fewestChanges } }
}

async function loadOf({ address, cookie }: Run): Promise<string> {
  const { all, beforeFigures } = await firstLoad(address, cookie)
  return `First load of the overview, as sent: ${all.toFixed(0)} kB (goal 400), ${beforeFigures.toFixed(0)} kB until its figures (goal 240).`
}

// What cleans up in its own time would be told as the cost of whoever is asking.
const server = await startThrowAwayServer({ shared_buffers: '512MB', work_mem: '16MB', autovacuum: 'off' })
if (server) {
  await bench(server).finally(() => server.stop())
} else {
  say('Nessun server Postgres: installarne i programmi.')
}
