import { measuresOf } from '../../db/defineMetric.ts'
import type { Reader } from '../../db/transaction.ts'
import type { Group } from '../metrics/groups.ts'
import { measure } from '../metrics/measure.ts'
import type { Conditions } from '../metrics/rowsLink.ts'
import { isLinear, measureStocks, type StockCut, type Trend } from '../metrics/series.ts'
import { allDone } from '../http/allDone.ts'

/** Stocks at the end of each of some days. */
export interface DatedCut extends StockCut {
  days: readonly string[]
}

/**
 * What the tiles of a page ask of the stocks of one resource: those that can be rebuilt from changes with one reading, those of
 * the page's day with another, those that have to be counted day by day. What is asked of the day alone is read off the changes,
 * where they are read anyway and tell it apart.
 */
export async function readStocks(
  { client, asOf }: { client: Reader; asOf: string },
  cuts: readonly DatedCut[],
  filters: Conditions,
): Promise<Trend[][]> {
  const ofTheDay = (cut: DatedCut) => cut.days.length === 1 && cut.days[0] === asOf
  const linear = cuts.filter((cut) => isLinear({ cuts: [cut], filters }))
  const changing = linear.filter((cut) => !ofTheDay(cut))
  const told = new Set(changing.flatMap(({ metrics, by = [] }) => [...by, ...metrics.flatMap(fieldsOf)]))
  const along = linear.filter((cut) => ofTheDay(cut) && changing.length > 0 && (cut.by ?? []).every((field) => told.has(field)))
  const rest = cuts.filter((cut) => !changing.includes(cut) && !along.includes(cut))
  const [now, each] = [rest.filter(ofTheDay), rest.filter((cut) => !ofTheDay(cut))]
  const answers = new Map<DatedCut, Trend[]>()
  await allDone([
    ...[[...changing, ...along], each].map(async (asked) => {
      const days = [...new Set(asked.flatMap((cut) => cut.days))].toSorted()
      const found = await measureStocks(client, { cuts: asked, filters, days })
      for (const [i, cut] of asked.entries()) {
        const trends = onlyOn(cut.days, days, found[i] ?? [])
        answers.set(cut, along.includes(cut) ? trends.filter(isThere) : trends)
      }
    }),
    now.length > 0 &&
      measure(client, { cuts: now.map((cut) => ({ ...cut, period: null })), filters }).then((found) => {
        for (const [i, cut] of now.entries()) answers.set(cut, (found[i] ?? []).map(asTrend))
      }),
  ])
  return cuts.map((cut) => answers.get(cut) ?? [])
}

/** The fields that tell the rows of a metric apart. */
const fieldsOf = (metric: StockCut['metrics'][number]) =>
  [metric.filter, ...measuresOf(metric).map(({ where = {} }) => where)]
    .flatMap(Object.keys)
    .map((name) => name.replace(/_(ne|null)$/, ''))

const onlyOn = (days: readonly string[], all: readonly string[], trends: readonly Trend[]) => {
  const places = days.map((day) => all.indexOf(day))
  return trends.map((trend) => ({
    ...trend,
    figures: Object.fromEntries(
      Object.entries(trend.figures).map(([id, points]) => [id, places.flatMap((place) => points[place] ?? [])]),
    ),
  }))
}

/** What was there on another day only is no group of this one. */
const isThere = ({ keys, figures }: Trend) =>
  keys.length === 0 ||
  Object.values(figures)
    .flat()
    .some(({ value, numerator, denominator }) => [value, numerator, denominator].some((part) => Number(part ?? 0) !== 0))

const asTrend = ({ figures, keys, labels, demo }: Group): Trend => ({
  keys,
  labels,
  demo,
  figures: Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, [figure]])),
})
