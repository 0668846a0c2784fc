import { beforeAll, describe, expect, it } from 'vitest'
import type { Measured } from '../../api/metrics/figure.ts'
import { measure } from '../../api/metrics/measure.ts'
import { rowsLink, under } from '../../api/metrics/rowsLink.ts'
import type { Measure, Metric } from '../../db/defineMetric.ts'
import { sampled } from '../harness/seeded.ts'
import type { TestApp } from '../harness/startApp.ts'
import { agency, type Agency, type Answer, named, type Part as AnsweredPart, periodFor, thatDay } from './agency.ts'
import { reading } from './reading.ts'
import { added, exact, meanOf, medianOf, ratioOf, taken, told } from './sums.ts'

type Part = Omit<AnsweredPart, 'label' | 'demo'>

let app: TestApp
let all: Agency

beforeAll(async () => {
  app = await sampled()
  all = await agency()
})

/** The figure against its list as the API tells it: how many, or what the field adds up to. */
async function expectCounted({ sum }: Measure, link: string, value: unknown, what: string) {
  const { count, sums } = await all.totals(link)
  expect([what, link, await all.count(link)]).toEqual([what, link, count])
  const counted = sum ? told(exact(sums[sum])) : told(exact(count))
  expect([what, link, told(exact(value as string))]).toEqual([what, link, counted])
}

describe('every figure is what its rows say', () => {
  it.each(named)('%s', async (id, metric) => {
    const answer = await all.figure(id, periodFor(metric, thatDay))
    const { value } = metric
    if (value.kind === 'total') return expectCounted(value.of, answer.rows, answer.value, id)
    if (value.kind === 'ratio') {
      await expectCounted(value.numerator, answer.rows, answer.numerator, `${id}, numerator`)
      await expectCounted(value.denominator, answer.denominatorRows ?? '', answer.denominator, `${id}, denominator`)
      return expect(answer.value).toEqual(ratioOf(metric, answer))
    }
    expect(answer.n).toBe(await all.count(answer.rows))
    await expectFromRows(metric, answer, id)
  })
})

/** The figure against the rows themselves. */
async function expectFromRows({ value, ...metric }: Metric, told: Answer | Part, what: string) {
  const rows = await all.rows(told.rows)
  if (value.kind === 'total') return expect([what, asTold(told.value)]).toEqual([what, taken(value.of, rows)])
  if (value.kind === 'ratio') {
    expect([what, asTold(told.numerator)]).toEqual([what, taken(value.numerator, rows)])
    return expect([what, told.value]).toEqual([what, ratioOf({ value, ...metric }, told)])
  }
  const days = rows.map((row) => row[value.of]).filter((day) => day !== null) as number[]
  expect([what, days.length]).toEqual([what, rows.length])
  expect([what, told.n, told.median, told.value]).toEqual([what, rows.length, medianOf(days), meanOf(days)])
}

const asTold = (value: unknown) => told(exact(value as string))

describe('the parts of every figure, along each of its dimensions, are what their rows say, and add up', () => {
  it.each(named)('%s', async (id, metric) => {
    const turn = named.findIndex(([one]) => one === id)
    const query = periodFor(metric, thatDay)
    const whole = await all.figure(id, query)
    const divided = await partsOf(metric)
    for (const [dimension, parts] of divided) {
      const keys = parts.map(({ key }) => key)
      expect([dimension, new Set(keys).size]).toEqual([dimension, keys.length])
      for (const part of parts) await expectFromRows(metric, part, `${id} by ${dimension} ${part.key}`)
      expectAddedUp(metric, parts, whole)
    }
    const [dimension, parts] = divided[turn % divided.length] as (typeof divided)[number]
    const answered = await all.parts(id, dimension, query)
    expect(answered.map(({ label: _, demo: __, ...part }) => part)).toEqual(parts)
    for (const { label } of answered) expect(label).toMatch(/\S/)
    await expectOpened(parts, turn)
  })
})

/** Every dimension of a metric in one scan, as the pages ask. */
async function partsOf(metric: Metric): Promise<[string, Part[]][]> {
  const clocks = { asOf: thatDay.asOf, knownAt: null }
  const period = metric.date ? { from: thatDay.from, to: thatDay.to } : null
  const cuts = metric.by.map((dimension) => ({ metrics: [metric], period, by: [dimension] }))
  const found = await reading(app, clocks, (client) => measure(client, { cuts, filters: [] }))
  return metric.by.map((dimension, i) => [
    dimension,
    (found[i] ?? []).map(({ keys: [key = null], figures }) => ({
      key,
      ...(figures[metric.id] as Measured),
      rows: rowsLink(metric, clocks, period, [], under(dimension, key)),
    })),
  ])
}

function expectAddedUp({ value }: Metric, parts: Part[], whole: Answer) {
  if (value.kind === 'total') return expect(told(added(parts.map((part) => part.value)))).toBe(asTold(whole.value))
  if (value.kind === 'duration') return expect(parts.reduce((sum, { n = 0 }) => sum + n, 0)).toBe(whole.n)
  expect(told(added(parts.map((part) => part.numerator)))).toBe(asTold(whole.numerator))
  expect(told(added(parts.map((part) => part.denominator)))).toBe(asTold(whole.denominator))
}

/** One part's list, and that of the part without a key, are asked for as a person who clicks would. */
async function expectOpened(parts: Part[], turn: number) {
  const without = parts.find(({ key }) => key === null)
  for (const part of new Set([parts[turn % (parts.length || 1)], without])) {
    if (part) expect([part.rows, await all.count(part.rows)]).toEqual([part.rows, (await all.rows(part.rows)).length])
  }
}
