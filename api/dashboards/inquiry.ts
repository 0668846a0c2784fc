import { addDays, addMonths, type Grain, lastDay, periodsOf, type Span, startOf } from '../../db/calendar.ts'
import type { Clocks } from '../../db/clocks.ts'
import type { Metric } from '../../db/defineMetric.ts'
import type { Group, Resource } from '../../db/defineResource.ts'
import type { Reader } from '../../db/transaction.ts'
import type { Permits } from '../auth/permits.ts'
import { badRequest } from '../http/errors.ts'
import { checkValue } from '../http/fieldValues.ts'
import type { Measured } from '../metrics/figure.ts'
import type { Group as Found } from '../metrics/groups.ts'
import { type Cut, measure } from '../metrics/measure.ts'
import { checkLength, periodOf } from '../metrics/metricRoutes.ts'
import { type Conditions, type DayRange, rowsLink } from '../metrics/rowsLink.ts'
import { flowCut, flowTrends, type Trend } from '../metrics/series.ts'
import { type DatedCut, readStocks } from './readStocks.ts'
import { Batch } from './batch.ts'
import type { Cell } from './tiles.ts'

/** What a page is asked for: its moments, its period, and the filters of the bar. */
export interface Inquiry {
  client: Reader
  permits: Permits
  /** Whether all of the agency is in sight, in the registers of a group. */
  isWhole: (group: Group) => boolean
  clocks: Clocks
  asOf: string
  knownAt: string
  period: DayRange
  filters: Conditions
  flows: Batch<Cut, Found[]>
  stocks: Batch<DatedCut, Trend[]>
}

/** The filters of the bar, by the field they narrow. */
const barFilters = ['uogId', 'comuneId', 'neighbourhoodId', 'owner', 'service'] as const

/** Each is one more record to name above the page. */
const mostValues = 50

const barParameters = new Set<string>([...barFilters, 'asOf', 'knownAt', 'from', 'to'])

export async function openInquiry(
  { client, clocks, permits }: Pick<Inquiry, 'client' | 'clocks' | 'permits'>,
  query: URLSearchParams,
  vocabulary: Resource,
): Promise<Inquiry> {
  for (const name of query.keys()) {
    if (!barParameters.has(name)) throw badRequest(`«${name}» non è un filtro della pagina.`)
  }
  const given = [...query].filter(([name, value]) => value && (barFilters as readonly string[]).includes(name))
  const filters = [...new Map(given.map((filter) => [filter.join('='), filter] as const)).values()]
  if (filters.length > mostValues)
    throw badRequest(`I filtri della pagina hanno ${filters.length} valori: al massimo ${mostValues}.`)
  for (const [name, value] of filters) {
    const field = vocabulary.fields[name]
    const complaint = field && checkValue(field, value)
    if (complaint) throw badRequest(`${name}: ${complaint}`)
  }
  const { asOf, knownAt, seesAll, sight } = await client.entered()
  const period = periodOf(query, asOf)
  // The tiles that draw the period draw its months.
  checkLength('month', period)
  const isWhole = (group: Group) => seesAll || sight?.[group]?.all === true
  return { client, clocks, permits, isWhole, asOf, knownAt, period, filters, flows: new Batch(), stocks: new Batch() }
}

/** The bar's filters as the resource knows them; where a record may lie in several comuni, in any of them. */
export function narrowed(inquiry: Inquiry, resource: Resource): Conditions {
  return inquiry.filters.flatMap(([name, value]): Conditions => {
    const several = `${name}s`
    const field = several in resource.fields ? several : name
    return field in resource.fields ? [[field, value]] : []
  })
}

const filterNames: Record<string, string> = {
  uogId: 'UOG',
  comuneId: 'comune',
  neighbourhoodId: 'quartiere',
  owner: 'proprietario',
  service: 'servizio',
}

/** What to say of the filters that mean nothing to these rows. */
export function unheeded(inquiry: Inquiry, resource: Resource): string | null {
  const names = inquiry.filters
    .filter(([name]) => !(name in resource.fields || `${name}s` in resource.fields))
    .map(([name]) => name)
  if (names.length === 0) return null
  return `Il filtro ${[...new Set(names)].map((name) => filterNames[name]).join(', ')} non riguarda ${resource.label.many.toLowerCase()}.`
}

/** The months of the page's period. */
export const monthsOf = ({ period }: Inquiry) => periodsOf('month', period.from, period.to)

/** Some months up to the page's day, which ends the last. */
export const lastMonths =
  (count: number) =>
  ({ asOf }: Inquiry) =>
    periodsOf('month', addMonths(startOf('month', asOf), 1 - count), addDays(asOf, 1))

