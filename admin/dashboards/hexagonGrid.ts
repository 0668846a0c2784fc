import { hexagons } from './hexagons.ts'

type Axial = readonly [q: number, r: number]

/** One hexagon is one unit wide. */
const rowHeight = Math.sqrt(3) / 2
const radius = 1 / Math.sqrt(3)

export const centreOf = ([q, r]: Axial) => ({ x: q + r / 2, y: r * rowHeight })

/** The corners of a hexagon, standing on a point. */
export const cornersOf = (cell: Axial): string => {
  const { x, y } = centreOf(cell)
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = Math.PI / 6 + (corner * Math.PI) / 3
    return `${(x + radius * Math.cos(angle)).toFixed(3)},${(y + radius * Math.sin(angle)).toFixed(3)}`
  }).join(' ')
}

const centres = Object.values(hexagons).map(centreOf)
const [left, right] = [Math.min(...centres.map(({ x }) => x)), Math.max(...centres.map(({ x }) => x))]
const [top, bottom] = [Math.min(...centres.map(({ y }) => y)), Math.max(...centres.map(({ y }) => y))]

export const viewBox = [left - 0.6, top - 0.7, right - left + 1.2, bottom - top + 1.4].map((side) => side.toFixed(3)).join(' ')

/** The comune that an arrow leads to: the nearest in that direction; itself at the border. */
export function neighbourTowards(comuneId: string, key: string): string | null {
  const heading = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key]
  const cell = hexagons[comuneId]
  if (!heading || !cell) return null
  const [dx = 0, dy = 0] = heading
  const from = centreOf(cell)
  let best: [string, number] = [comuneId, Number.POSITIVE_INFINITY]
  for (const [id, other] of Object.entries(hexagons)) {
    const { x, y } = centreOf(other)
    const along = (x - from.x) * dx + (y - from.y) * dy
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx)
    const distance = along + aside * 2
    if (along > 0.1 && aside <= along * 1.2 && distance < best[1]) best = [id, distance]
  }
  return best[0]
}

const skipped = new Set(['al', 'con', 'de', "de'", 'di', 'sopra', 'su', 'sul'])

/** A name in at most two short lines: «S. Giuliano / Milanese». */
export function shortName(name: string, letters = 11): string[] {
  const words = name.split(' ').filter((word) => !skipped.has(word))
  const [first = '', ...rest] = /^(San|Santo|Santa)$/.test(words[0] ?? '') ? [`S. ${words[1] ?? ''}`, ...words.slice(2)] : words
  return [first, rest.join(' ')].filter(Boolean).map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}.` : line))
}
