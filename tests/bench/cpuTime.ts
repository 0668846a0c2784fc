import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A process as Linux tells it; times are in clock ticks, of all its threads. */
export interface Process {
  pid: number
  parent: number
  own: number
  /** Of its children that have ended, and of theirs. */
  ended: number
}

/** Reads `/proc/<pid>/stat`: the name, in parentheses, may hold spaces and parentheses of its own. */
export function parseStat(text: string): Process {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [parent = 0] = fields.slice(1).map(Number)
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11).map(Number)
  return { pid: Number.parseInt(text, 10), parent, own: user + system, ended: endedUser + endedSystem }
}

/** What some processes and all that descend from them have taken, living or ended, without some of them. */
export function ticksOf(processes: readonly Process[], roots: readonly number[], without: readonly number[] = []): number {
  const family = new Set(roots)
  for (let before = 0; before < family.size;) {
    before = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  return processes
    .filter(({ pid }) => family.has(pid) && !without.includes(pid))
    .reduce((total, { own, ended }) => total + own + ended, 0)
}

let msPerTick: number | null = null

/** CPU milliseconds taken so far by some processes and their descendants, without some of those. */
export function cpuTime(roots: readonly number[], without: readonly number[] = []): number {
  msPerTick ??= 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return ticksOf(runningProcesses(), roots, without) * msPerTick
}

function runningProcesses(): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    try {
      return [parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))]
    } catch {
      // It has ended since the folder was read.
      return []
    }
  })
}