/** What the whole is called that parts are compared with: of who has a part in sight, that part. */
export const wholeOf = ({ isWhole }: Inquiry, { of }: Metric, label: string) => (isWhole(of.group) ? label : 'Quanto è in vista')

/** What a tile asks of registers that who reads the page may not count: the page does without it. */
export class NotForThem extends Error {}

/** Whether the figure may be told to who reads the page. */
export const mayCount = ({ permits }: Inquiry, metric: Metric) => permits.tells(metric)

function demandCounts(inquiry: Inquiry, metrics: readonly Metric[], by: readonly string[] = []) {
  const fields = ({ of }: Metric) => inquiry.permits.of(of).fields
  if (!metrics.every((metric) => mayCount(inquiry, metric) && by.every((field) => field in fields(metric))))
    throw new NotForThem()
}

/** Metrics apart by the rows they look at: those of one group share a scan. */
export function byScan(metrics: readonly Metric[]): Metric[][] {
  const groups = new Map<string, Metric[]>()
  for (const metric of metrics) {
    const key = `${metric.of.name} ${metric.date ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), metric])
  }
  return [...groups.values()]
}

/** Metrics, and the dimensions they may be asked along. */
type Along<D extends string> = readonly (Metric & { by: readonly D[] })[]

interface Ask<D extends string> {
  by?: readonly D[]
  also?: Conditions
  period?: DayRange
}

/**
 * Metrics over one resource: flows over the page's period, stocks on its day. What the tiles of a page ask at the same
 * moment of the same rows is answered by one scan.
 */
export async function ask<D extends string>(
  inquiry: Inquiry,
  metrics: Along<D>,
  { by = [], also = [], period = inquiry.period }: Ask<NoInfer<D>> = {},
): Promise<Found[]> {
  if (metrics.some(({ date }) => date)) return askCut(inquiry, { metrics, period, by }, also)
  const trends = await askStocks(inquiry, metrics, { days: [inquiry.asOf], by, also })
  return trends.map(({ figures, ...group }) => ({
    ...group,
    bucket: null,
    figures: Object.fromEntries(Object.entries(figures).map(([id, [only]]) => [id, only as Measured])),
  }))
}

async function askCut(inquiry: Inquiry, cut: Cut, also: Conditions): Promise<Found[]> {
  demandCounts(inquiry, cut.metrics, cut.by)
  const [{ of, date }] = cut.metrics as [Metric]
  const filters = [...narrowed(inquiry, of), ...also]
  return inquiry.flows.ask(JSON.stringify([of.name, date, filters]), cut, async (cuts) =>
    measure(inquiry.client, { cuts, filters }),
  )
}

interface AskSeries<D extends string> {
  spans: readonly Span[]
  grain?: Grain
  by?: readonly D[]
  also?: Conditions
}

/** The same over each of some periods: flows in it, stocks at its end. */
export async function askSeries<D extends string>(
  inquiry: Inquiry,
  metrics: Along<D>,
  { spans, grain = 'month', by = [], also = [] }: AskSeries<NoInfer<D>>,
): Promise<Trend[]> {
  if (!metrics[0]?.date) return askStocks(inquiry, metrics, { days: spans.map(lastDay), by, also })
  return flowTrends(metrics, grain, spans, await askCut(inquiry, flowCut(metrics, grain, spans, by), also))
}

interface AskStocks {
  days: readonly string[]
  by?: readonly string[]
  also?: Conditions
}

/** Stocks at the end of each of some days. */
export async function askStocks(
  inquiry: Inquiry,
  metrics: readonly Metric[],
  { days, by = [], also = [] }: AskStocks,
): Promise<Trend[]> {
  demandCounts(inquiry, metrics, by)
  const { of } = metrics[0] as Metric
  const filters = [...narrowed(inquiry, of), ...also]
  return inquiry.stocks.ask(JSON.stringify([of.name, filters]), { metrics, by, days }, async (cuts) =>
    readStocks(inquiry, cuts, filters),
  )
}

/** A figure with the list behind it: on the inquiry's day, or on the last day of a span. */
export function cell(
  inquiry: Inquiry,
  metric: Metric,
  measured: Measured | undefined,
  also: Conditions = [],
  span?: DayRange & { at?: string },
): Cell {
  const clocks = span?.at && !metric.date ? { ...inquiry.clocks, asOf: span.at } : inquiry.clocks
  return {
    value: measured?.value ?? null,
    rows: inquiry.permits.reads(metric.of.group)
      ? rowsLink(metric, clocks, metric.date ? (span ?? inquiry.period) : null, narrowed(inquiry, metric.of), also)
      : null,
  }
}
