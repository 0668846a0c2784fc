import { expect } from 'vitest'
import { metricOf } from '../../db/metrics/index.ts'
import type { Measure, Metric } from '../../db/defineMetric.ts'
import type { Agency } from './agency.ts'
import type { Drawn } from './cells.ts'
import type { Row } from './dialect.ts'
import { exact, meanOf, ratioOf, taken, told } from './sums.ts'

interface Where {
  where: string
  /** The page's day: links into another are opened only when `open`, since all the rows of that day have to be read. */
  asOf: string
  open: boolean
}

/** A cell says what its link opens. */
export async function expectCell(all: Agency, id: string, cell: Drawn['cell'], { where, asOf, open }: Where) {
  const metric = metricOf(id)
  const { rows: link, value } = cell
  if (link === null || !metric) return
  if (open) {
    const { count, sums } = await all.totals(link)
    expect([where, link, await all.count(link)]).toEqual([where, link, count])
    if (metric.value.kind === 'total') expectTotal(metric.value.of, value, sums, count, [where, link])
  }
  if (new URL(link, 'http://localhost').searchParams.get('asOf') !== asOf) return
  const rows = await all.rows(link)
  expect([where, link, shown(metric, cell)]).toEqual([where, link, fromRows(metric, cell, rows)])
}

function expectTotal(
  { sum }: Measure,
  value: Drawn['cell']['value'],
  sums: Record<string, string | null>,
  count: number,
  where: string[],
) {
  expect([...where, told(exact(value))]).toEqual([...where, told(exact(sum ? sums[sum] : count))])
}

function shown(metric: Metric, { value, numerator }: Drawn['cell']) {
  if (metric.value.kind === 'total') return told(exact(value))
  if (metric.value.kind === 'duration') return value
  return numerator === undefined ? value === null || Number(value) === 0 : [value, told(exact(numerator))]
}

/** Of a ratio without its sides, only whether there is something above can be told from the rows. */
function fromRows(metric: Metric, { value, numerator, denominator }: Drawn['cell'], rows: Row[]) {
  if (metric.value.kind === 'total') return taken(metric.value.of, rows)
  if (metric.value.kind === 'duration') {
    const { of } = metric.value
    return meanOf(rows.flatMap((row) => (row[of] as number | null) ?? []))
  }
  const above = taken(metric.value.numerator, rows)
  if (numerator === undefined) return value === null || exact(above) === 0n
  return [ratioOf(metric, { numerator, denominator }), above]
}
