import { describe, expect, test } from 'vitest'
import { centreOf, neighbourTowards, shortName } from '../../../admin/dashboards/hexagonGrid.ts'
import { hexagons } from '../../../admin/dashboards/hexagons.ts'
import pairs from './neighbours.json' with { type: 'json' }

type Cell = readonly [number, number]

const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, -1],
  [-1, 1],
] as const
const distance = ([q, r]: Cell, [otherQ, otherR]: Cell) =>
  Math.max(Math.abs(q - otherQ), Math.abs(r - otherR), Math.abs(q + r - otherQ - otherR))
const cells = Object.values(hexagons)
const cellOf = (id: string): Cell => hexagons[id] ?? [Number.NaN, Number.NaN]
const milano = '015146'

describe('the cartogram', () => {
  test('has one cell for each of the 133 comuni, Milano in the middle', () => {
    expect(Object.keys(hexagons)).toHaveLength(133)
    expect(new Set(cells.map(String)).size).toBe(133)
    expect(hexagons[milano]).toEqual([0, 0])
  })

  test('is one piece without holes', () => {
    const taken = new Set(cells.map(String))
    expect(reach('0,0', (key) => taken.has(key))).toBe(133)
    const isNear = (key: string) => key.split(',').every((part) => Math.abs(Number(part)) <= 20)
    const outside = reach('20,0', (key) => isNear(key) && !taken.has(key))
    expect(outside).toBe(41 * 41 - 133)
  })

  test('keeps three true neighbours in four next to each other, and the others close', () => {
    const distances = pairs.map(([one = '', other = '']) => distance(cellOf(one), cellOf(other)))
    const kept = distances.filter((steps) => steps === 1).length / distances.length
    expect(kept).toBeGreaterThan(0.75)
    expect(distances.reduce((sum, steps) => sum + steps, 0) / distances.length).toBeLessThan(1.4)
  })

  test('puts the corners of the territory where they are', () => {
    const at = (id: string) => centreOf(cellOf(id))
    const [legnano, sesto, abbiategrasso, trezzo, sanColombano] = ['015118', '015209', '015002', '015221', '015191'].map(at)
    expect(legnano?.x).toBeLessThan(0)
    expect(legnano?.y).toBeLessThan(0)
    expect(sesto?.y).toBeLessThan(0)
    expect(abbiategrasso?.x).toBeLessThan(0)
    expect(abbiategrasso?.y).toBeGreaterThan(0)
    expect(trezzo?.x).toBeGreaterThan(0)
    expect(sanColombano?.y).toBeGreaterThan(0)
    expect(sanColombano?.x).toBeGreaterThan(0)
  })
})

describe('walking the cartogram', () => {
  test('every comune can be reached from Milano with the arrows', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
    const reached = new Set([milano])
    for (const id of reached) for (const key of keys) reached.add(neighbourTowards(id, key) ?? id)
    expect(reached.size).toBe(133)
  })

  test('other keys lead nowhere', () => {
    expect(neighbourTowards(milano, 'Tab')).toBeNull()
  })
})

test('long names become two short lines', () => {
  expect(shortName('San Giuliano Milanese')).toEqual(['S. Giuliano', 'Milanese'])
  expect(shortName('Cassinetta di Lugagnano')).toEqual(['Cassinetta', 'Lugagnano'])
  expect(shortName('San Giorgio su Legnano', 9)).toEqual(['S. Giorg.', 'Legnano'])
  expect(shortName("Cassina de' Pecchi")).toEqual(['Cassina', 'Pecchi'])
  expect(shortName('Rho')).toEqual(['Rho'])
})

function reach(start: string, isOpen: (key: string) => boolean): number {
  const seen = new Set([start])
  for (const key of seen) {
    const [q = 0, r = 0] = key.split(',').map(Number)
    for (const [dq, dr] of steps) {
      const next = `${q + dq},${r + dr}`
      if (isOpen(next)) seen.add(next)
    }
  }
  return seen.size
}
