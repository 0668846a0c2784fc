import { Hono } from 'hono'
import {
  addDays,
  addMonths,
  countPeriods,
  type Grain,
  grains,
  lastDay,
  periodsOf,
  type Span,
  startOf,
} from '../../db/calendar.ts'
import type { Clocks } from '../../db/clocks.ts'
import { expectWholeTables, type Reader } from '../../db/transaction.ts'
import type { Metric } from '../../db/defineMetric.ts'
import type { Field } from '../../db/defineResource.ts'
import { metricOf, metrics } from '../../db/metrics/index.ts'
import type { AppEnv } from '../http/context.ts'
import { forbidden, type Permits } from '../auth/permits.ts'
import { badRequest, notFound } from '../http/errors.ts'
import { checkAskedDay } from '../http/fieldValues.ts'
import { writtenOnce } from '../http/writtenOnce.ts'
import type { Measured } from './figure.ts'
import { measure } from './measure.ts'
import { type Conditions, type DayRange, denominatorLink, rowsLink, under } from './rowsLink.ts'
import { measureSeries } from './series.ts'

/** The catalogue: everything declared, no SQL. */
export const describeMetrics = (permits: Permits) =>
  metrics
    .filter((metric) => permits.tells(metric))
    .map(({ of, value, filter: _, by, ...told }) => {
      const { fields } = permits.of(of)
      return {
        ...told,
        kind: told.date ? 'flow' : value.kind === 'total' ? 'stock' : value.kind,
        of: of.name,
        by: by.filter((field) => field in fields).map((field) => ({ field, label: fields[field]?.label ?? field })),
      }
    })

/** Figures one at a time, for whoever wants one: the dashboards ask for theirs together. */
export function metricRoutes() {
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      await expectWholeTables(c.var.client, c.var.clocks)
      await next()
    })
    .get('/', writtenOnce(describeMetrics))
    .get('/:id', async (c) => {
      const asked = await askedOf(c.req.param('id'), c.req.url, c.var)
      const { metric, period, filters } = asked
      const [[group] = []] = await measure(c.var.client, { cuts: [{ metrics: [metric], period }], filters })
      const found = group?.figures[metric.id]
      return c.json({ ...figure(asked, found), demo: group?.demo ?? false })
    })
    .get('/:id/series', async (c) => {
      const asked = await askedOf(c.req.param('id'), c.req.url, c.var)
      const { metric, filters, clocks, isOpen } = asked
      const { grain, spans } = spansOf(asked)
      const figures = await measureSeries(c.var.client, { metric, filters, grain, spans })
      return c.json(
        spans.map((span, i) => ({
          period: span.key,
          label: span.label,
          ...figures[i],
          rows: isOpen ? rowsLink(metric, metric.date ? clocks : { ...clocks, asOf: lastDay(span) }, span, filters) : null,
        })),
      )
    })
    .get('/:id/by/:dimension', async (c) => {
      const asked = await askedOf(c.req.param('id'), c.req.url, c.var)
      const { metric, filters, period, clocks, isOpen } = asked
      const dimension = c.req.param('dimension')
      if (!metric.by.includes(dimension)) {
        throw badRequest(`«${dimension}» non è una dimensione di ${metric.label}: si può dividere per ${metric.by.join(', ')}.`)
      }
      const [groups = []] = await measure(c.var.client, { cuts: [{ metrics: [metric], period, by: [dimension] }], filters })
      return c.json(
        groups.map(({ keys: [key = null], labels: [label = null], figures, demo }) => ({
          key,
          label: labelOf(metric.of.fields[dimension], key, label),
          ...figures[metric.id],
          rows: isOpen ? rowsLink(metric, clocks, period, filters, under(dimension, key)) : null,
          demo,
        })),
      )
    })
}

