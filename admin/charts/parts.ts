import { format } from 'echarts/core'
import { formatCompact, formatMonth, formatQuarter } from '../../db/format.ts'
import type { Period } from '../../api/dashboards/tiles.ts'
import type { Unit } from '../../db/defineMetric.ts'
import { palettes } from '../ui/palette.ts'
import type { ChartOption, Frame, Point } from './drawing.ts'
import { wordsOf } from './drawing.ts'

const describedPoints = 24

/** Text for who cannot see the chart: the takeaway, then the figures. */
export function describe(title: string, points: readonly Point[]): string {
  const said = points.slice(0, describedPoints).map(wordsOf)
  const rest = points.length - said.length
  return [title, ...said, ...(rest > 0 ? [`e altri ${rest} valori nella tabella`] : [])].join('. ')
}

export function ariaOf(title: string, points: readonly Point[]): ChartOption['aria'] {
  return {
    enabled: true,
    label: { enabled: true, description: describe(title, points) },
    decal: { show: true, decals: [{ symbol: 'none' }] },
  }
}

/** Everything that a tooltip prints comes from records: it is encoded, always. */
export function tooltipHtml(heading: string, lines: readonly (readonly [string, string])[]): string {
  const rows = lines.map(([name, figure]) => `<tr><td>${format.encodeHTML(name)}</td><td>${format.encodeHTML(figure)}</td></tr>`)
  return `<strong>${format.encodeHTML(heading)}</strong><table class="panel-tip">${rows.join('')}</table>`
}

interface Pointed {
  seriesIndex?: number
  dataIndex?: number
}

/** A tooltip over one mark. */
export function itemTooltip(points: readonly Point[], frame: Frame): ChartOption['tooltip'] {
  return {
    ...tooltipLook(frame),
    trigger: 'item',
    formatter: (mark: unknown) => {
      const { seriesIndex, dataIndex } = mark as Pointed
      const point = points.find(({ series, index }) => series === seriesIndex && index === dataIndex)
      return point ? tooltipHtml(point.heading, point.lines) : ''
    },
  }
}

/** A tooltip over a position of the category axis, with every series there. */
export function axisTooltip(points: readonly Point[], frame: Frame): ChartOption['tooltip'] {
  return {
    ...tooltipLook(frame),
    trigger: 'axis',
    axisPointer: { type: 'line' },
    formatter: (marks: unknown) => {
      const first = (Array.isArray(marks) ? marks[0] : marks) as Pointed | undefined
      const here = points.filter(({ index }) => index === first?.dataIndex)
      return here[0]
        ? tooltipHtml(
            here[0].heading,
            here.flatMap(({ lines }) => lines),
          )
        : ''
    },
  }
}

function tooltipLook({ mode, fontSize }: Frame) {
  const ink = palettes[mode]
  return {
    confine: true,
    transitionDuration: 0,
    backgroundColor: ink.raised,
    borderColor: ink.line,
    textStyle: { color: ink.text, fontSize },
    extraCssText: 'max-width: min(22rem, 90vw); white-space: normal; font-variant-numeric: tabular-nums;',
  }
}

/** Room for the labels around the marks; ECharts adds what the labels themselves need. */
export const gridOf = (room: { top?: number; right?: number; bottom?: number; left?: number } = {}) => ({
  top: 12,
  right: 16,
  bottom: 8,
  left: 4,
  ...room,
  outerBoundsMode: 'same' as const,
  outerBoundsContain: 'axisLabel' as const,
})

/** Figures up the side. */
export const valueAxis = (unit: Unit) => ({
  type: 'value' as const,
  splitNumber: 5,
  minInterval: unit === 'count' || unit === 'days' || unit === 'hours' ? 1 : 0,
  axisLabel: { formatter: (value: number) => formatCompact(value, unit), hideOverlap: true },
})

/** Figures along the bottom, as many as there is room for. */
export const lengthAxis = (unit: Unit, { width, fontSize }: Frame) => ({
  ...valueAxis(unit),
  splitNumber: Math.min(6, Math.max(2, Math.floor((width * 0.6) / (fontSize * 6)))),
})

export interface Names {
  lines: string[][]
  /** Of the widest line. */
  width: number
  /** A row with room for the tallest name. */
  rowHeight: number
}

const mostLines = 4

/** Names down the left of horizontal bars, wrapped at a part of the width; what goes beyond four lines is in the tooltip. */
export function namesOf(names: readonly string[], frame: Frame, barHeight: number): Names {
  const room = Math.round(frame.width * 0.36)
  const lines = names.map((name) => atMost(mostLines, wrapWords(name, room, frame.fontSize)))
  const tallest = Math.max(1, ...lines.map((name) => name.length))
  return {
    lines,
    width: Math.max(0, ...lines.flat().map((line) => textWidth(line, frame.fontSize))),
    rowHeight: Math.max(sized(barHeight, frame), tallest * frame.fontSize * 1.2 + 6),
  }
}

const atMost = (most: number, lines: string[]): string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`]

export const nameAxis = ({ lines }: Names, { fontSize }: Frame) => ({
  type: 'category' as const,
  inverse: true,
  data: lines.map((name) => name.join('\n')),
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { interval: 0, align: 'right' as const, lineHeight: fontSize * 1.2 },
})

/** The figures of horizontal bars in a column at the right, where no line crosses them. */
export const figureAxis = (figures: readonly string[], { fontSize }: Frame) => ({
  type: 'category' as const,
  inverse: true,
  position: 'right' as const,
  data: [...figures],
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { interval: 0, align: 'right' as const, margin: 8 + widestOf(figures, fontSize) },
})

/** Names under vertical bars, wrapped to the room of a bar. */
export const underAxis = (names: readonly string[], room: number, { fontSize }: Frame) => {
  const small = room < fontSize * 5 ? fontSize - 2 : fontSize
  return {
    type: 'category' as const,
    data: names.map((name) => wrapWords(name, room - 4, small).join('\n')),
    axisTick: { show: false },
    axisLabel: { interval: 0, lineHeight: small * 1.2, fontSize: small },
  }
}

/** Lines no wider than the room, broken between words only. */
export function wrapWords(text: string, room: number, fontSize: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(longer, fontSize) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export const widestOf = (texts: readonly string[], fontSize: number): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, fontSize)))

/** Whether names stand under their bars without breaking a word. */
export const fitsUnder = (names: readonly string[], room: number, { fontSize }: Frame): boolean =>
  widestOf(
    names.flatMap((name) => name.split(' ')),
    fontSize - 2,
  ) <= room

/** A generous guess of how wide a text comes out in the panel's type. */
export const textWidth = (text: string, fontSize: number): number => Math.ceil(text.length * fontSize * 0.54) + 2

/** «mar 25» on an axis: the whole name stands in the tooltip and the table. */
export function periodTick({ key, label }: Period): string {
  if (/^\d{4}-Q[1-4]$/.test(key)) return formatQuarter(key, 'short')
  if (/trimestre/.test(label)) return formatQuarter(key, 'short')
  if (/^\d{4}-\d\d(-\d\d)?$/.test(key) && /[a-z]/.test(label)) return formatMonth(key, 'short')
  return label
}

export const sized = (pixels: number, { fontSize }: Frame): number => Math.round((pixels * fontSize) / 14)
