import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { lastEntry } from '../db/entries.ts'
import { add, addBuilding, addMovement, addProject, addUnit, addUnitIn, addUog } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Query } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('lettrice@aler.it'))
  await addUog(app.pool, 'UOG1')
  await addUog(app.pool, 'UOG2')
})

/** The instant it is for the database, after all that was written so far. */
const now = async () => (await app.pool.query<{ at: string }>('select clock_timestamp() as at')).rows[0]?.at ?? ''

describe('situazione al', () => {
  test('a span holds from its first day to the one before its end', async () => {
    const building = await addBuilding(app.pool)
    await add(app.pool, 'building_uogs', {
      building_id: building,
      uog_id: 'UOG1',
      valid_from: '2018-01-01',
      valid_to: '2025-01-01',
    })
    await add(app.pool, 'building_uogs', { building_id: building, uog_id: 'UOG2', valid_from: '2025-01-01' })
    const uogOn = async (asOf: string) => (await api.get(`/buildings/${building}`, { asOf })).body.uogId
    expect(await uogOn('2017-12-31')).toBeNull()
    expect(await uogOn('2018-01-01')).toBe('UOG1')
    expect(await uogOn('2024-12-31')).toBe('UOG1')
    expect(await uogOn('2025-01-01')).toBe('UOG2')
    expect(await uogOn(today())).toBe('UOG2')
  })

  test('today is the same as not saying it', async () => {
    await addUnitIn(app.pool, 'assignable', '2026-01-01')
    const said = await api.get('/units', { asOf: today() })
    const silent = await api.get('/units')
    expect(said.rows).toEqual(silent.rows)
    expect(said.headers.get('x-total-count')).toBe(silent.headers.get('x-total-count'))
  })

  test('what begins later is not in the list, nor in the totals, nor at its address', async () => {
    const project = await addProject(app.pool)
    const movement = await addMovement(app.pool, { project_id: project, effective_on: '2026-03-10', amount: '70.00' })
    const at = { projectId: project, asOf: '2026-03-09' }
    expect((await api.get('/movements', at)).rows).toEqual([])
    expect((await api.get('/movements/totals', at)).body).toMatchObject({ count: 0, sums: { amount: null } })
    expect((await api.get(`/movements/${movement}`, { asOf: '2026-03-09' })).status).toBe(404)
    expect((await api.get('/movements/totals', { ...at, asOf: '2026-03-10' })).body).toMatchObject({
      count: 1,
      sums: { amount: '70.00' },
    })
    expect((await api.get(`/projects/${project}`, { asOf: '2026-03-09' })).body).toMatchObject({ admitted: '0.00' })
  })

  test('a state that ended before today is told as the day sees it', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', '2026-01-01')
    await app.pool.query(`update vacancies set ended_on = '2026-02-01', outcome = 'let' where unit_id = $1`, [unit])
    const vacancyOn = async (asOf: string) => (await api.get('/vacancies', { unitId: unit, asOf })).rows[0]
    expect(await vacancyOn('2026-01-31')).toMatchObject({ endedOn: null, outcome: null, open: true, days: 30 })
    expect(await vacancyOn('2026-02-01')).toMatchObject({ endedOn: '2026-02-01', outcome: 'let', open: false, days: 31 })
    const endedSince = async (asOf: string) =>
      (await api.get('/vacancies', { unitId: unit, endedOn_gte: '2026-01-15', endedOn_lt: '2026-03-01', asOf })).rows.length
    expect([await endedSince('2026-01-31'), await endedSince('2026-02-01')]).toEqual([0, 1])
  })

  test('before anything there is nothing, and after today what is known today', async () => {
    expect((await api.get('/unit-states', { asOf: '1900-01-01' })).status).toBe(200)
    expect((await api.get('/movements', { asOf: '1900-01-01' })).rows).toEqual([])
    expect((await api.get('/units', { asOf: addDays(today(), 3650) })).status).toBe(200)
  })
})

