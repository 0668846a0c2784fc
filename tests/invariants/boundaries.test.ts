import { beforeAll, describe, expect, it } from 'vitest'
import { finalDay, firstDay } from '../../db/calendar.ts'
import { add, addBuilding, addMovement, addProject, addUnit } from '../factories.ts'
import type { TestApp } from '../harness/startApp.ts'
import { type Agency, agencyOver, type Query } from './agency.ts'
import { ownCopy } from './ownCopy.ts'

const comuneId = '999001'

let app: TestApp
let all: Agency

/** What a figure is worth in a comune where only these few things happened, as often as its list has rows. */
async function valueOf(id: string, query: Query) {
  const { value, rows } = await all.figure(id, { comuneId, ...query })
  return [value, await all.count(rows)]
}

beforeAll(async () => {
  app = await ownCopy()
  all = await agencyOver(app)
  await add(app.pool, 'comuni', { id: comuneId, name: 'Confine', province: 'MI', cadastral_code: 'Z901' })
  const building_id = await addBuilding(app.pool, { comune_id: comuneId, code: 'CONFINE-E' })
  const dwelling = (code: string) => addUnit(app.pool, { building_id, code: `CONFINE-${code}` })
  await tell(await dwelling('1'), '2024-02-29', '2024-12-31')
  await tell(await dwelling('2'), '2025-10-25', '2025-10-27')
  await tell(await dwelling('3'), '2025-03-29', '2025-03-31')
}, 120_000)

/** A dwelling let since 2020, freed on a day and let again on another. */
async function tell(unit_id: string, freed: string, let_again: string) {
  const state = (values: Record<string, unknown>) => add(app.pool, 'unit_states', { unit_id, ...values })
  await state({ state: 'let', valid_from: '2020-01-01', valid_to: freed })
  await state({ state: 'vacant', vacancy_reason: 'returned', valid_from: freed, valid_to: let_again })
  await state({ state: 'let', valid_from: let_again })
  await add(app.pool, 'vacancies', { unit_id, release_reason: 'notice', started_on: freed, ended_on: let_again, outcome: 'let' })
}

describe('a stock', () => {
  it.each([
    ['2019-12-31', 0, 0],
    ['2020-01-01', 0, 3],
    ['2024-02-28', 0, 3],
    ['2024-02-29', 1, 2],
    ['2024-12-30', 1, 2],
    ['2024-12-31', 0, 3],
    ['2025-10-26', 1, 2],
    [finalDay, 0, 3],
  ])('on %s has what holds from that day on, and not what ends on it', async (asOf, vacant, occupied) => {
    expect(await valueOf('vacant-gross', { asOf })).toEqual([vacant, vacant])
    expect(await valueOf('let-dwellings', { asOf })).toEqual([occupied, occupied])
  })

  it('of nothing has no rate, and before anything is nothing', async () => {
    expect(await valueOf('vacancy-rate-gross', { asOf: '2019-12-31' })).toEqual([null, 0])
    expect(await valueOf('vacancy-rate-gross', { asOf: firstDay })).toEqual([null, 0])
    expect(await valueOf('vacancy-rate-gross', { asOf: '2024-02-29' })).toEqual([1 / 3, 1])
  })

  it('is drawn on the last day of each period, also of a leap February and of a year', async () => {
    const points = await all.series('vacant-gross', { comuneId, asOf: '2024-12-31', from: '2024-01-01', to: '2025-01-01' })
    expect(points.map(({ value }) => value)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
    const cut = await all.series('vacant-gross', {
      comuneId,
      asOf: '2024-12-30',
      from: '2024-02-01',
      to: '2024-12-31',
      grain: 'year',
    })
    expect(cut.map(({ period, value }) => [period, value])).toEqual([['2024', 1]])
  })
})

describe('a flow', () => {
  const asOf = '2026-06-30'

  it.each([
    ['freed-dwellings', '2024-02-01', '2024-02-29', 0],
    ['freed-dwellings', '2024-02-29', '2024-03-01', 1],
    ['freed-dwellings', '2024-03-01', '2024-04-01', 0],
    ['assigned-dwellings', '2024-01-01', '2024-12-31', 0],
    ['assigned-dwellings', '2024-12-31', '2025-01-01', 1],
    ['assigned-dwellings', '2025-01-01', '2025-03-31', 0],
    ['assigned-dwellings', '2025-10-27', '2025-10-28', 1],
  ])('%s from %s until %s has its first day and not the day it ends on', async (id, from, to, n) => {
    expect(await valueOf(id, { asOf, from, to })).toEqual([n, n])
  })

  it('has only what had happened by the day it is seen from', async () => {
    const period = { from: '2024-01-01', to: '2025-01-01' }
    expect(await valueOf('assigned-dwellings', { ...period, asOf: '2024-12-30' })).toEqual([0, 0])
    expect(await valueOf('assigned-dwellings', { ...period, asOf: '2024-12-31' })).toEqual([1, 1])
  })

  it('falls in the month of its day', async () => {
    const months = await all.series('assigned-dwellings', { comuneId, asOf, from: '2024-12-01', to: '2025-04-01' })
    expect(months.map(({ period, value }) => [period, value])).toEqual([
      ['2024-12', 1],
      ['2025-01', 0],
      ['2025-02', 0],
      ['2025-03', 1],
    ])
  })

  it.each([
    ['2025-10-01', '2025-11-01', 'back'],
    ['2025-03-01', '2025-04-01', 'forward'],
  ])('counts two days across the night of %s on which the clocks go %s', async (from, to) => {
    const { value, median, n } = await all.figure('relet-time', { comuneId, asOf, from, to })
    expect([value, median, n]).toEqual([2, 2, 1])
  })

  it.each([
    ['2024-01-01', '2024-01-01'],
    ['2024-02-29', '2024-02-28'],
    ['2023-02-29', '2023-03-01'],
  ])('from %s until %s is no period', async (from, to) => {
    await expect(all.figure('freed-dwellings', { asOf, from, to })).rejects.toThrow('400')
  })
})

describe('an amount at a day', () => {
  it('has the movements of that day and not of the next, in cents', async () => {
    const project_id = await addProject(app.pool, { code: 'CONFINE' })
    await add(app.pool, 'project_comuni', { project_id, comune_id: comuneId })
    await addMovement(app.pool, { project_id, kind: 'disbursed', effective_on: '2024-02-29', amount: '0.10' })
    await addMovement(app.pool, { project_id, kind: 'disbursed', effective_on: '2024-03-01', amount: '0.20' })
    await addMovement(app.pool, { project_id, kind: 'disbursed', effective_on: '2024-03-02', amount: '90071992547.41' })
    const shown = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02'].map((asOf) =>
      all.figure('disbursed-amount', { comuneId, asOf }),
    )
    expect((await Promise.all(shown)).map(({ value }) => value)).toEqual(['0.00', '0.10', '0.30', '90071992547.71'])
    const march = await all.figure('disbursements', { comuneId, asOf: '2024-12-31', from: '2024-03-01', to: '2024-03-02' })
    expect(march.value).toBe('0.20')
  })
})

