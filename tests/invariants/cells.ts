import type { Cell, Tile } from '../../api/dashboards/tiles.ts'

export interface Drawn {
  metric: string
  cell: Cell & { numerator?: Cell['value']; denominator?: Cell['value'] }
  where: string
}

/** Every figure of a tile with the metric it is of. */
export function cellsOf(tile: Tile): Drawn[] {
  const [first = '', second = ''] = tile.metrics
  switch (tile.kind) {
    case 'figure':
      return [
        { metric: first, cell: tile.figure, where: 'figure' },
        ...tile.trend.map((cell) => ({ metric: first, cell, where: `trend ${cell.period.key}` })),
      ]
    case 'series':
      return tile.series.flatMap(({ key, cells }) =>
        cells.map((cell, i) => ({ metric: key, cell, where: `${key} ${tile.periods[i]?.key}` })),
      )
    case 'breakdown':
      return tile.slices.map((cell) => ({ metric: first, cell, where: `slice ${cell.label}` }))
    case 'matrix':
      return tile.cells.flatMap((row, i) =>
        row.map((cell, j) => ({ metric: first, cell, where: `${tile.rows[i]?.label} × ${tile.columns[j]?.label}` })),
      )
    case 'waterfall':
      return tile.steps.map((cell) => ({ metric: cell.role === 'level' ? first : second, cell, where: `step ${cell.label}` }))
    case 'cartogram':
      return tile.cells.map((cell) => ({ metric: first, cell, where: `comune ${cell.label}` }))
    case 'comparison':
      return tile.rows.flatMap(({ metric, whole, cells }) =>
        [whole, ...cells].map((cell, i) => ({ metric, cell, where: `${metric} ${tile.columns[i - 1]?.key ?? 'whole'}` })),
      )
    case 'checks':
      return tile.items.map((cell) => ({ metric: cell.metric, cell, where: `check ${cell.label}` }))
    case 'list':
    case 'gantt':
    case 'ladder':
    case 'scatter':
    case 'spread':
      return []
  }
}