/** What a key of a dimension is called on the screen. */
export function labelOf(field: Field | undefined, key: string | null, label: string | null): string {
  if (key === null) return field?.empty ?? 'Non attribuito'
  if (field?.kind === 'choice') return field.choices[key] ?? key
  if (field?.kind === 'boolean') return key === 'true' ? 'Sì' : 'No'
  return label ?? key
}

interface Asked {
  metric: Metric
  filters: Conditions
  period: DayRange | null
  query: URLSearchParams
  clocks: Clocks
  asOf: string
  knownAt: string
  /** Whether the rows behind it may be seen as well. */
  isOpen: boolean
}

interface Asking {
  client: Reader
  clocks: Clocks
  permits: Permits
}

const ownParameters = new Set(['asOf', 'knownAt', 'from', 'to', 'grain'])

async function askedOf(id: string, url: string, { client, clocks, permits }: Asking): Promise<Asked> {
  const declared = metricOf(id)
  if (!declared) throw notFound()
  if (!permits.tells(declared)) throw forbidden()
  // Its filters and dimensions are of the fields that are for who asks.
  const of = permits.of(declared.of)
  const metric = of === declared.of ? declared : { ...declared, of, by: declared.by.filter((field) => field in of.fields) }
  const query = new URL(url).searchParams
  const filters = [...query].filter(([name]) => !ownParameters.has(name))
  const paging = filters.find(([name]) => name.startsWith('_'))
  if (paging) throw badRequest(`«${paging[0]}» non serve a un indicatore, che riguarda tutte le righe.`)
  const { asOf, knownAt } = await client.entered()
  const isOpen = permits.reads(metric.of.group)
  return { metric, filters, query, clocks, asOf, knownAt, isOpen, period: metric.date ? periodOf(query, asOf) : null }
}

/** The days asked for, half-open; without them the twelve calendar months that end with the one of `asOf`. */
export function periodOf(query: URLSearchParams, asOf: string): DayRange {
  const to = dayOf(query, 'to') ?? addDays(asOf, 1)
  const from = dayOf(query, 'from') ?? addMonths(startOf('month', addDays(to, -1)), -11)
  if (from >= to) throw badRequest('from deve precedere to, che è il primo giorno escluso.')
  return { from, to }
}

function dayOf(query: URLSearchParams, name: string) {
  const value = query.get(name)
  if (!value) return null
  const complaint = checkAskedDay(name, value)
  if (complaint) throw badRequest(complaint)
  return value
}

/** The most intervals of an answer. */
const mostPeriods = 120

/** Refuses a period of more intervals than an answer has, before any is made. */
export function checkLength(grain: Grain, { from, to }: DayRange): void {
  const n = countPeriods(grain, from, to)
  if (n <= mostPeriods) return
  const many = { month: 'mesi', quarter: 'trimestri', year: 'anni' }[grain]
  throw badRequest(`Da from=${from} a to=${to} ci sono ${n} ${many}: al massimo ${mostPeriods}. Avvicinare from e to.`)
}

function spansOf({ query, asOf }: Asked): { grain: Grain; spans: Span[] } {
  const grain = query.get('grain') ?? 'month'
  if (!Object.hasOwn(grains, grain)) throw badRequest(`grain vale «${grain}»: serve ${Object.keys(grains).join(', ')}.`)
  const { from, to } = periodOf(query, asOf)
  checkLength(grain as Grain, { from, to })
  return { grain: grain as Grain, spans: periodsOf(grain as Grain, from, to) }
}

function figure({ metric, filters, period, clocks, asOf, knownAt, isOpen }: Asked, found: Measured | undefined) {
  return {
    id: metric.id,
    label: metric.label,
    unit: metric.unit,
    ...found,
    asOf,
    knownAt,
    ...(period && { from: period.from, to: period.to }),
    rows: isOpen ? rowsLink(metric, clocks, period, filters) : null,
    ...(isOpen && metric.value.kind === 'ratio' && { denominatorRows: denominatorLink(metric, clocks, period, filters) }),
  }
}
