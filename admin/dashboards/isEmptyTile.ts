import type { Cell, Tile } from '../../api/dashboards/tiles.ts'

const isBlank = ({ value }: Cell) => value === null

/** A tile without anything to draw. Zeros are something. */
export function isEmptyTile(tile: Tile): boolean {
  switch (tile.kind) {
    case 'figure':
      return false
    case 'series':
      return tile.series.every(({ cells }) => cells.every(isBlank))
    case 'breakdown':
      return tile.slices.every(isBlank)
    case 'matrix':
      return tile.rows.length === 0 || tile.cells.every((row) => row.every(isBlank))
    case 'waterfall':
      return tile.steps.every(isBlank)
    case 'list':
    case 'ladder':
    case 'checks':
    case 'spread':
      return tile.items.length === 0
    case 'gantt':
      return tile.bars.length === 0
    case 'scatter':
      return tile.points.length === 0
    case 'cartogram':
      return tile.cells.every(isBlank)
    case 'comparison':
      return tile.rows.length === 0
  }
}
