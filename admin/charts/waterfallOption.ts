import type { CustomSeriesOption } from 'echarts/charts'
import { formatChange, formatFigure } from '../../db/format.ts'
import type { WaterfallTile } from '../../api/dashboards/tiles.ts'
import { fontFamily, palettes } from '../ui/palette.ts'
import { lookOf } from './colours.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { position } from './drawing.ts'
import {
  ariaOf,
  figureAxis,
  fitsUnder,
  gridOf,
  itemTooltip,
  lengthAxis,
  nameAxis,
  namesOf,
  sized,
  underAxis,
  valueAxis,
} from './parts.ts'
import { fillOf } from './patterns.ts'

/** From one level to the next through what came in and what went out; on its side where names would not fit below. */
export function waterfallOption(tile: WaterfallTile, frame: Frame): Drawing {
  const whole = spansOf(tile.steps)
  const floor = floorOf(whole)
  const spans = whole.map(([from, to]): Span => [Math.max(floor, from), to])
  const points = stepPoints(tile)
  const labels = tile.steps.map(({ label }) => label)
  const figures = points.map(({ lines }) => lines[0]?.[1] ?? '')
  const room = (frame.width - sized(60, frame)) / Math.max(1, tile.steps.length)
  const isUpright = fitsUnder([...labels, ...figures], room, frame)
  const names = namesOf(labels, frame, 32)
  const values = { ...(isUpright ? valueAxis(tile.unit) : lengthAxis(tile.unit, frame)), min: floor }
  return {
    height: isUpright ? sized(300, frame) : names.rowHeight * labels.length + sized(40, frame),
    points,
    legend: [],
    ...(floor > 0 && { caution: `L’asse parte da ${formatFigure(floor, tile.unit)}.` }),
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ top: isUpright ? sized(26, frame) : 4 }),
      xAxis: isUpright ? underAxis(labels, room, frame) : values,
      yAxis: isUpright ? values : [nameAxis(names, frame), figureAxis(figures, frame)],
      series: [stepSeries(tile, spans, isUpright ? { room, figures } : null, frame)],
    },
  }
}

type Step = WaterfallTile['steps'][number]
type Span = [from: number, to: number]

/** Bars standing with their figures on top, or lying. */
function stepSeries(
  { steps }: WaterfallTile,
  spans: Span[],
  upright: { room: number; figures: string[] } | null,
  frame: Frame,
): CustomSeriesOption {
  const ink = palettes[frame.mode]
  return {
    type: 'custom',
    encode: upright ? { x: 0, y: [1, 2] } : { x: [1, 2], y: 0 },
    data: spans.map(([from, to], index) => [index, from, to]),
    renderItem: ({ dataIndex: index }, api) => {
      const [from, to] = spans[index] ?? [0, 0]
      const style = styleOf(steps[index], to - from, frame)
      const isLast = index === steps.length - 1
      const at = (step: number, value: number) => api.coord(upright ? [step, value] : [value, step])
      const half = upright ? Math.min(upright.room * 0.31, 45) : sized(10, frame)
      const [startX = 0, startY = 0] = at(index, from)
      const [endX = 0, endY = 0] = at(index, to)
      const [nextX = 0, nextY = 0] = at(isLast ? index : index + 1, to)
      const shape = upright
        ? { x: endX - half, y: Math.min(startY, endY), width: half * 2, height: Math.max(2, Math.abs(endY - startY)) }
        : { x: Math.min(startX, endX), y: endY - half, width: Math.max(2, Math.abs(endX - startX)), height: half * 2 }
      const link = upright
        ? { x1: endX + half, y1: endY, x2: nextX - half, y2: nextY }
        : { x1: endX, y1: endY + half, x2: nextX, y2: nextY - half }
      return {
        type: 'group',
        children: [
          { type: 'rect', shape, style },
          ...(isLast
            ? []
            : [{ type: 'line' as const, shape: link, style: { stroke: ink.line, lineWidth: 1, lineDash: [3, 3] } }]),
          ...(upright ? [figureText(upright.figures[index] ?? '', endX, shape.y, frame)] : []),
        ],
      }
    },
  }
}

const figureText = (text: string, x: number, y: number, { mode, fontSize }: Frame) => ({
  type: 'text' as const,
  style: {
    text,
    x,
    y: y - 4,
    align: 'center' as const,
    verticalAlign: 'bottom' as const,
    fill: palettes[mode].text,
    fontSize,
    fontFamily,
  },
})

/** Where each bar starts and ends: levels from zero, changes from where the one before ended. */
export function spansOf(steps: readonly Step[]): Span[] {
  let reached = 0
  return steps.map(({ role, value }) => {
    const size = position(value) ?? 0
    const from = role === 'level' ? 0 : reached
    reached = from + size
    return [from, reached]
  })
}

/** Changes of a few dozen on a stock of thousands cannot be seen from zero: then the axis starts below the lowest step. */
function floorOf(spans: readonly Span[]): number {
  const ends = spans.map(([, to]) => to)
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  if (low <= 0 || high - low > low * 0.5) return Math.min(0, low)
  const step = 10 ** Math.floor(Math.log10(high - low || 1))
  return Math.max(0, Math.floor((low - (high - low) * 0.6) / step) * step)
}

function styleOf(step: Step | undefined, change: number, { mode }: Frame): object {
  const key = step?.role === 'level' ? 'level' : change > 0 ? 'increase' : 'decrease'
  const { color, borderColor, decal } = fillOf(lookOf(key, mode), mode, palettes[mode].surface)
  return { fill: color, stroke: borderColor, lineWidth: 1, decal }
}

const stepPoints = (tile: WaterfallTile): Point[] =>
  tile.steps.map(({ label, value, rows, role }, index) => ({
    series: 0,
    index,
    heading: label,
    lines: [['', role === 'level' ? formatFigure(value, tile.unit) : formatChange(value, tile.unit)]],
    href: rows,
  }))