describe('come risultava il', () => {
  test('a row corrected later is told as it was, in lists, totals, record and search', async () => {
    const unit = await addUnit(app.pool, { code: 'VECCHIO', area: '10.00' })
    const before = await now()
    await api.patch(`/units/${unit}`, 1, { code: 'NUOVO', area: '12.00' })
    const then = { knownAt: before }
    expect((await api.get(`/units/${unit}`, then)).body).toMatchObject({ code: 'VECCHIO', version: 1 })
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ code: 'NUOVO', version: 2 })
    expect((await api.get('/units', { code: 'VECCHIO', ...then })).rows).toHaveLength(1)
    expect((await api.get('/units', { code: 'VECCHIO' })).rows).toHaveLength(0)
    expect((await api.get('/units', { q: 'nuovo', ...then })).rows).toHaveLength(0)
    expect((await api.get('/units/totals', { id: unit, ...then })).body).toMatchObject({ count: 1, sums: { area: '10.00' } })
    expect((await api.get('/units/totals', { id: unit })).body).toMatchObject({ sums: { area: '12.00' } })
    expect((await api.get(`/units/${unit}`, { knownAt: await now() })).body).toMatchObject({ code: 'NUOVO' })
  })

  test('a record added or deleted later is absent or present', async () => {
    const before = await now()
    const unit = await addUnit(app.pool)
    const between = await now()
    await api.remove(`/units/${unit}`, 1, 'Doppione')
    expect((await api.get(`/units/${unit}`, { knownAt: before })).status).toBe(404)
    expect((await api.get(`/units/${unit}`, { knownAt: between })).status).toBe(200)
    expect((await api.get(`/units/${unit}`)).status).toBe(404)
  })

  test('what was joined is as it was known too', async () => {
    const building = await addBuilding(app.pool, { address: 'via Prima 1' })
    const unit = await addUnit(app.pool, { building_id: building })
    const before = await now()
    await api.patch(`/buildings/${building}`, 1, { address: 'via Seconda 2' })
    expect((await api.get(`/units/${unit}`, { knownAt: before })).body).toMatchObject({ address: 'via Prima 1' })
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ address: 'via Seconda 2' })
  })

  test('the same pair of moments always gives the same answer', async () => {
    const project = await addProject(app.pool)
    await addMovement(app.pool, { project_id: project, effective_on: '2026-03-01', amount: '10.00' })
    const pair = { projectId: project, asOf: '2026-04-01', knownAt: await now() }
    const first = await api.get('/movements', pair)
    await addMovement(app.pool, { project_id: project, effective_on: '2026-03-02', amount: '5.00' })
    expect((await api.get('/movements', pair)).rows).toEqual(first.rows)
    expect((await api.get('/movements', { ...pair, knownAt: await now() })).rows).toHaveLength(2)
  })

  test('an answer says the moment of the last entry it was read after, and the moment it was asked for', async () => {
    await addUnit(app.pool)
    const { recordedAt } = await lastEntry(app.pool)
    await addUnit(app.pool)
    const told = async (query?: Query) => (await api.get('/units', query)).headers.get('x-known-at')
    expect(await told()).toBe((await lastEntry(app.pool)).recordedAt)
    expect(await told({ knownAt: recordedAt })).toBe(recordedAt)
  })

  test('whoever reads the database without saying a moment finds what stands', async () => {
    const { rows } = await app.pool.query<{ standing: number; known: number }>(
      'select (select count(*)::int from public.units) as standing, (select count(*)::int from known.units) as known',
    )
    expect(rows[0]?.standing).toBeGreaterThan(0)
    expect(rows[0]?.known).toBe(rows[0]?.standing)
  })

  test('the history of a record is there at any clock', async () => {
    const unit = await addUnit(app.pool)
    const before = await now()
    await api.remove(`/units/${unit}`, 1, 'Doppione')
    const clocks: Query[] = [{}, { knownAt: before }, { asOf: '2000-01-01' }]
    for (const query of clocks) {
      expect((await api.get(`/units/${unit}/history`, query)).rows).toHaveLength(1)
    }
    expect((await api.get('/units/00000000-0000-4000-8000-000000000000/history')).status).toBe(404)
  })
})

describe('with a clock set', () => {
  test.each<Record<string, string>>([{ asOf: today() }, { knownAt: '2026-01-01T00:00:00Z' }])(
    'nothing is written: %o',
    async (clock) => {
      const query = new URLSearchParams(clock)
      const unit = await addUnit(app.pool)
      const refused = [
        await api.post(`/units?${query}`, {}),
        await api.patch(`/units/${unit}?${query}`, 1, { rooms: 1 }),
        await api.remove(`/units/${unit}?${query}`, 1, 'x'),
        await api.post(`/units/${unit}/transitions?${query}`, { to: 'let', on: today() }),
      ]
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400])
      expect(refused[0]?.body.message).toContain('Nel passato non si scrive')
    },
  )

  test.each<Query>([
    { asOf: '2026-02-30' },
    { asOf: '26-01-01' },
    { asOf: 'yesterday' },
    { asOf: ['2026-01-01', '2026-01-02'] },
    { knownAt: '2026-01-01' },
    { knownAt: '2026-13-01T00:00:00Z' },
    { knownAt: 'now' },
    { knownAt: "'; reset role; --" },
  ])('one that is not a moment is a 400: %o', async (clock) => {
    expect((await api.get('/units', clock)).status).toBe(400)
  })
})
