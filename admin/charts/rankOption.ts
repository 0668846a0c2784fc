import { formatFigure } from '../../db/format.ts'
import type { BreakdownTile } from '../../api/dashboards/tiles.ts'
import { palettes } from '../ui/palette.ts'
import { lookOf, meanings } from './colours.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { position } from './drawing.ts'
import { ariaOf, figureAxis, gridOf, itemTooltip, nameAxis, namesOf, sized, lengthAxis } from './parts.ts'
import { fillOf } from './patterns.ts'
import { verticalLine } from './referenceLine.ts'

/** One figure per key, longest bar first or as the server ordered them, with the whole as a line. */
export function rankOption(tile: BreakdownTile, frame: Frame): Drawing {
  const { mode } = frame
  const points = slicePoints(tile)
  const figures = tile.slices.map(({ value }) => formatFigure(value, tile.unit))
  const { average } = tile
  const names = namesOf(
    tile.slices.map(({ label }) => label),
    frame,
    30,
  )
  return {
    height: tile.slices.length * names.rowHeight + sized(average ? 40 : 20, frame),
    points,
    legend: [],
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ top: average ? sized(26, frame) : 8, right: 8 }),
      xAxis: { ...lengthAxis(tile.unit, frame), axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: [nameAxis(names, frame), figureAxis(figures, frame)],
      series: [
        {
          type: 'bar',
          barMaxWidth: sized(20, frame),
          data: tile.slices.map(({ key, value }) => ({
            value: position(value) ?? 0,
            itemStyle: fillOf(sliceLook(key, frame), mode, palettes[mode].surface),
          })),
        },
        ...(average
          ? [verticalLine(position(average.value), `${average.label} ${formatFigure(average.value, tile.unit)}`, frame)]
          : []),
      ],
    },
  }
}

/** A breakdown in one colour, unless its keys have their own. */
export const sliceLook = (key: string | null, { mode }: Frame) =>
  lookOf(key !== null && Object.hasOwn(meanings, key) ? key : null, mode)

export const slicePoints = (tile: BreakdownTile): Point[] =>
  tile.slices.map(({ label, value, rows }, index) => ({
    series: 0,
    index,
    heading: label,
    lines: [['', formatFigure(value, tile.unit)]],
    href: rows,
  }))
