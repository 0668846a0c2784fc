import type { Unit } from '../../db/defineMetric.ts'

/**
 * What a dashboard answers: everything on the page, already counted, named and linked to its rows. The browser draws and
 * formats; it never adds, divides or compares.
 */
export interface Dashboard {
  id: string
  title: string
  /** One sentence on what the page counts: filters, day, period. */
  subtitle: string
  asOf: string
  knownAt: string
  from: string
  to: string
  /** True when any row behind the page was made for demonstration. */
  demo: boolean
  tiles: PlacedTile[]
}

/** Where a tile stands on its page, also before it is answered. */
export interface TilePlace {
  id: string
  kind: Tile['kind']
  /** Twelfths of the page's width; figures stand in a row of cards instead. */
  span: 4 | 5 | 6 | 7 | 8 | 12
}

/** Counts are integers, ratios numbers from 0 to 1, days numbers; euro are decimal strings. Null is "n.d.". */
export type FigureValue = number | string | null

interface TileBase {
  /** Unique on the page. */
  id: string
  /** The takeaway, in words with its figures: the heading, and the chart's text for who cannot see it. */
  title: string
  /** Ids of the metrics shown, for the definition popover. */
  metrics: string[]
  demo: boolean
  /** A caveat to print under the tile: a perimeter, excluded reasons, a source. */
  note?: string
}

export interface Period {
  key: string
  label: string
}

/** A cell of a chart: a figure and the list behind it. */
export interface Cell {
  value: FigureValue
  rows: string | null
}

export interface Figure extends Cell {
  metric: string
  label: string
  unit: Unit
  noun: readonly [string, string]
  goodWhen: 'up' | 'down' | 'neutral'
  numerator?: FigureValue
  denominator?: FigureValue
  median?: number | null
  /** What it is measured against, wherever it is read. */
  benchmark?: { value: number; label: string }
  asOf: string
  /** The same figure at the end of the last closed month, and the change since, judged. */
  previous?: {
    label: string
    value: FigureValue
    change: FigureValue
    /** Null when there is no base, or the base is below 20. */
    changeRatio: number | null
    verdict: 'better' | 'worse' | 'same' | 'neutral'
    /** «in calo, bene» */
    words: string
  }
}

export interface FigureTile extends TileBase {
  kind: 'figure'
  figure: Figure
  /** Closed periods and the present one, last. */
  trend: (Cell & { period: Period })[]
}

/** Values over time, one or more series on the same periods. */
export interface SeriesTile extends TileBase {
  kind: 'series'
  unit: Unit
  periods: Period[]
  series: { key: string; label: string; form: 'line' | 'bar' | 'area'; stack?: string; dashed?: boolean; cells: Cell[] }[]
}

/** One figure per key of a dimension: ranking, histogram. Keys of closed vocabularies keep one colour everywhere. */
export interface BreakdownTile extends TileBase {
  kind: 'breakdown'
  form: 'rank' | 'histogram'
  unit: Unit
  slices: (Cell & { key: string | null; label: string })[]
  /** The whole, drawn as a line. */
  average?: { label: string; value: FigureValue }
}

/** Two dimensions: stacked bars (rows are bars, columns are parts) or a heat map. */
export interface MatrixTile extends TileBase {
  kind: 'matrix'
  form: 'stacked' | 'heatmap'
  unit: Unit
  rows: { key: string | null; label: string }[]
  columns: { key: string | null; label: string }[]
  /** `cells[row][column]` */
  cells: Cell[][]
}

export interface WaterfallTile extends TileBase {
  kind: 'waterfall'
  unit: Unit
  steps: (Cell & { key: string; label: string; role: 'level' | 'change' })[]
}

/** A short ordered list of records that need somebody, each with its own address. */
export interface ListTile extends TileBase {
  kind: 'list'
  columns: { key: string; label: string; kind: 'text' | 'money' | 'ratio' | 'date' | 'days' | 'integer' | 'state' }[]
  /** `severity` is said in words by `flag`. */
  items: {
    href: string
    values: Record<string, FigureValue>
    flag?: { severity: 'info' | 'warning' | 'critical'; words: string }
  }[]
  total: number
  rows: string | null
  /** What to say when it is empty: there is nothing to do, and why. */
  empty: string
}

export interface GanttTile extends TileBase {
  kind: 'gantt'
  today: string
  /** What the bars are of, when they are not of works: then nothing is late nor suspended. */
  words?: { record: string; baseline: string; current: string }
  bars: {
    key: string
    label: string
    href: string
    state: string
    baseline: { start: string | null; end: string | null }
    current: { start: string | null; end: string | null }
    done: boolean
    lateDays: number
    suspensions: { from: string; to: string }[]
  }[]
}

/** Projects or programmes with their amounts as bars on one scale, and elapsed time against money spent. */
export interface LadderTile extends TileBase {
  kind: 'ladder'
  items: {
    key: string
    label: string
    code: string | null
    href: string
    programmed: string
    admitted: string
    committed: string
    disbursed: string
    elapsed: number | null
    spent: number | null
    flags: { severity: 'info' | 'warning' | 'critical'; words: string }[]
  }[]
}

export interface ScatterTile extends TileBase {
  kind: 'scatter'
  x: { label: string; unit: Unit }
  y: { label: string; unit: Unit }
  points: { key: string; label: string; href: string; x: number; y: FigureValue; group: string }[]
}

/** The spread of a duration per key: days in each stage. */
export interface SpreadTile extends TileBase {
  kind: 'spread'
  unit: Unit
  items: {
    key: string
    label: string
    n: number
    min: number | null
    q1: number | null
    median: number | null
    mean: number | null
    q3: number | null
    max: number | null
    rows: string | null
  }[]
}

/** One figure per comune on the hexagon cartogram. */
export interface CartogramTile extends TileBase {
  kind: 'cartogram'
  unit: Unit
  cells: (Cell & { comuneId: string; label: string })[]
}

/** Metrics down, keys across (the six UOG), each with its trend. */
export interface ComparisonTile extends TileBase {
  kind: 'comparison'
  columns: { key: string; label: string; href: string }[]
  rows: {
    metric: string
    label: string
    unit: Unit
    goodWhen: 'up' | 'down' | 'neutral'
    whole: Cell
    /** `quartile` 1 is the best fourth; null when the metric has no good direction. */
    cells: (Cell & { quartile: 1 | 2 | 3 | 4 | null; trend: FigureValue[] })[]
  }[]
}

/** Things to put right: how many rows, whose they are, and which figures they disturb. */
export interface ChecksTile extends TileBase {
  kind: 'checks'
  items: (Cell & { metric: string; label: string; owner: string; disturbs: string[] })[]
}

export type Tile =
  | FigureTile
  | SeriesTile
  | BreakdownTile
  | MatrixTile
  | WaterfallTile
  | ListTile
  | GanttTile
  | LadderTile
  | ScatterTile
  | SpreadTile
  | CartogramTile
  | ComparisonTile
  | ChecksTile

export type PlacedTile = Tile & TilePlace
