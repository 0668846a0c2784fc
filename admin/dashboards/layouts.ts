import type { FigureTile, Tile } from '../../api/dashboards/tiles.ts'

type Kind = Tile['kind']
/** Twelfths of the page's width. */
export type Span = 4 | 5 | 6 | 7 | 8 | 12

type Drawn = Exclude<Tile, FigureTile>

/** Where a tile's own kind would not do. */
const spans: Readonly<Record<string, Readonly<Record<string, Span>>>> = {
  overview: { 'vacancy-reasons': 12 },
  vacancies: { 'vacancy-history': 7, 'vacancy-waterfall': 5, 'net-rate-by-comune': 12 },
  occupations: { 'stock-and-flow': 12 },
  'help-desks': { 'desk-coverage': 12, 'services-milano': 12 },
  agreements: { 'commitments-by-body': 6 },
  allocations: { 'offered-by-condition': 6, 'latest-notices': 12 },
  reports: { 'line-by-comune': 12 },
  territory: { 'map-dwellings': 6, 'map-squatting': 6, 'dwellings-by-uog': 12 },
}

const spanOfKind: Record<Drawn['kind'], Span> = {
  series: 6,
  breakdown: 6,
  matrix: 12,
  waterfall: 6,
  list: 12,
  gantt: 12,
  ladder: 12,
  scatter: 6,
  spread: 6,
  cartogram: 12,
  comparison: 12,
  checks: 12,
}

/** What to sketch while the answer is on its way. */
const shapes: Readonly<Record<string, readonly Kind[]>> = {
  overview: [...times('figure', 7), 'breakdown', 'breakdown', 'list'],
  vacancies: [...times('figure', 4), 'matrix', 'series', 'waterfall', 'breakdown', 'spread'],
  works: [...times('figure', 4), 'gantt', 'series', 'breakdown', 'list'],
  funding: [...times('figure', 4), 'list', 'ladder', 'series', 'matrix'],
  occupations: [...times('figure', 4), 'series', 'series', 'matrix'],
  'help-desks': [...times('figure', 4), 'list', 'cartogram', 'series', 'breakdown', 'matrix'],
  reports: [...times('figure', 4), 'matrix', 'series', 'series', 'breakdown', 'cartogram', 'list'],
  allocations: [...times('figure', 4), 'gantt', 'series', 'series', 'breakdown', 'breakdown', 'list'],
  agreements: [...times('figure', 4), 'list', 'list', 'list', 'series', 'breakdown'],
  uogs: ['comparison'],
  comune: [...times('figure', 4), 'breakdown', 'breakdown', 'list'],
  territory: ['cartogram', 'list'],
  quality: [...times('figure', 4), 'checks', 'breakdown', 'breakdown'],
  tables: [...times('figure', 4), 'list', 'list', 'breakdown', 'breakdown', 'series'],
}

export interface Band {
  /** Figures stand in a row of cards, everything else on the twelve columns. */
  form: 'figures' | 'tiles'
  tiles: Tile[]
}

/** The tiles in the order of the answer, neighbouring figures together. */
export function bandsOf(tiles: readonly Tile[]): Band[] {
  const bands: Band[] = []
  for (const tile of tiles) {
    const form = tile.kind === 'figure' ? 'figures' : 'tiles'
    const last = bands.at(-1)
    if (last?.form === form) last.tiles.push(tile)
    else bands.push({ form, tiles: [tile] })
  }
  return bands
}

export function spanOf(page: string, tile: Tile): Span {
  return spans[page]?.[tile.id] ?? (tile.kind === 'figure' ? 4 : spanOfKind[tile.kind])
}

export const shapeOf = (page: string): readonly Kind[] => shapes[page] ?? [...times('figure', 4), 'series', 'breakdown']

function times(kind: Kind, count: number): Kind[] {
  return Array.from({ length: count }, () => kind)
}
