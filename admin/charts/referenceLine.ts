import type { CustomSeriesOption } from 'echarts/charts'
import { fontFamily, palettes } from '../ui/palette.ts'
import type { Frame } from './drawing.ts'

/** The plot's rectangle, as the coordinate system tells a custom series. */
export interface Plot {
  x: number
  y: number
  width: number
  height: number
}

export const plotOf = (params: { coordSys: unknown }): Plot => params.coordSys as Plot

/** A thin line across the bars with its name above the plot: the whole to compare with, or today. */
export function verticalLine(at: number | null, words: string, { mode, fontSize }: Frame): CustomSeriesOption {
  const ink = palettes[mode]
  return {
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    z: 5,
    clip: false,
    data: at === null ? [] : [[at, 0]],
    renderItem: (params, api) => {
      const plot = plotOf(params)
      const x = api.coord([api.value(0), 0])[0] ?? 0
      const room = { left: x - plot.x, right: plot.x + plot.width - x }
      const align = room.right >= room.left ? 'left' : 'right'
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, x2: x, y1: plot.y - 4, y2: plot.y + plot.height },
            style: { stroke: ink.text, lineWidth: 1.5, lineDash: [4, 3] },
          },
          {
            type: 'text',
            style: {
              text: words,
              x: x,
              y: plot.y - 8,
              align,
              verticalAlign: 'bottom',
              fill: ink.text,
              fontSize,
              fontFamily,
            },
          },
        ],
      }
    },
  }
}
