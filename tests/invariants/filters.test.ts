import { beforeAll, describe, expect, it } from 'vitest'
import type { Metric } from '../../db/defineMetric.ts'
import { address, agency, type Agency, named, type Part, periodFor, type Query, thatDay } from './agency.ts'
import { exact, meanOf, medianOf, ratioOf, taken, told } from './sums.ts'

let all: Agency
let neighbourhoods: string[]

beforeAll(async () => {
  all = await agency()
  const parts = await all.json<Part[]>('/api/metrics/squatted-stock/by/neighbourhoodId', { asOf: thatDay.asOf })
  neighbourhoods = parts.flatMap(({ key }) => key ?? []).toSorted()
})

const [sesto, milano, rho, ofNobody] = ['015209', '015146', '015182', '015250']

/** Values of the filters that every page has; the last of each list is of few rows, or of none. */
const values = (): Record<string, readonly (string | undefined)[]> => ({
  uogId: ['UOG6', 'UOG4', 'UOG1'],
  comuneId: [sesto, milano, rho, ofNobody],
  comuneIds: [milano, sesto, ofNobody],
  neighbourhoodId: [neighbourhoods[0], neighbourhoods[7], neighbourhoods.at(-1)],
  owner: ['comune', 'aler'],
  service: ['sap', 'sas', 'outOfErp'],
})

const pairs = [
  ['uogId', 'owner'],
  ['comuneId', 'service'],
  ['comuneIds', 'uogId'],
  ['neighbourhoodId', 'owner'],
] as const

/** The filters to try on a metric: every other one with a value of its own, the next metric the rest, and a pair of them. */
function tried({ of }: Metric, turn: number): Query[] {
  const offered = Object.entries(values()).filter(([field]) => field in of.fields)
  const others = offered.filter((_, i) => (i + turn) % 2 === 0)
  const one = (field: string) => {
    const among = values()[field] ?? []
    return { [field]: among[turn % among.length] ?? '' }
  }
  const pair = pairs.filter((fields) => fields.every((field) => field in of.fields))[turn % pairs.length]
  return [
    ...(others.length > 0 ? others : offered.slice(0, 1)).map(([field]) => one(field)),
    ...(pair ? [{ ...one(pair[0]), ...one(pair[1]) }] : []),
  ]
}

async function expectCounted(metric: Metric, filter: Query) {
  const answer = await all.figure(metric.id, { ...periodFor(metric, thatDay), ...filter })
  const rows = await all.rows(answer.rows)
  const whole = await all.figure(metric.id, periodFor(metric, thatDay))
  expect([filter, rows.length]).toEqual([filter, (await all.rows(address(whole.rows, filter))).length])
  const { value } = metric
  if (value.kind === 'total') return expect([filter, told(exact(answer.value))]).toEqual([filter, taken(value.of, rows)])
  if (value.kind === 'duration') {
    const days = rows.map((row) => row[value.of] as number)
    return expect([filter, answer.n, answer.median, answer.value]).toEqual([filter, days.length, medianOf(days), meanOf(days)])
  }
  const below = await all.rows(answer.denominatorRows ?? '')
  expect([filter, told(exact(answer.numerator)), told(exact(answer.denominator))]).toEqual([
    filter,
    taken(value.numerator, rows),
    taken(value.denominator, below),
  ])
  expect([filter, answer.value]).toEqual([filter, ratioOf(metric, answer)])
}

describe('a filtered figure is what its rows say', () => {
  it.each(named)('%s, by the filters of the pages', async (id, metric) => {
    const filters = tried(
      metric,
      named.findIndex(([one]) => one === id),
    )
    expect(filters.length > 0).toBe(Object.keys(values()).some((field) => field in metric.of.fields))
    for (const filter of filters) await expectCounted(metric, filter)
  })

  it('which is also filtered by what the figure filters keeps to both', async () => {
    const { asOf } = thatDay
    const whole = await all.figure('dwellings', { asOf })
    const [vacant, sold] = [
      await all.figure('dwellings', { asOf, state: 'vacant' }),
      await all.figure('dwellings', { asOf, state: 'sold' }),
    ]
    expect(vacant.value).toBe((await all.figure('vacant-gross', { asOf })).value)
    expect([sold.value, await all.count(sold.rows)]).toEqual([0, 0])
    expect(Number(whole.value)).toBeGreaterThan(Number(vacant.value))
    const rate = await all.figure('vacancy-rate-gross', { asOf, state: 'let' })
    expect([rate.value, rate.numerator, await all.count(rate.rows)]).toEqual([0, 0, 0])
    expect(await all.count(rate.denominatorRows ?? '')).toBe(rate.denominator)
  })

  it('takes several values of a field as one or the other', async () => {
    const { asOf } = thatDay
    const link = '/api/metrics/dwellings?owner=aler&owner=comune'
    const both = await all.json<{ value: number; rows: string }>(link, { asOf })
    const each = [
      await all.figure('dwellings', { asOf, owner: 'aler' }),
      await all.figure('dwellings', { asOf, owner: 'comune' }),
    ]
    expect(both.value).toBe(each.reduce((sum, { value }) => sum + Number(value), 0))
    expect(await all.count(both.rows)).toBe(both.value)
  })
})
