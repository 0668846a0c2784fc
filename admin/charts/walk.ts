import type { Point } from './drawing.ts'

/** Whether the categories run down the page (horizontal bars) or across it. */
export type Direction = 'across' | 'down'

const moves: Record<Direction, Record<string, readonly [index: number, series: number]>> = {
  across: { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] },
  down: { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] },
}

/** The point that an arrow leads to from here; null for a key that moves nothing. At the edge it stays. */
export function walk(points: readonly Point[], from: Point | null, key: string, direction: Direction): Point | null {
  if (key === 'Home') return points[0] ?? null
  if (key === 'End') return points.at(-1) ?? null
  const [alongIndex, alongSeries] = moves[direction][key] ?? []
  if (alongIndex === undefined || alongSeries === undefined) return null
  if (!from) return points[0] ?? null
  const series = from.series + alongSeries
  const index = from.index + alongIndex
  const reached = points.find((point) => point.series === series && point.index === index)
  return reached ?? overflow(points, from, alongIndex + alongSeries) ?? from
}

/** Past the last of a series comes the first of the next: with one series the other pair of arrows walks it too. */
function overflow(points: readonly Point[], from: Point, step: number): Point | undefined {
  return points[points.indexOf(from) + step]
}
