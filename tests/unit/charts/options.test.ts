import { describe, expect, test } from 'vitest'
import type { ChartOption, Drawing, Frame, Point } from '../../../admin/charts/drawing.ts'
import { wordsOf } from '../../../admin/charts/drawing.ts'
import { ganttOption } from '../../../admin/charts/ganttOption.ts'
import { histogramOption } from '../../../admin/charts/histogramOption.ts'
import { namesOf, periodTick, tooltipHtml, wrapWords } from '../../../admin/charts/parts.ts'
import { rankOption } from '../../../admin/charts/rankOption.ts'
import { scatterOption } from '../../../admin/charts/scatterOption.ts'
import { seriesOption } from '../../../admin/charts/seriesOption.ts'
import { spreadOption } from '../../../admin/charts/spreadOption.ts'
import { stackedOption } from '../../../admin/charts/stackedOption.ts'
import { spansOf, waterfallOption } from '../../../admin/charts/waterfallOption.ts'
import { gantt, scatter, spread } from '../dashboards/recordSamples.ts'
import {
  ageHistogram,
  flowSeries,
  mixedSeries,
  paymentSeries,
  reasonMatrix,
  stockSeries,
  uogRank,
  waterfall,
} from '../dashboards/samples.ts'
import { drawToText, frame, frames, textsOf } from './drawToText.ts'

const drawings: [string, (frame: Frame) => Drawing][] = [
  ['lines', (at) => seriesOption(stockSeries, at)],
  ['bars', (at) => seriesOption(flowSeries, at)],
  ['a line above its bars', (at) => seriesOption(mixedSeries, at)],
  ['areas', (at) => seriesOption(paymentSeries, at)],
  ['rank', (at) => rankOption(uogRank, at)],
  ['histogram', (at) => histogramOption(ageHistogram, at)],
  ['stacked', (at) => stackedOption(reasonMatrix, at)],
  ['stacked as shares', (at) => stackedOption(reasonMatrix, at, true)],
  ['waterfall', (at) => waterfallOption(waterfall, at)],
  ['gantt', (at) => ganttOption(gantt, at)],
  ['scatter', (at) => scatterOption(scatter, at)],
  ['spread', (at) => spreadOption(spread, at)],
]

