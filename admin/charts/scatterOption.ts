import { formatFigure } from '../../db/format.ts'
import type { ScatterTile } from '../../api/dashboards/tiles.ts'
import { palettes } from '../ui/palette.ts'
import { lookOf } from './colours.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { position } from './drawing.ts'
import { ariaOf, gridOf, itemTooltip, lengthAxis, sized, valueAxis } from './parts.ts'

const symbols = ['circle', 'rect', 'triangle', 'diamond'] as const

/** One mark per record on two measures; colour and shape say its group. */
export function scatterOption(tile: ScatterTile, frame: Frame): Drawing {
  const isLong = isLongTailed(tile.points.map(({ x }) => x))
  const groups = [...new Set(tile.points.map(({ group }) => group))]
  const points = groups.flatMap((group, series) => groupPoints(tile, group, series))
  const { mode, fontSize } = frame
  const title = { nameTextStyle: { color: palettes[mode].textSecondary, fontSize }, nameLocation: 'end' as const }
  return {
    height: sized(320, frame),
    points,
    legend: groups.map((group, order) => ({
      label: group,
      look: lookOf(group, mode, order),
      form: symbols[order % symbols.length] ?? 'circle',
    })),
    ...(isLong && { caution: `${tile.x.label}: scala logaritmica.` }),
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ top: sized(34, frame), bottom: sized(26, frame) }),
      xAxis: {
        ...lengthAxis(tile.x.unit, frame),
        ...title,
        name: tile.x.label,
        nameLocation: 'middle',
        nameGap: sized(28, frame),
        ...(isLong ? { type: 'log' as const } : { scale: true }),
      },
      yAxis: {
        ...valueAxis(tile.y.unit),
        ...title,
        name: tile.y.label,
        nameTextStyle: { ...title.nameTextStyle, align: 'left' },
      },
      series: groups.map((group, order) => ({
        type: 'scatter' as const,
        name: group,
        symbol: symbols[order % symbols.length],
        symbolSize: fontSize * 0.85,
        itemStyle: {
          color: lookOf(group, mode, order).colour,
          borderColor: palettes[mode].surface,
          borderWidth: 1,
          opacity: 0.9,
        },
        data: tile.points.filter((point) => point.group === group).map(({ x, y }) => [x, position(y)]),
      })),
    },
  }
}

function groupPoints(tile: ScatterTile, group: string, series: number): Point[] {
  return tile.points
    .filter((point) => point.group === group)
    .map(({ label, x, y, href }, index) => ({
      series,
      index,
      heading: label,
      lines: [
        [tile.x.label, formatFigure(x, tile.x.unit)],
        [tile.y.label, formatFigure(y, tile.y.unit)],
        ['', group],
      ],
      href,
    }))
}

/** One record a hundred times the others would push them all against the axis. */
function isLongTailed(values: readonly number[]): boolean {
  const sorted = values.toSorted((one, other) => one - other)
  const [least = 0, middle = 0, greatest = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  return least > 0 && greatest > middle * 20
}
