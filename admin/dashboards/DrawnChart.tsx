import { useNavigate } from 'react-router'
import { Chart } from '../charts/Chart.tsx'
import type { Drawing, Frame } from '../charts/drawing.ts'
import type { DrawnTile } from './drawings.ts'
import { usePageHref, useRowsHref } from './useHref.ts'

interface DrawnChartProps {
  tile: DrawnTile
  /** Keep it stable between renders. */
  draw: (frame: Frame) => Drawing
}

/** The chart of a tile, whose marks lead to their rows or to their pages. */
export function DrawnChart({ tile, draw }: DrawnChartProps) {
  const navigate = useNavigate()
  const rowsHref = useRowsHref()
  const pageHref = usePageHref()
  const namesPages = tile.kind === 'gantt' || tile.kind === 'scatter'
  const open = (href: string) => {
    const to = namesPages ? pageHref(href) : rowsHref(href)
    if (to) void navigate(to)
  }
  return <Chart draw={draw} label={`${tile.title}.`} onOpen={open} />
}
