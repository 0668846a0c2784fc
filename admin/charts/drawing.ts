import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Mode } from '../ui/palette.ts'
import type { Look } from './colours.ts'

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | AriaComponentOption
>

/** What a chart is drawn into. */
export interface Frame {
  width: number
  mode: Mode
  fontSize: number
}

/** A mark that can be reached, read and opened: the keyboard and the tooltip walk over these, not over pixels. */
export interface Point {
  series: number
  index: number
  heading: string
  /** Name and formatted figure. */
  lines: (readonly [string, string])[]
  href: string | null
  /** Where it stands on the axes, when a click anywhere near should find it. */
  at?: readonly [number, number]
  /** Which of the grids it stands in. */
  panel?: number
}

export interface LegendKey {
  label: string
  look: Look
  form: 'fill' | 'line' | 'dashed' | 'circle' | 'rect' | 'triangle' | 'diamond'
}

/** A chart ready to be shown: pure data, so that tests read it instead of pixels. */
export interface Drawing {
  option: ChartOption
  height: number
  points: Point[]
  legend: LegendKey[]
  /** What the eye could be misled by: an axis that does not start at zero. */
  caution?: string
}

/** A figure as a position on an axis. Exactness is for the words beside it. */
export const position = (value: number | string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value)

export const wordsOf = ({ heading, lines }: Point): string =>
  [heading, lines.map(([name, figure]) => (name ? `${name} ${figure}` : figure)).join(', ')].filter(Boolean).join(': ')
