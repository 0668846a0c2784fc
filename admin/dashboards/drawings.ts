import type { ComponentType } from 'react'
import type {
  BreakdownTile,
  GanttTile,
  MatrixTile,
  ScatterTile,
  SeriesTile,
  SpreadTile,
  WaterfallTile,
} from '../../api/dashboards/tiles.ts'

export type BarTile = BreakdownTile | MatrixTile
export type OtherDrawnTile = SeriesTile | WaterfallTile | GanttTile | ScatterTile | SpreadTile
export type DrawnTile = BarTile | OtherDrawnTile

export interface DrawingProps<T> {
  tile: T
  /** Parts of a whole instead of amounts. */
  asShares: boolean
}

/** Something loaded apart from the page, once; `here` is null until it has come. */
interface Loadable<T> {
  here: ComponentType<DrawingProps<T>> | null
  load: () => Promise<void>
}

/** What draws with ECharts, which weighs as much as all the rest of a page. */
export const bars = loadable<BarTile>(async () => (await import('./BarDrawing.tsx')).BarDrawing)
export const others = loadable<OtherDrawnTile>(async () => (await import('./OtherDrawing.tsx')).OtherDrawing)

function loadable<T>(fetch: () => Promise<ComponentType<DrawingProps<T>>>): Loadable<T> {
  let loading: Promise<void> | null = null
  const part: Loadable<T> = {
    here: null,
    load: async () => {
      loading ??= fetch().then((drawing) => void (part.here = drawing))
      // What did not come is asked for again the next time.
      return loading.catch((error: unknown) => {
        loading = null
        throw error
      })
    },
  }
  return part
}

export const isBars = (tile: DrawnTile): tile is BarTile => tile.kind === 'breakdown' || tile.kind === 'matrix'
