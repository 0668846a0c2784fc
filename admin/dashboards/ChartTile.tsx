import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type {
  BreakdownTile,
  GanttTile,
  MatrixTile,
  ScatterTile,
  SeriesTile,
  SpreadTile,
  WaterfallTile,
} from '../../api/dashboards/tiles.ts'
import { Chart } from '../charts/Chart.tsx'
import type { Drawing, Frame } from '../charts/drawing.ts'
import { ganttOption } from '../charts/ganttOption.ts'
import { histogramOption } from '../charts/histogramOption.ts'
import { rankOption } from '../charts/rankOption.ts'
import { scatterOption } from '../charts/scatterOption.ts'
import { seriesOption } from '../charts/seriesOption.ts'
import { spreadOption } from '../charts/spreadOption.ts'
import { stackedOption } from '../charts/stackedOption.ts'
import { waterfallOption } from '../charts/waterfallOption.ts'
import { TileCard } from './TileCard.tsx'
import { usePageHref, useRowsHref } from './useHref.ts'

export type DrawnTile = SeriesTile | BreakdownTile | MatrixTile | WaterfallTile | GanttTile | ScatterTile | SpreadTile

/** A tile that ECharts draws. Loaded apart from the page, because the charts weigh as much as all the rest. */
export function ChartTile({ tile }: { tile: DrawnTile }) {
  const [asShares, setAsShares] = useState(false)
  const navigate = useNavigate()
  const rowsHref = useRowsHref()
  const pageHref = usePageHref()
  const draw = useCallback((frame: Frame) => drawTile(tile, frame, asShares), [tile, asShares])
  const namesPages = tile.kind === 'gantt' || tile.kind === 'scatter'
  const open = (href: string) => {
    const to = namesPages ? pageHref(href) : rowsHref(href)
    if (to) void navigate(to)
  }
  const switches = tile.kind === 'matrix' && (
    <Button type="text" size="small" onClick={() => setAsShares(!asShares)}>
      {asShares ? 'Mostra valori' : 'Mostra quote'}
    </Button>
  )
  return (
    <TileCard tile={tile} switches={switches}>
      <Chart draw={draw} label={`${tile.title}.`} onOpen={open} />
    </TileCard>
  )
}

function drawTile(tile: DrawnTile, frame: Frame, asShares: boolean): Drawing {
  switch (tile.kind) {
    case 'series':
      return seriesOption(tile, frame)
    case 'breakdown':
      return tile.form === 'rank' ? rankOption(tile, frame) : histogramOption(tile, frame)
    case 'matrix':
      return stackedOption(tile, frame, asShares)
    case 'waterfall':
      return waterfallOption(tile, frame)
    case 'gantt':
      return ganttOption(tile, frame)
    case 'scatter':
      return scatterOption(tile, frame)
    case 'spread':
      return spreadOption(tile, frame)
  }
}
