import { useCallback } from 'react'
import type { Drawing, Frame } from '../charts/drawing.ts'
import '../charts/otherForms.ts'
import { ganttOption } from '../charts/ganttOption.ts'
import { scatterOption } from '../charts/scatterOption.ts'
import { seriesOption } from '../charts/seriesOption.ts'
import { spreadOption } from '../charts/spreadOption.ts'
import { waterfallOption } from '../charts/waterfallOption.ts'
import { DrawnChart } from './DrawnChart.tsx'
import type { DrawingProps, OtherDrawnTile } from './drawings.ts'

/** Every other form, with the parts of ECharts that bars do without. */
export function OtherDrawing({ tile }: DrawingProps<OtherDrawnTile>) {
  const draw = useCallback((frame: Frame) => drawTile(tile, frame), [tile])
  return <DrawnChart tile={tile} draw={draw} />
}

function drawTile(tile: OtherDrawnTile, frame: Frame): Drawing {
  switch (tile.kind) {
    case 'series':
      return seriesOption(tile, frame)
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
