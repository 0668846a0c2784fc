import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addBuilding, addChannel, addComune, addUnit, addUnitIn } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let channelId: string
let comuneId: string
let buildingId: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('prova@aler.it'))
})

beforeEach(async () => {
  channelId = await addChannel(app.pool)
  comuneId = await addComune(app.pool)
  buildingId = await addBuilding(app.pool, { comune_id: comuneId })
})

const report = (values: Body = {}) => ({
  channelId,
  comuneId,
  buildingId,
  kind: 'lift',
  priority: 'urgent',
  openedAt: '2026-03-02T08:00:00Z',
  ...values,
})
const tell = (values: Body = {}) => api.post('/reports', report(values))

describe('a report', () => {
  test('says how long it waited, and whether that was within its level', async () => {
    const { status, body } = await tell({
      takenAt: '2026-03-02T20:30:00Z',
      closedAt: '2026-03-12T08:00:00Z',
      outcome: 'solved',
    })
    expect({ status, ...body }).toMatchObject({
      status: 201,
      state: 'closed',
      hoursToTake: 13,
      hoursToClose: 240,
      takenInTime: true,
      closedInTime: false,
    })
  })

  test('is judged late only once the whole day of its level is over', async () => {
    const { body } = await tell()
    const on = async (asOf: string) => (await api.get(`/reports/${String(body.id)}`, { asOf })).body.takenInTime
    expect([await on('2026-03-02'), await on('2026-03-03'), await on('2026-03-04')]).toEqual([null, null, false])
  })

  test('hides what was still to come on the day asked about', async () => {
    const { body } = await tell({ takenAt: '2026-03-04T09:00:00Z', closedAt: '2026-03-05T09:00:00Z', outcome: 'solved' })
    const on = async (asOf: string) => (await api.get(`/reports/${String(body.id)}`, { asOf })).body
    expect(await on('2026-03-03')).toMatchObject({
      state: 'open',
      takenAt: null,
      closedAt: null,
      outcome: null,
      hoursToTake: null,
    })
    expect(await on('2026-03-04')).toMatchObject({ state: 'taken', closedAt: null })
    expect((await api.get(`/reports/${String(body.id)}`, { asOf: '2026-03-01' })).status).toBe(404)
  })

  test('falls on the day it was in Rome, and keeps its hours when the clocks change', async () => {
    const { body } = await tell({ openedAt: '2026-03-28T23:30:00Z', takenAt: '2026-03-29T10:30:00Z' })
    expect(body).toMatchObject({ openedOn: '2026-03-29', takenOn: '2026-03-29', hoursToTake: 11 })
  })

  test.each<[string, () => Body | Promise<Body>, string]>([
    ['taken in charge before it was opened', () => ({ takenAt: '2026-03-02T07:59:00Z' }), 'takenAt'],
    [
      'closed before it was taken in charge',
      () => ({ takenAt: '2026-03-03T08:00:00Z', closedAt: '2026-03-02T09:00:00Z', outcome: 'solved' }),
      'closedAt',
    ],
    ['closed without an outcome', () => ({ closedAt: '2026-03-03T08:00:00Z' }), 'outcome'],
    ['with an outcome and still open', () => ({ outcome: 'solved' }), 'outcome'],
    ['of a building that is elsewhere', async () => ({ comuneId: await addComune(app.pool) }), 'buildingId'],
    ['of a unit without its building', async () => ({ buildingId: null, unitId: await addUnit(app.pool) }), 'buildingId'],
    ['of a unit of another building', async () => ({ unitId: await addUnit(app.pool) }), 'unitId'],
    ['opened at no hour', () => ({ openedAt: 'ieri' }), 'openedAt'],
    ['of no priority', () => ({ priority: null }), 'priority'],
  ])('%s is refused on the field', async (_, values, field) => {
    const { status, body } = await tell(await values())
    expect({ status, fields: Object.keys(body.errors as Body) }).toEqual({ status: 422, fields: [field] })
  })

  test('of tomorrow is refused', async () => {
    const tomorrow = new Date(Date.now() + 30 * 3_600_000).toISOString()
    expect((await tell({ openedAt: tomorrow })).status).toBe(422)
  })
})

describe('reports every 100 dwellings', () => {
  test('divide those of twelve months by the dwellings of the day, and the line has its own', async () => {
    for (let n = 0; n < 4; n += 1) await addUnitIn(app.pool, 'let', '2020-01-01', { building_id: buildingId })
    const desk = await addChannel(app.pool, { kind: 'desk' })
    await tell({ openedAt: '2026-03-02T08:00:00Z' })
    await tell({ openedAt: '2025-06-01T08:00:00Z', channelId: desk })
    await tell({ openedAt: '2025-03-01T08:00:00Z' })
    const rate = async (id: string) => (await api.get(`/metrics/${id}`, { asOf: '2026-03-31', comuneId })).body
    expect(await rate('reports-per-100')).toMatchObject({ value: 0.5, numerator: 2, denominator: 4 })
    expect(await rate('line-reports-per-100')).toMatchObject({ value: 0.25, numerator: 1, denominator: 4 })
  })
})
