import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import { today } from '../../db/calendar.ts'
import { referenceSql } from './byHand.ts'
import { timingOf } from './rounds.ts'

const times = 11

/** What stands for the speed of a machine: a loop that is always the same, and the reference query; p50 in milliseconds. */
export async function speedOf(pool: pg.Pool): Promise<{ loop: number; reference: number }> {
  return { loop: await middle(fixedLoop), reference: await middle(() => pool.query(referenceSql)) }
}

async function middle(work: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return timingOf(taken).p50
}

function fixedLoop(): number {
  let value = 1
  for (let i = 0; i < 50_000_000; i++) value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0
  return value
}

export async function machineOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version')
  const [{ model } = { model: 'cpu' }] = cpus()
  return `${today()}: ${cpus().length} × ${model}, Node ${process.version}, Postgres ${rows[0]?.server_version ?? ''}`
}

/** Memory of a process in MB, as the operating system tells it. */
export const residentMemory = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
