import type { Reader } from '../../db/transaction.ts'
import { isBalance } from '../metrics/balances.ts'
import type { Group } from '../metrics/groups.ts'
import { measure } from '../metrics/measure.ts'
import type { Conditions } from '../metrics/rowsLink.ts'
import { measureStocks, type StockCut, type Trend } from '../metrics/series.ts'
import { allDone } from '../http/allDone.ts'

/** Stocks at the end of each of some days. */
export interface DatedCut extends StockCut {
  days: readonly string[]
}

/**
 * What the tiles of a page ask of the stocks of one resource: those of the page's day with one reading, and of other days
 * those that are kept as balances apart from those that are counted day by day, which are dear.
 */
export async function readStocks(
  { client, asOf }: { client: Reader; asOf: string },
  cuts: readonly DatedCut[],
  filters: Conditions,
): Promise<Trend[][]> {
  const ofTheDay = (cut: DatedCut) => cut.days.length === 1 && cut.days[0] === asOf
  const now = cuts.filter(ofTheDay)
  const others = cuts.filter((cut) => !ofTheDay(cut))
  const balances = others.filter(({ metrics, by = [] }) => metrics.every((metric) => isBalance(metric, by, filters)))
  const answers = new Map<DatedCut, Trend[]>()
  await allDone([
    ...[balances, others.filter((cut) => !balances.includes(cut))].map(async (asked) => {
      const days = [...new Set(asked.flatMap((cut) => cut.days))].toSorted()
      const found = await measureStocks(client, { cuts: asked, filters, days })
      for (const [i, cut] of asked.entries()) answers.set(cut, onlyOn(cut.days, days, found[i] ?? []))
    }),
    now.length > 0 &&
      measure(client, { cuts: now.map((cut) => ({ ...cut, period: null })), filters }).then((found) => {
        for (const [i, cut] of now.entries()) answers.set(cut, (found[i] ?? []).map(asTrend))
      }),
  ])
  return cuts.map((cut) => answers.get(cut) ?? [])
}

const onlyOn = (days: readonly string[], all: readonly string[], trends: readonly Trend[]) => {
  const places = days.map((day) => all.indexOf(day))
  return trends.map((trend) => ({
    ...trend,
    figures: Object.fromEntries(
      Object.entries(trend.figures).map(([id, points]) => [id, places.flatMap((place) => points[place] ?? [])]),
    ),
  }))
}

const asTrend = ({ figures, keys, labels, demo }: Group): Trend => ({
  keys,
  labels,
  demo,
  figures: Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, [figure]])),
})
