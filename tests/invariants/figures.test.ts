import { beforeAll, describe, expect, it } from 'vitest'
import type { Measure, Metric } from '../../db/defineMetric.ts'
import { agency, type Agency, type Answer, named, type Part, periodFor, thatDay } from './agency.ts'
import { added, exact, meanOf, medianOf, ratioOf, taken, told } from './sums.ts'

let all: Agency

beforeAll(async () => {
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

const divided = named.flatMap(([id, metric]) => metric.by.map((dimension) => [id, dimension, metric] as const))

describe('the parts of every figure are what their rows say, and add up', () => {
  it.each(divided)('%s by %s', async (id, dimension, metric) => {
    const query = periodFor(metric, thatDay)
    const [whole, parts] = [await all.figure(id, query), await all.parts(id, dimension, query)]
    const keys = parts.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const part of parts) {
      expect(part.label).toMatch(/\S/)
      await expectFromRows(metric, part, `${id} by ${dimension} ${part.key}`)
    }
    if (!metric.overlaps?.includes(dimension)) expectAddedUp(metric, parts, whole)
    await expectOpened(
      parts,
      divided.findIndex(([one, by]) => one === id && by === dimension),
    )
  })
})

function expectAddedUp({ value }: Metric, parts: Part[], whole: Answer) {
  if (value.kind === 'total') return expect(told(added(parts.map((part) => part.value)))).toBe(asTold(whole.value))
  if (value.kind === 'duration') return expect(parts.reduce((sum, { n = 0 }) => sum + n, 0)).toBe(whole.n)
  expect(told(added(parts.map((part) => part.numerator)))).toBe(asTold(whole.numerator))
  expect(told(added(parts.map((part) => part.denominator)))).toBe(asTold(whole.denominator))
}

const opened = 3

/** Of the parts' lists, some are asked for as a person who clicks would: the memory's reading is the list's. */
async function expectOpened(parts: Part[], turn: number) {
  const without = parts.find(({ key }) => key === null)
  const some = turn % opened === 0 ? parts[turn % (parts.length || 1)] : undefined
  for (const part of new Set([some, without])) {
    if (part) expect([part.rows, await all.count(part.rows)]).toEqual([part.rows, (await all.rows(part.rows)).length])
  }
}
