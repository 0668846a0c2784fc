import { expect, test } from 'vitest'
import { type Row, type Size, tableOf } from '../../bench/report.ts'

const timing = { p50: 1, p95: 2.345 }
const measured = (cpu: number) => ({ cpu, alone: timing, together: timing })
const sizeOf = (times: number, rows: Row[]): Size => ({ times, units: 0, rows, loop: 0, reference: 0, memory: 0 })

const cell = (size: Size, full: Size | undefined, head: string, nth = 0) => {
  const [heads = [], , cells = []] = tableOf(size, full)
    .split('\n')
    .map((line) => line.split(' | ').map((text) => text.replace(/^\| | \|$/g, '')))
  return cells[heads.flatMap((text, i) => (text === head ? [i] : []))[nth] ?? -1]
}

const record = (cpu: number): Row => ({
  name: 'record',
  goal: { cpu: 1.2, past: 1.5 },
  now: measured(cpu),
  past: measured(2),
  hand: measured(0.4),
})
const list = (cpu: number): Row => ({ name: 'list', goal: { cpu: 2, growth: 1.3 }, now: measured(cpu) })

test('what is above its goal is bold, what reaches it is not', () => {
  expect(cell(sizeOf(1, [record(1.2)]), undefined, 'CPU')).toBe('1.2')
  expect(cell(sizeOf(1, [record(1.21)]), undefined, 'CPU')).toBe('**1.2**')
  expect(cell(sizeOf(1, [record(1)]), undefined, 'past ÷ now')).toBe('**2**')
  expect(cell(sizeOf(1, [record(1.6)]), undefined, 'past ÷ now')).toBe('1.3')
})

test('a work stands beside the same by hand, where somebody wrote it', () => {
  expect(cell(sizeOf(1, [record(1)]), undefined, '÷ by hand')).toBe('2.5')
  expect(cell(sizeOf(1, [list(1)]), undefined, '÷ by hand')).toBe('–')
  expect(cell(sizeOf(1, [list(1)]), undefined, '1 client')).toBe('1 / 2.3')
})

test('at ten times the size a work is held to how it grew, or else to what it is held to at full size', () => {
  const full = sizeOf(1, [list(1), record(1)])
  expect(cell(sizeOf(10, [list(1.3)]), full, '÷ full')).toBe('1.3')
  expect(cell(sizeOf(10, [list(3)]), full, '÷ full')).toBe('**3**')
  expect(cell(sizeOf(10, [list(3)]), full, 'CPU')).toBe('3')
  expect(cell(sizeOf(10, [record(3)]), full, 'CPU')).toBe('**3**')
  expect(cell(sizeOf(10, [record(3)]), undefined, '÷ full')).toBe('–')
})

test('a work that was refused says so, in a row as long as the others', () => {
  const lines = tableOf(sizeOf(1, [list(1), { name: 'page', goal: {}, failure: '/page answered 503.' }]), undefined).split('\n')
  expect(lines[3]).toMatch(/^\| page \| \/page answered 503\. \|/)
  expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1)
})
