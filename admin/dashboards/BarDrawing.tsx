import { useCallback } from 'react'
import type { Frame } from '../charts/drawing.ts'
import { histogramOption } from '../charts/histogramOption.ts'
import { rankOption } from '../charts/rankOption.ts'
import { stackedOption } from '../charts/stackedOption.ts'
import { DrawnChart } from './DrawnChart.tsx'
import type { BarTile, DrawingProps } from './drawings.ts'

/** Bars, which most pages begin with. */
export function BarDrawing({ tile, asShares }: DrawingProps<BarTile>) {
  const draw = useCallback(
    (frame: Frame) => {
      if (tile.kind === 'matrix') return stackedOption(tile, frame, asShares)
      return tile.form === 'rank' ? rankOption(tile, frame) : histogramOption(tile, frame)
    },
    [tile, asShares],
  )
  return <DrawnChart tile={tile} draw={draw} />
}
