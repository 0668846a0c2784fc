import { expect, test } from 'vitest'
import type { Point } from '../../../admin/charts/drawing.ts'
import { walk } from '../../../admin/charts/walk.ts'

const point = (series: number, index: number): Point => ({ series, index, heading: '', lines: [], href: null })
const points = [point(0, 0), point(0, 1), point(1, 0), point(1, 1)]
const [a, b, c, d] = points as [Point, Point, Point, Point]

test('across the page, left and right walk the periods, up and down the series', () => {
  expect(walk(points, null, 'ArrowRight', 'across')).toBe(a)
  expect(walk(points, a, 'ArrowRight', 'across')).toBe(b)
  expect(walk(points, a, 'ArrowDown', 'across')).toBe(c)
  expect(walk(points, d, 'ArrowUp', 'across')).toBe(b)
})

test('with bars that lie, up and down walk the bars', () => {
  expect(walk(points, a, 'ArrowDown', 'down')).toBe(b)
  expect(walk(points, a, 'ArrowRight', 'down')).toBe(c)
})

test('past the end of a series comes the next, and at the edge it stays', () => {
  expect(walk(points, b, 'ArrowRight', 'across')).toBe(c)
  expect(walk(points, d, 'ArrowRight', 'across')).toBe(d)
  expect(walk(points, a, 'ArrowLeft', 'across')).toBe(a)
})

test('Home and End reach the ends, other keys nothing', () => {
  expect(walk(points, b, 'Home', 'across')).toBe(a)
  expect(walk(points, b, 'End', 'across')).toBe(d)
  expect(walk(points, b, 'x', 'across')).toBeNull()
  expect(walk([], null, 'ArrowDown', 'across')).toBeNull()
})