describe.each(drawings)('%s', (_, draw) => {
  test.each(frames)('is drawn at $width px in $mode without a value that is not a number', (at) => {
    const svg = drawToText(draw(at), at)
    expect(svg).toContain('<path')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('tells its takeaway and its figures to who cannot see it', () => {
    const { option, points } = draw(frame)
    const label = (option.aria as { label: { description: string } }).label.description
    expect(label).toContain(wordsOf(points[0] as Point))
    expect(option.aria).toMatchObject({ enabled: true, decal: { show: true } })
  })

  test('has one point for every figure, each with words and a place of its own', () => {
    const { points } = draw(frame)
    expect(points.length).toBeGreaterThan(0)
    expect(new Set(points.map(({ series, index }) => `${series}/${index}`)).size).toBe(points.length)
    for (const point of points) expect(wordsOf(point)).not.toMatch(/undefined|null|NaN/)
  })
})

describe('series', () => {
  test('a missing figure is a gap and n.d., not a zero', () => {
    const { option, points } = seriesOption(stockSeries, frame)
    const net = (option.series as { data: (number | null)[] }[])[1]
    expect(net?.data[8]).toBeNull()
    expect(points.find(({ series, index }) => series === 1 && index === 8)?.lines).toEqual([['Sfitto netto', 'n.d.']])
  })

  test('flows far smaller than the stock beside them get a panel of their own', () => {
    expect((seriesOption(mixedSeries, frame).option.grid as unknown[]).length).toBe(2)
    expect(Array.isArray(seriesOption(flowSeries, frame).option.grid)).toBe(false)
  })

  test('months are short on the axis, days and quarters as they are', () => {
    expect(periodTick({ key: '2026-03-01', label: 'marzo 2026' })).toBe('mar 26')
    expect(periodTick({ key: '2026-03', label: 'marzo 2026' })).toBe('mar 26')
    expect(periodTick({ key: '2026-Q1', label: '1° trimestre 2026' })).toBe('1° trim 26')
    expect(periodTick({ key: '2026-01-01', label: '1° trimestre 2026' })).toBe('1° trim 26')
    expect(periodTick({ key: '2019-06-30', label: '30/06/2019' })).toBe('30/06/2019')
    expect(periodTick({ key: '2025', label: '2025' })).toBe('2025')
  })
})

describe('rank', () => {
  test('writes every figure in full beside its bar and names the whole', () => {
    const texts = textsOf(drawToText(rankOption(uogRank, frame), frame))
    expect(texts).toEqual(expect.arrayContaining(['14,2\u00a0%', 'n.d.', 'Aler Milano 10,9\u00a0%']))
  })
})

describe('stacked', () => {
  test('as shares every bar has length one and the figures stay', () => {
    const { option, points } = stackedOption(reasonMatrix, frame, true)
    const series = option.series as { data: { value: number }[] }[]
    for (const row of reasonMatrix.rows.keys()) {
      expect(series.reduce((sum, { data }) => sum + (data[row]?.value ?? 0), 0)).toBeCloseTo(1)
    }
    expect(points[0]?.lines[0]?.[1]).toBe(String(reasonMatrix.cells[0]?.[0]?.value))
  })
})

describe('waterfall', () => {
  test('each change starts where the one before ended', () => {
    expect(spansOf(waterfall.steps)).toEqual([
      [0, 1321],
      [1321, 1533],
      [1533, 1564],
      [1564, 1320],
      [1320, 1298],
      [1298, 1284],
      [0, 1284],
    ])
  })

  test('says so when its axis does not start at zero', () => {
    expect(waterfallOption(waterfall, frame).caution).toBe('L’asse parte da 1.100.')
  })

  test('lies down where the names would not fit under the bars', () => {
    const { option } = waterfallOption(waterfall, { ...frame, width: 320 })
    expect((option.yAxis as { type: string }[])[0]?.type).toBe('category')
  })
})

describe('what comes from records', () => {
  const attack = '<img src=x onerror=alert(1)>'

  test('is encoded in every tooltip', () => {
    const drawn = [
      rankOption({ ...uogRank, slices: [{ key: 'x', label: attack, value: 1, rows: null }] }, frame),
      seriesOption(
        { ...flowSeries, series: [{ key: 'x', label: attack, form: 'bar', cells: [{ value: 1, rows: null }] }] },
        frame,
      ),
      scatterOption({ ...scatter, points: [{ key: 'x', label: attack, href: '/', x: 1, y: 1, group: attack }] }, frame),
      ganttOption({ ...gantt, bars: gantt.bars.slice(0, 1).map((bar) => ({ ...bar, label: attack })) }, frame),
    ]
    for (const { option } of drawn) {
      const html = tip(option, { seriesIndex: 0, dataIndex: 0 })
      expect(html).toContain('&lt;img')
      expect(html).not.toContain('<img')
    }
    expect(tooltipHtml(attack, [[attack, attack]])).not.toContain('<img')
  })

  test('is encoded in the drawing itself', () => {
    const drawing = rankOption({ ...uogRank, slices: [{ key: 'x', label: attack, value: 1, rows: null }] }, frame)
    expect(drawToText(drawing, frame)).not.toContain('<img')
  })
})

describe('names', () => {
  test('go on for four lines at most', () => {
    const name = 'Mazzafame: 59 nuovi alloggi (37 Aler e 22 Comune), via delle Rose e via Nazario Sauro'
    const { lines } = namesOf([name, 'Rho'], { ...frame, width: 340 }, 30)
    expect(lines.map((at) => at.length)).toEqual([4, 1])
    expect(lines[0]?.[3]).toMatch(/…$/)
  })

  test('are wrapped between words and never cut', () => {
    expect(wrapWords('Lavori finanziati o in progettazione', 120, 14)).toEqual(['Lavori', 'finanziati o in', 'progettazione'])
    expect(wrapWords('Precipitevolissimevolmente', 10, 14)).toEqual(['Precipitevolissimevolmente'])
  })
})

function tip(option: ChartOption, mark: object): string {
  const { formatter } = option.tooltip as { formatter: (mark: unknown) => string }
  return formatter(mark)
}
