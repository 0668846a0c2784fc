import { formatCounted, formatDate, formatMonth } from '../../db/format.ts'
import type { GanttTile } from '../../api/dashboards/tiles.ts'
import { palettes } from '../ui/palette.ts'
import { lookOf } from './colours.ts'
import type { Drawing, Frame, Point } from './drawing.ts'
import { ariaOf, gridOf, itemTooltip, nameAxis, namesOf, sized } from './parts.ts'
import { fillOf } from './patterns.ts'
import { verticalLine } from './referenceLine.ts'

type Bar = GanttTile['bars'][number]

/** Works on a calendar: what was planned as a thin bar, what is happening as a thick one, suspensions hatched, today as a line. */
export function ganttOption(tile: GanttTile, frame: Frame): Drawing {
  const points = tile.bars.map((bar, index) => pointOf(bar, index, tile.words))
  const [from, to] = rangeOf(tile)
  const names = namesOf(
    tile.bars.map(({ label }) => label),
    frame,
    38,
  )
  const monthly = Math.max(1, Math.ceil(monthsBetween(from, to) / Math.max(3, frame.width / sized(110, frame))))
  return {
    height: tile.bars.length * names.rowHeight + sized(60, frame),
    points,
    legend: legendOf(tile, frame),
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: itemTooltip(points, frame),
      grid: gridOf({ top: sized(26, frame), right: 24 }),
      xAxis: {
        type: 'value',
        min: from,
        max: to,
        axisLabel: {
          customValues: monthStarts(from, to, monthly),
          formatter: (at: number) => formatMonth(dayOf(at), 'short'),
          hideOverlap: true,
        },
        axisTick: { customValues: monthStarts(from, to, monthly) },
        splitLine: { show: false },
      },
      yAxis: nameAxis(names, frame),
      series: [
        {
          type: 'custom',
          encode: { x: [0, 2], y: 1 },
          data: tile.bars.map((_, index) => [from, index, to]),
          renderItem: (params, api) => {
            const bar = tile.bars[params.dataIndex]
            if (!bar) return null
            const at = (day: string) => api.coord([timeOf(day), params.dataIndex])[0] ?? 0
            const y = api.coord([from, params.dataIndex])[1] ?? 0
            return { type: 'group', children: shapesOf(bar, tile.today, at, y, frame) }
          },
        },
        verticalLine(timeOf(tile.today), `oggi, ${formatDate(tile.today)}`, frame),
      ],
    },
  }
}

function shapesOf(bar: Bar, today: string, at: (day: string) => number, y: number, frame: Frame) {
  const ink = palettes[frame.mode]
  const thick = sized(13, frame)
  const { baseline, current, suspensions } = bar
  const { color, borderColor, decal } = fillOf(lookOf(bar.state, frame.mode), frame.mode, ink.surface)
  const rect = (from: string, to: string, top: number, height: number, style: object) => ({
    type: 'rect' as const,
    shape: { x: at(from), y: top, width: Math.max(3, at(to) - at(from)), height },
    style,
  })
  const { start } = current
  const end = current.end ?? (bar.done ? null : today)
  return [
    ...(start && end && end > start ? [rect(start, end, y - thick + 3, thick, { fill: color, stroke: borderColor, decal })] : []),
    ...(start ? suspensions.map(({ from, to }) => rect(from, to, y - thick + 3, thick, suspensionStyle(frame))) : []),
    ...(baseline.start && baseline.end ? [rect(baseline.start, baseline.end, y + 6, sized(4, frame), { fill: ink.line })] : []),
  ]
}

function suspensionStyle({ mode }: Frame) {
  const { color, decal } = fillOf(lookOf('suspended', mode), mode, palettes[mode].surface)
  return { fill: color, decal, stroke: palettes[mode].text, lineWidth: 1 }
}

function legendOf({ bars, words }: GanttTile, { mode }: Frame): Drawing['legend'] {
  const isSuspended = bars.some(({ suspensions }) => suspensions.length > 0)
  return [
    { label: words?.current ?? 'date correnti', look: lookOf('underway', mode), form: 'fill' },
    { label: words?.baseline ?? 'date previste', look: { colour: palettes[mode].line, pattern: 'plain' }, form: 'line' },
    ...(isSuspended ? [{ label: 'sospensione', look: lookOf('suspended', mode), form: 'fill' as const }] : []),
  ]
}

function pointOf(
  { label, href, baseline, current, lateDays, suspensions }: Bar,
  index: number,
  words: GanttTile['words'],
): Point {
  const span = ({ start, end }: Bar['current']) => `da ${formatDate(start)} a ${formatDate(end)}`
  return {
    series: 0,
    index,
    heading: label,
    lines: [
      [words?.baseline ?? 'previsto', span(baseline)],
      [words?.current ?? 'corrente', span(current)],
      ...(words ? [] : [['ritardo', lateDays > 0 ? formatCounted(lateDays, ['giorno', 'giorni']) : 'nessuno'] as const]),
      ...suspensions.map(({ from, to }) => ['sospeso', `da ${formatDate(from)} a ${formatDate(to)}`] as const),
    ],
    href,
  }
}

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const averageMonth = 30.44 * 24 * 3600 * 1000
const monthsBetween = (from: number, to: number) => (to - from) / averageMonth

/** From the first to the last day of any bar, with a month of air. */
function rangeOf({ bars, today }: GanttTile): [number, number] {
  const days = bars.flatMap(({ baseline, current }) => [baseline.start, baseline.end, current.start, current.end])
  const times = [today, ...days].flatMap((day) => (day && day !== 'infinity' ? [timeOf(day)] : []))
  return [Math.min(...times) - averageMonth, Math.max(...times) + averageMonth]
}

/** Firsts of the months to write, no closer than `every` months, on quarters, half years or years. */
function monthStarts(from: number, to: number, every: number): number[] {
  const step = [1, 3, 6, 12].find((size) => size >= every) ?? 12 * Math.ceil(every / 12)
  const first = new Date(from)
  const starts: number[] = []
  let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + 1) / step) * step
  for (let start = from; start <= to; month += step) {
    start = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (start <= to) starts.push(start)
  }
  return starts
}