describe('what was known at an instant', () => {
  /** A neighbourhood written down at an instant, as the seeds tell history. */
  async function record(code: string, recorded_at: string) {
    const client = await app.pool.connect()
    try {
      await client.query(`begin; set local app.seeding = 'on'`)
      const { rows } = await client.query<{ id: string }>(
        `insert into neighbourhoods (name, comune_id, recorded_at) select $1, comune_id, $2 from buildings
         where code = 'CONFINE-E' returning id`,
        [`CONFINE-${code}`, recorded_at],
      )
      await client.query('commit')
      return rows[0]?.id
    } finally {
      client.release()
    }
  }

  it.each([
    ['an autumn night has the same hour twice', '2025-10-26T00:30:00Z', '2025-10-26T02:29:59+02:00', '2025-10-26T02:30:00+02:00'],
    ['the second time', '2025-10-26T01:30:00Z', '2025-10-26T02:30:00+02:00', '2025-10-26T02:30:00+01:00'],
    ['a spring night leaps over an hour', '2026-03-29T01:00:00Z', '2026-03-29T01:59:59+01:00', '2026-03-29T03:00:00+02:00'],
    ['the year ends at midnight in Rome', '2024-12-31T23:00:00Z', '2024-12-31T22:59:59.999999Z', '2025-01-01T00:00:00+01:00'],
    ['midnight of the summer', '2025-06-30T22:00:00Z', '2025-06-30T21:59:59.999999Z', '2025-07-01T00:00:00+02:00'],
  ])('%s: it is known from its instant on', async (code, recordedAt, before, from) => {
    const id = await record(code, recordedAt)
    expect([id, await all.count(`/api/neighbourhoods?${new URLSearchParams({ id: id ?? '', knownAt: before })}`)]).toEqual([
      id,
      0,
    ])
    expect([id, await all.count(`/api/neighbourhoods?${new URLSearchParams({ id: id ?? '', knownAt: from })}`)]).toEqual([id, 1])
  })

  it('is nothing before anything was written, and everything in a future', async () => {
    const asOf = '2024-02-29'
    expect((await all.figure('dwellings', { comuneId, asOf, knownAt: '1970-01-01T00:00:00Z' })).value).toBe(0)
    expect((await all.figure('dwellings', { comuneId, asOf, knownAt: `${finalDay}T23:59:59Z` })).value).toBe(3)
  })
})
