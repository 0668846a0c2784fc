import { addDays, addMonths, daysBetween, lastClosedMonth, lastDay, periodsOf, startOf } from '../../db/calendar.ts'
import type { Metric } from '../../db/defineMetric.ts'
import { formatCounted, formatDate, formatFigure, formatMonth } from '../../db/format.ts'
import { subtract } from '../metrics/decimal.ts'
import type { Measured } from '../metrics/figure.ts'
import type { DayRange } from '../metrics/rowsLink.ts'
import { noteOf } from './chartTiles.ts'
import { ask, askSeries, byScan, cell, type Inquiry, lastMonths, mayCount, unheeded } from './inquiry.ts'
import { type Part, placeOf } from './page.ts'
import type { Figure, FigureTile, FigureValue } from './tiles.ts'
import { allDone } from '../http/allDone.ts'

const closedMonths = 12

/**
 * The figures at the top of a page, in the order asked, with the months their trends go back and the caveats of some by their id:
 * metrics over the same rows share their scans.
 */
export function figureTiles(
  metrics: readonly Metric[],
  months = closedMonths,
  notes: Readonly<Record<string, string>> = {},
): Part {
  const places = metrics.map(({ id }) => placeOf('figure', { id }))
  return {
    places,
    read: async (inquiry) => {
      const made = await allDone(
        byScan(metrics.filter((metric) => mayCount(inquiry, metric))).map(async (group) =>
          (group[0]?.date ? flowTiles : stockTiles)(inquiry, group, months),
        ),
      )
      const tiles = new Map(made.flat().map((tile) => [tile.id, tile]))
      return places.flatMap((place) => {
        const tile = tiles.get(place.id)
        return tile ? [{ ...place, ...tile, ...noteOf(notes[place.id], tile.note) }] : []
      })
    },
  }
}

async function stockTiles(inquiry: Inquiry, metrics: Metric[], months: number) {
  const spans = lastMonths(months + 1)(inquiry)
  const durations = metrics.filter(({ value }) => value.kind === 'duration')
  const [[trend], medians] = await allDone([
    askSeries(inquiry, metrics, { spans }),
    durations.length > 0 ? ask(inquiry, durations) : [],
  ])
  const closed = lastClosedMonth(inquiry.asOf)
  return metrics.map((metric) => {
    const points = trend?.figures[metric.id] ?? []
    const before = points[spans.findIndex((span) => lastDay(span) === closed)]
    return tileOf(inquiry, metric, {
      now: medians[0]?.figures[metric.id] ?? points.at(-1),
      before,
      beforeWords: `fine ${formatMonth(closed)}`,
      trend: spans.map((span, i) => ({ ...cell(inquiry, metric, points[i], [], { ...span, at: lastDay(span) }), period: span })),
      demo: trend?.demo ?? false,
    })
  })
}

/** Of a flow, the figure is the period's, and what it is compared with are as many days before. */
async function flowTiles(inquiry: Inquiry, metrics: Metric[], months: number) {
  const { from, to } = inquiry.period
  const earlier: DayRange = { from: addDays(from, -daysBetween(from, to)), to: from }
  const spans = periodsOf('month', addMonths(startOf('month', addDays(to, -1)), 1 - months), to)
  const [[now], [before], [trend]] = await allDone([
    ask(inquiry, metrics),
    ask(inquiry, metrics, { period: earlier }),
    askSeries(inquiry, metrics, { spans }),
  ])
  return metrics.map((metric) =>
    tileOf(inquiry, metric, {
      now: now?.figures[metric.id],
      before: before?.figures[metric.id],
      beforeWords: `dal ${formatDate(earlier.from)} al ${formatDate(addDays(earlier.to, -1))}`,
      trend: spans.map((span, i) => ({ ...cell(inquiry, metric, trend?.figures[metric.id]?.[i], [], span), period: span })),
      demo: now?.demo ?? false,
    }),
  )
}

interface Parts {
  now: Measured | undefined
  before: Measured | undefined
  beforeWords: string
  trend: FigureTile['trend']
  demo: boolean
}

function tileOf(inquiry: Inquiry, metric: Metric, { now, before, beforeWords, trend, demo }: Parts): FigureTile {
  const previous = before && before.value !== null ? comparison(metric, now?.value ?? null, before.value, beforeWords) : undefined
  const figure: Figure = {
    ...cell(inquiry, metric, now),
    metric: metric.id,
    label: metric.label,
    unit: metric.unit,
    noun: metric.noun,
    goodWhen: metric.goodWhen,
    ...(metric.unit === 'ratio' &&
      now?.numerator !== undefined && { numerator: now.numerator, denominator: now.denominator ?? null }),
    ...(now?.median !== undefined && { median: now.median }),
    ...(metric.benchmark && { benchmark: metric.benchmark }),
    asOf: inquiry.asOf,
    ...(previous && { previous }),
  }
  const note = unheeded(inquiry, metric.of)
  return {
    kind: 'figure',
    id: metric.id,
    title: `${metric.label}: ${valueWords(metric, figure.value)}${previous ? `, ${previous.words}` : ''}`,
    metrics: [metric.id],
    demo,
    ...(note && { note }),
    figure,
    trend: trend.map(({ period: { key, label }, ...point }) => ({ ...point, period: { key, label } })),
  }
}

export const valueWords = (metric: Metric, value: FigureValue) =>
  metric.unit === 'count' ? formatCounted(value, metric.noun) : formatFigure(value, metric.unit)

const smallestBase = 20

function comparison(metric: Metric, now: FigureValue, before: FigureValue, label: string): Figure['previous'] {
  const exact = difference(now, before)
  const direction = exact === null ? 0 : Math.sign(shown(metric, Number(exact)))
  const change = direction === 0 && typeof exact === 'number' ? 0 : exact
  const verdict = verdictOf(metric, direction)
  return {
    label,
    value: before,
    change,
    changeRatio:
      metric.unit === 'ratio' || change === null || Math.abs(Number(before)) < smallestBase
        ? null
        : Number(change) / Math.abs(Number(before)),
    verdict,
    words: change === null ? 'non confrontabile' : (words[direction + 1]?.[verdict] ?? 'stabile'),
  }
}

/** A change too small to be read in the figure is no change. */
const shown = ({ unit }: Metric, change: number) =>
  unit === 'ratio' ? Math.round(change * 1000) : unit === 'days' || unit === 'hours' ? Math.round(change) : change

function difference(now: FigureValue, before: FigureValue): FigureValue {
  if (now === null || before === null) return null
  if (typeof now === 'string' || typeof before === 'string') return subtract(String(now), String(before))
  return now - before
}

type Verdict = NonNullable<Figure['previous']>['verdict']

function verdictOf({ goodWhen }: Metric, direction: number): Verdict {
  if (direction === 0) return 'same'
  if (goodWhen === 'neutral') return 'neutral'
  return (goodWhen === 'up') === direction > 0 ? 'better' : 'worse'
}

const words: Partial<Record<Verdict, string>>[] = [
  { better: 'in calo, bene', worse: 'in calo, male', neutral: 'in calo' },
  { same: 'stabile' },
  { better: 'in aumento, bene', worse: 'in aumento, male', neutral: 'in aumento' },
]
