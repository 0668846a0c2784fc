import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { cpuTime, parseStat, type Process, ticksOf } from '../../bench/cpuTime.ts'

test('the name of a process may look like anything, and its times are read behind it', () => {
  const numbers = '1 2 3 4 5 6 7 8 9 10 300 20 4000 50000 20 0 1 0'
  const before = { pid: 77, own: 320, ended: 54_000 }
  expect(parseStat(`77 (node) S ${numbers}`)).toEqual({ ...before, parent: 1 })
  expect(parseStat(`77 (a) R (b) 9) S ${numbers}`)).toEqual({ ...before, parent: 1 })
})

describe('a family of processes', () => {
  // Told out of order, as pids that are used again may be.
  const processes: Process[] = [
    { pid: 4, parent: 3, own: 1000, ended: 0 },
    { pid: 1, parent: 0, own: 1, ended: 10 },
    { pid: 3, parent: 1, own: 100, ended: 0 },
    { pid: 9, parent: 0, own: 50_000, ended: 0 },
  ]

  test('is a process, what descends from it, and what has ended of it', () => {
    expect(ticksOf(processes, [1])).toBe(1 + 10 + 100 + 1000)
    expect(ticksOf(processes, [3])).toBe(1100)
  })

  test('counts none twice, and leaves out the ones that are told', () => {
    expect(ticksOf(processes, [1, 3])).toBe(1111)
    expect(ticksOf(processes, [1], [3])).toBe(1011)
    expect(ticksOf(processes, [1, 9], [4])).toBe(50_111)
  })

  test('that is gone took nothing', () => {
    expect(ticksOf(processes, [5])).toBe(0)
  })
})

test.runIf(process.platform === 'linux')(
  'what a child took is told while it lives and after it has ended',
  { timeout: 60_000 },
  async () => {
    const before = cpuTime([process.pid])
    const child = spawn(process.execPath, [
      '-e',
      'const s = process.cpuUsage; while (s().user < 4e5); process.stdout.write("x"); process.stdin.resume()',
    ])
    await once(child.stdout, 'data')
    const [living, withoutIt] = [cpuTime([process.pid]), cpuTime([process.pid], [child.pid ?? 0])]
    expect(living - before).toBeGreaterThanOrEqual(390)
    expect(living - withoutIt).toBeGreaterThanOrEqual(390)
    child.stdin.end()
    await once(child, 'exit')
    expect(cpuTime([process.pid])).toBeGreaterThanOrEqual(living)
  },
)
