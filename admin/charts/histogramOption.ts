import { formatFigure } from '../../db/format.ts'
import type { BreakdownTile } from '../../api/dashboards/tiles.ts'
import { palettes } from '../ui/palette.ts'
import type { Drawing, Frame } from './drawing.ts'
import { position } from './drawing.ts'
import { ariaOf, fitsUnder, gridOf, itemTooltip, sized, underAxis, valueAxis } from './parts.ts'
import { fillOf } from './patterns.ts'
import { rankOption, sliceLook, slicePoints } from './rankOption.ts'

/** How many fall in each class: bars that touch, in the order of the classes. */
export function histogramOption(tile: BreakdownTile, frame: Frame): Drawing {
  const { mode, fontSize, width } = frame
  const points = slicePoints(tile)
  const room = (width - sized(60, frame)) / Math.max(1, tile.slices.length)
  const figures = tile.slices.map(({ value }) => formatFigure(value, tile.unit))
  const names = tile.slices.map(({ label }) => label)
  if (!fitsUnder([...names, ...figures], room, frame)) return rankOption(tile, frame)
  return {
    height: sized(280, frame),
    points,
    legend: [],
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ top: sized(26, frame) }),
      xAxis: underAxis(names, room, frame),
      yAxis: valueAxis(tile.unit),
      series: [
        {
          type: 'bar',
          barCategoryGap: '8%',
          data: tile.slices.map(({ key, value }) => ({
            value: position(value) ?? 0,
            itemStyle: fillOf(sliceLook(key, frame), mode, palettes[mode].surface),
          })),
          label: {
            show: true,
            position: 'top',
            color: palettes[mode].text,
            fontSize,
            formatter: ({ dataIndex }) => figures[dataIndex] ?? '',
          },
        },
      ],
    },
  }
}
