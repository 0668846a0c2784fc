import { formatCount, formatFigure, notAvailable } from '../../db/format.ts'
import type { SpreadTile } from '../../api/dashboards/tiles.ts'
import { fontFamily, palettes } from '../ui/palette.ts'
import { lookOf } from './colours.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { ariaOf, gridOf, itemTooltip, nameAxis, namesOf, sized, lengthAxis } from './parts.ts'

type Item = SpreadTile['items'][number]

/** How long each stage takes: from the shortest to the longest, the middle half as a box, the median as a bar, the mean as a diamond. */
export function spreadOption(tile: SpreadTile, frame: Frame): Drawing {
  const points = itemPoints(tile)
  const names = namesOf(
    tile.items.map(({ label, n }) => `${label} (${formatCount(n)})`),
    frame,
    40,
  )
  return {
    height: tile.items.length * names.rowHeight + sized(44, frame),
    points,
    legend: [],
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ right: 24 }),
      xAxis: { ...lengthAxis(tile.unit, frame), min: 0 },
      yAxis: nameAxis(names, frame),
      series: [
        {
          type: 'custom',
          encode: { x: [0, 2], y: 1 },
          data: tile.items.map(({ max }, index) => [0, index, max ?? 0]),
          renderItem: (params, api) => {
            const item = tile.items[params.dataIndex]
            if (!item) return null
            const at = (value: number) => api.coord([value, params.dataIndex])[0] ?? 0
            const y = api.coord([0, params.dataIndex])[1] ?? 0
            return { type: 'group', children: boxOf(item, at, y, frame) }
          },
        },
      ],
    },
  }
}

function boxOf({ min, q1, median, mean, q3, max }: Item, at: (value: number) => number, y: number, frame: Frame) {
  const ink = palettes[frame.mode]
  if (min === null || q1 === null || median === null || q3 === null || max === null) {
    return [missing(at(0), y, frame)]
  }
  const half = sized(9, frame)
  const stroke = { stroke: ink.text, lineWidth: 1.5 }
  const rule = (x1: number, x2: number, height: number) => ({
    type: 'line' as const,
    shape: { x1, x2, y1: y - height, y2: y + height },
    style: stroke,
  })
  const diamond = (x: number) => ({
    type: 'polygon' as const,
    shape: {
      points: [
        [x, y - 5],
        [x + 5, y],
        [x, y + 5],
        [x - 5, y],
      ],
    },
    style: { fill: ink.surface, ...stroke },
  })
  const box = { x: at(q1), y: y - half, width: Math.max(2, at(q3) - at(q1)), height: half * 2 }
  return [
    { type: 'line' as const, shape: { x1: at(min), x2: at(max), y1: y, y2: y }, style: stroke },
    rule(at(min), at(min), 5),
    rule(at(max), at(max), 5),
    { type: 'rect' as const, shape: box, style: { fill: lookOf(null, frame.mode).colour, ...stroke } },
    {
      ...rule(at(median), at(median), half),
      style: { stroke: box.width > roomForMedian ? ink.onPrimary : ink.text, lineWidth: 3 },
    },
    ...(mean === null ? [] : [diamond(at(mean))]),
  ]
}

/** Narrower than this, a light bar would cover the whole box. */
const roomForMedian = 10

const missing = (x: number, y: number, { mode, fontSize }: Frame) => ({
  type: 'text' as const,
  style: {
    text: notAvailable,
    x: x + 6,
    y,
    verticalAlign: 'middle' as const,
    fill: palettes[mode].textSecondary,
    fontSize,
    fontFamily,
  },
})

const itemPoints = ({ items, unit }: SpreadTile): Point[] =>
  items.map(({ label, n, min, q1, median, mean, q3, max, rows }, index) => ({
    series: 0,
    index,
    heading: `${label}, ${formatCount(n)} casi`,
    lines: [
      ['mediana', formatFigure(median, unit)],
      ['media', formatFigure(mean, unit)],
      ['metà centrale', `da ${formatFigure(q1, unit)} a ${formatFigure(q3, unit)}`],
      ['estremi', `da ${formatFigure(min, unit)} a ${formatFigure(max, unit)}`],
    ],
    href: rows,
  }))
