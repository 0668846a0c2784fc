import { formatFigure, formatRatio } from '../../db/format.ts'
import type { MatrixTile } from '../../api/dashboards/tiles.ts'
import type { Mode } from '../ui/palette.ts'
import { palettes } from '../ui/palette.ts'
import { lookOf } from './colours.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { position } from './drawing.ts'
import { ariaOf, gridOf, itemTooltip, nameAxis, namesOf, sized, textWidth, lengthAxis } from './parts.ts'
import { fillOf } from './patterns.ts'

/** Bars made of parts. As shares, every bar is as long as the others: figures keep the counts, only the lengths change. */
export function stackedOption(tile: MatrixTile, frame: Frame, asShares = false): Drawing {
  const points = partPoints(tile)
  const lengths = partLengths(tile, asShares)
  const names = namesOf(
    tile.rows.map(({ label }) => label),
    frame,
    34,
  )
  const longest =
    (asShares ? 1 : axisHeadroom) * Math.max(1e-9, ...lengths.map((row) => row.reduce((length, part) => length + part, 0)))
  const plot = frame.width - names.width - 40
  const axis = lengthAxis(asShares ? 'ratio' : tile.unit, frame)
  return {
    height: tile.rows.length * names.rowHeight + sized(40, frame),
    points,
    legend: tile.columns.map(({ key, label }, order) => ({ label, look: lookOf(key, frame.mode, order), form: 'fill' })),
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ right: 24 }),
      xAxis: asShares ? { ...axis, max: 1 } : axis,
      yAxis: nameAxis(names, frame),
      series: tile.columns.map(({ key, label }, column) => ({
        type: 'bar' as const,
        name: label,
        stack: 'parts',
        barMaxWidth: sized(24, frame),
        itemStyle: fillOf(lookOf(key, frame.mode, column), frame.mode, palettes[frame.mode].surface),
        data: tile.rows.map((_, row) => {
          const text = formatFigure(tile.cells[row]?.[column]?.value, tile.unit)
          const length = lengths[row]?.[column] ?? 0
          const fits = textWidth(text, frame.fontSize) + 14 < (length / longest) * plot
          return { value: length, label: { show: fits, formatter: () => text, ...plate(frame.mode) } }
        }),
      })),
    },
  }
}

// The axis ends at a round number beyond the longest bar.
const axisHeadroom = 1.2

// Numbers would stand on patterns, and on colours too mild for white and for black: they bring their own ground.
const plate = (mode: Mode) => ({
  color: palettes[mode].text,
  backgroundColor: palettes[mode].surface,
  padding: [1, 4],
  borderRadius: 2,
})

function partLengths(tile: MatrixTile, asShares: boolean): number[][] {
  return tile.cells.map((row) => {
    const lengths = row.map(({ value }) => position(value) ?? 0)
    const whole = lengths.reduce((sum, length) => sum + length, 0)
    return asShares ? lengths.map((length) => (whole === 0 ? 0 : length / whole)) : lengths
  })
}

function partPoints(tile: MatrixTile): Point[] {
  const shares = partLengths(tile, true)
  return tile.columns.flatMap(({ label }, series) =>
    tile.rows.map((row, index) => ({
      series,
      index,
      heading: row.label,
      lines: [
        [label, formatFigure(tile.cells[index]?.[series]?.value, tile.unit)],
        ['quota della barra', formatRatio(shares[index]?.[series])],
      ] as const,
      href: tile.cells[index]?.[series]?.rows ?? null,
    })),
  )
}
