import { beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { rowsAt } from './rowsAt.ts'

let app: TestApp

const unit = '00000000-0000-4000-8000-0000000000e1'
const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

beforeEach(async () => {
  app = await startApp()
  await app.pool.query(`
    insert into comuni (id, name, province, cadastral_code) values ('015146', 'Milano', 'MI', 'F205');
    insert into buildings (id, code, address, comune_id, owner)
    values ('00000000-0000-4000-8000-0000000000d1', 'B1', 'Via Uno 1', '015146', 'aler');
    insert into units (id, code, building_id, use) values ('${unit}', 'U1', '00000000-0000-4000-8000-0000000000d1', 'dwelling')`)
})

interface Occupation {
  kind?: string
  detected: string
  attempted?: boolean
  consolidated?: string
  closed?: string
  outcome?: string
}

const add = (id: string, { kind = 'squatted', detected, attempted = false, consolidated, closed, outcome }: Occupation) =>
  app.pool.query(
    `insert into occupations (id, unit_id, kind, detected_on, channel, attempted, consolidated_on, closed_on, outcome)
     values ($1, '${unit}', $2, $3, 'hotline', $4, $5, $6, $7)`,
    [id, kind, detected, attempted, consolidated, closed, outcome],
  )

const at = (day: string) => rowsAt<Record<string, unknown>>(app.pool, 'occupations_rows', day)
const stockAt = async (day: string) => (await at(day)).filter((row) => row['in_stock']).length
const movesUntil = async (day: string) =>
  rowsAt<{ moved_on: string; kind: string; change: number }>(app.pool, 'occupation_moves_rows', day, 'moved_on, change')

describe('an occupation as of a day', () => {
  it('is not there before it was detected', async () => {
    await add(first, { detected: '2020-01-10' })
    expect(await at('2020-01-09')).toHaveLength(0)
    expect(await at('2020-01-10')).toHaveLength(1)
  })

  it('is in flagrante for a day, then consolidated by itself', async () => {
    await add(first, { detected: '2020-01-10' })
    expect(await at('2020-01-10')).toMatchObject([{ state: 'inFlagrante', in_stock: false }])
    expect(await at('2020-01-11')).toMatchObject([{ state: 'consolidated', in_stock: true, consolidated_on: '2020-01-11' }])
  })

  it('that ended within the day never was in the stock', async () => {
    await add(first, { detected: '2020-01-10', closed: '2020-01-11', outcome: 'recoveredInFlagrante' })
    expect(await at('2020-01-11')).toMatchObject([{ state: 'closed', recovered: true, consolidated_on: null }])
    expect(await movesUntil('2021-01-01')).toEqual([])
  })

  it('is scheduled for eviction from the decision to the day it is done', async () => {
    await add(first, { detected: '2020-01-10', closed: '2020-03-01', outcome: 'recoveredByEviction' })
    await app.pool.query(
      `insert into evictions (occupation_id, kind, decided_on, planned_on, executed_on, outcome)
       values ('${first}', 'planned', '2020-02-01', '2020-03-01', '2020-03-01', 'succeeded')`,
    )
    expect(await at('2020-01-31')).toMatchObject([{ state: 'consolidated', closed_on: null, outcome: null, open: true }])
    expect(await at('2020-02-01')).toMatchObject([{ state: 'evictionScheduled' }])
    expect(await at('2020-03-01')).toMatchObject([{ state: 'closed', outcome: 'recoveredByEviction', days: 51 }])
    expect(await rowsAt(app.pool, 'evictions_rows', '2020-02-15')).toMatchObject([
      { executed: false, outcome: null, executed_on: null },
    ])
    expect(await rowsAt(app.pool, 'evictions_rows', '2020-01-31')).toEqual([])
  })

  it('returns to consolidated when its eviction was postponed', async () => {
    await add(first, { detected: '2020-01-10' })
    await app.pool.query(
      `insert into evictions (occupation_id, kind, planned_on, outcome) values ('${first}', 'planned', '2020-03-01', 'postponed')`,
    )
    expect(await at('2020-03-02')).toMatchObject([{ state: 'consolidated' }])
  })

  it('that was foiled is an attempt, not a recovery', async () => {
    await add(first, { detected: '2020-01-10', attempted: true, closed: '2020-01-10', outcome: 'foiled' })
    expect(await at('2020-01-10')).toMatchObject([{ state: 'closed', recovered: false, in_stock: false, confirmed: true }])
  })

  it('of who lost the title is consolidated at once and stays out of the squatted', async () => {
    await add(first, { kind: 'untitled', detected: '2020-01-10' })
    expect(await at('2020-01-10')).toMatchObject([{ state: 'consolidated', in_stock: true }])
    expect(await movesUntil('2021-01-01')).toEqual([])
  })
})

describe('re-occupation', () => {
  beforeEach(() => add(first, { detected: '2020-01-10', closed: '2020-03-01', outcome: 'voluntaryRelease' }))

  const verdict = async (day: string) => (await at(day))[0]?.['reoccupied_within_year']

  it.each([
    ['2020-03-01', true],
    ['2021-02-28', true],
    ['2021-03-01', false],
  ])('on %s is within the year: %s', async (detected, expected) => {
    await add(second, { detected })
    expect(await verdict('2022-01-01')).toBe(expected)
  })

  it('is not known before it happens', async () => {
    await add(second, { detected: '2020-06-01' })
    expect(await verdict('2020-05-31')).toBe(false)
    expect(await verdict('2020-06-01')).toBe(true)
  })

  it('is not an attempt', async () => {
    await add(second, { detected: '2020-06-01', attempted: true, closed: '2020-06-01', outcome: 'foiled' })
    expect(await verdict('2022-01-01')).toBe(false)
  })
})

describe('the stock of squatted dwellings', () => {
  it('at the end is the one at the start, plus the new, less those that left', async () => {
    await add(first, { detected: '2020-01-10', closed: '2020-03-01', outcome: 'mediation' })
    await add(second, { detected: '2020-04-10', consolidated: '2020-04-15', closed: '2020-09-01', outcome: 'regularised' })
    for (const [from, to] of [
      ['2020-01-01', '2020-02-01'],
      ['2020-02-01', '2020-04-14'],
      ['2020-04-14', '2020-04-15'],
      ['2020-04-15', '2020-12-31'],
    ] as const) {
      const between = (await movesUntil(to)).filter(({ moved_on }) => moved_on > from)
      const change = between.reduce((total, move) => total + move.change, 0)
      expect([to, await stockAt(to)]).toEqual([to, (await stockAt(from)) + change])
    }
    expect((await movesUntil('2021-01-01')).map(({ kind }) => kind)).toEqual(['new', 'recovered', 'new', 'otherExit'])
  })
})
