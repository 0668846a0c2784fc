import type { Case } from './cases.ts'
import { clients, type Measured, type Timing } from './rounds.ts'

/** How one work went; one that was refused an answer says so instead. */
export type Row = Pick<Case, 'name' | 'goal'> & (Figures | { failure: string })

type Measurement = Pick<Case, 'name' | 'goal'> & Figures

export interface Figures {
  now: Measured
  past?: Measured
  hand?: Measured
  perSecond?: Rates
}

/** Answers a second with all clients: the program's, and by hand. */
export interface Rates {
  now: number
  hand: number
  /** The fewest to reach. */
  goal: number
}

export interface Size {
  /** 1 is the full agency. */
  times: number
  units: number
  rows: Row[]
  /** What the machine took for a fixed loop and for the reference query, in milliseconds. */
  loop: number
  reference: number
  memory: number
}

const columns = [
  'work',
  'CPU',
  'goal',
  'by hand',
  '÷ by hand',
  '1 client',
  'by hand',
  `${clients} clients`,
  'by hand',
  'past CPU',
  'past ÷ now',
  'goal',
]

/** A table of a size; beside ten times the size stands what it is to the full one. */
export function tableOf({ times, rows }: Size, full: Size | undefined): string {
  const heads = [...columns, ...(times > 1 ? ['÷ full', 'goal'] : [])]
  const lines = rows.map((row) =>
    'failure' in row ? [row.name, row.failure, ...heads.slice(2).map(() => '')] : cellsOf(row, times, full),
  )
  return [heads, heads.map((_, i) => (i === 0 ? '---' : '---:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cellsOf({ name, goal, now, past, hand }: Measurement, times: number, full: Size | undefined): string[] {
  const before = full?.rows.find((row) => row.name === name)
  const growth = before && 'now' in before ? now.cpu / before.now.cpu : undefined
  const holds = times === 1 || goal.growth === undefined ? goal.cpu : undefined
  return [
    name,
    judged(now.cpu, holds),
    number(holds),
    number(hand?.cpu),
    number(hand && now.cpu / hand.cpu),
    timing(now.alone),
    timing(hand?.alone),
    timing(now.together),
    timing(hand?.together),
    number(past?.cpu),
    judged(past && past.cpu / now.cpu, goal.past),
    number(goal.past),
    ...(times > 1 ? [judged(growth, goal.growth), number(goal.growth)] : []),
  ]
}

const number = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)))
const timing = (value: Timing | undefined) => (value ? `${number(value.p50)} / ${number(value.p95)}` : '–')

/** What is above its goal is bold. */
function judged(value: number | undefined, goal: number | undefined): string {
  return value !== undefined && goal !== undefined && value > goal ? `**${number(value)}**` : number(value)
}

const sizeNames: Record<number, string> = { 1: 'Full size', 10: 'Ten times the size' }

function sectionOf(size: Size, full: Size | undefined): string {
  const { times, units, loop, reference, memory } = size
  const rates = size.rows.flatMap((row) => ('perSecond' in row && row.perSecond ? [{ name: row.name, ...row.perSecond }] : []))
  return `## ${sizeNames[times] ?? `${times} × the size`}: ${units} units

The fixed loop takes ${loop.toFixed(0)} ms, the reference query ${reference.toFixed(0)} ms. Memory of the program after all of it: ${memory.toFixed(0)} MB.

${tableOf(size, full)}
${rates
  .map(({ name, now, hand, goal }) => {
    const told = now < goal ? `**${now.toFixed(0)}**` : now.toFixed(0)
    return `\n${name}, ${clients} clients at once, \`fsync\` on: ${told} a second (goal ${goal}); by hand ${hand.toFixed(0)}.\n`
  })
  .join('')}`
}

/** The page that is kept in `docs/bench.md`. */
export function reportOf(sizes: readonly Size[], { machine, load }: { machine: string; load: string }): string {
  const full = sizes.find(({ times }) => times === 1)
  return `# Measures

Written by \`npm run bench\` on ${machine}, programs, server and clients on the same machine.

CPU is in milliseconds per request, the program's and that of all its server's processes, as the operating system tells it. Times
on the wall are p50 / p95 in milliseconds over HTTP, of one client and of ${clients} that ask at once. "By hand" is the same work by a
bare Hono program and named statements over the same tables, which knows no users and no clocks: the floor. "Past" asks as of six
months ago, as it was known then. A write comes before every question, and is not measured, so that nothing is answered from memory.
What is above its goal is **bold**. The fixed loop and the reference query (dwellings by UOG, state and reason, by hand)
tell a slower machine from a slower program.

${sizes.map((size) => sectionOf(size, full)).join('\n')}
${load}
`
}
