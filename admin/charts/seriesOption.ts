import { formatCompact, formatFigure } from '../../db/format.ts'
import type { SeriesTile } from '../../api/dashboards/tiles.ts'
import { palettes } from '../ui/palette.ts'
import { lookOf } from './colours.ts'
import type { ChartOption, Drawing, Frame, Point } from './drawing.ts'
import { position } from './drawing.ts'
import { ariaOf, axisTooltip, gridOf, periodTick, sized, valueAxis, widestOf } from './parts.ts'
import { fillOf } from './patterns.ts'

type Series = SeriesTile['series'][number]
type SeriesOption = Exclude<ChartOption['series'], undefined | unknown[]>

/** Values over time: lines, bars and areas on the same periods. */
export function seriesOption(tile: SeriesTile, frame: Frame): Drawing {
  const panels = panelsOf(tile)
  const points = tile.series.flatMap((_, order) => pointsOf(tile, order, panels[order] ?? 0))
  const last = Math.max(...panels)
  const drawn = last === 0 ? [0] : [0, 1]
  const height = sized(last === 0 ? 280 : 360, frame)
  return {
    height,
    points,
    legend: tile.series.map(({ key, label, form, dashed }, order) => ({
      label,
      look: lookOf(key, frame.mode, order),
      form: form !== 'line' ? 'fill' : dashed ? 'dashed' : 'line',
    })),
    option: {
      aria: ariaOf(tile.title, points),
      tooltip: axisTooltip(points, frame),
      ...(last > 0 && { axisPointer: { link: [{ xAxisIndex: 'all' }] } }),
      grid: last === 0 ? gridOf({ top: 16 }) : twoGrids(tile, height, frame),
      xAxis: drawn.map((panel) => periodAxis(tile, panel, panel === last)),
      yAxis: drawn.map((panel) => ({ ...valueAxis(tile.unit), gridIndex: panel, ...(last > 0 && { splitNumber: 3 }) })),
      series: tile.series.map((series, order) => ({
        ...(series.form === 'bar' ? bar(series, order, frame) : line(series, order, frame)),
        xAxisIndex: panels[order] ?? 0,
        yAxisIndex: panels[order] ?? 0,
      })),
    },
  }
}

const muchGreater = 5

/** A stock in the hundreds flattens flows of a dozen: then the flows get a panel of their own below, on the same periods. */
function panelsOf({ series }: SeriesTile): number[] {
  const greatest = (chosen: Series[]) =>
    Math.max(0, ...chosen.flatMap(({ cells }) => cells.map(({ value }) => Math.abs(position(value) ?? 0))))
  const bars = series.filter(({ form }) => form === 'bar')
  const others = series.filter(({ form }) => form !== 'bar')
  const isSplit = bars.length > 0 && others.length > 0 && greatest(others) > greatest(bars) * muchGreater
  return series.map(({ form }) => (isSplit && form === 'bar' ? 1 : 0))
}

/** Both start at the same place, whatever the length of their figures, so that a month stands under itself. */
function twoGrids({ series, unit }: SeriesTile, height: number, frame: Frame) {
  const figures = series.flatMap(({ cells }) => cells.map(({ value }) => formatCompact(value, unit)))
  const sides = { left: widestOf(figures, frame.fontSize) + 12, right: 16, outerBoundsMode: 'none' as const }
  return [
    { ...sides, top: 16, bottom: height * 0.5 },
    { ...sides, top: height * 0.56, bottom: sized(24, frame) },
  ]
}

const periodAxis = ({ periods, series }: SeriesTile, panel: number, isLabelled: boolean) => ({
  type: 'category' as const,
  gridIndex: panel,
  data: periods.map(periodTick),
  boundaryGap: series.some(({ form }) => form === 'bar'),
  axisTick: { alignWithLabel: true, show: isLabelled },
  axisLabel: { show: isLabelled, hideOverlap: true },
})

function pointsOf(tile: SeriesTile, series: number, panel: number): Point[] {
  const { label = '', cells = [] } = tile.series[series] ?? {}
  return cells.map(({ value, rows }, index) => ({
    series,
    index,
    heading: tile.periods[index]?.label ?? '',
    lines: [[label, formatFigure(value, tile.unit)]],
    href: rows,
    at: [index, position(value) ?? 0],
    panel,
  }))
}

function bar({ key, label, stack, cells }: Series, order: number, { mode }: Frame): SeriesOption {
  return {
    type: 'bar',
    name: label,
    ...(stack && { stack }),
    barMaxWidth: 40,
    barCategoryGap: '25%',
    data: cells.map(({ value }) => position(value)),
    itemStyle: fillOf(lookOf(key, mode, order), mode, palettes[mode].surface),
  }
}

function line(series: Series, order: number, { mode, fontSize }: Frame): SeriesOption {
  const { colour } = lookOf(series.key, mode, order)
  const isShort = series.cells.length <= 14
  return {
    type: 'line',
    name: series.label,
    ...(series.stack && { stack: series.stack }),
    data: series.cells.map(({ value }) => position(value)),
    symbol: lineSymbols[order % lineSymbols.length],
    symbolSize: isShort ? fontSize * 0.6 : fontSize * 0.42,
    showAllSymbol: isShort,
    lineStyle: { color: colour, width: 2.5, type: series.dashed ? 'dashed' : 'solid' },
    itemStyle: { color: colour },
    ...(series.form === 'area' && { areaStyle: { color: colour, opacity: 0.18 } }),
  }
}

const lineSymbols = ['circle', 'rect', 'triangle', 'diamond']
