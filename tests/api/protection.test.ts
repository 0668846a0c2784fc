import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { add, addBuilding, addComune, addDesk, addDeskService, addOccupation, addUnit, addUnitIn } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('prova@aler.it'))
})

const fieldsOf = ({ status, body: { errors = {} } }: { status: number; body: Body }) => ({
  status,
  fields: Object.keys(errors as Body),
})

describe('the safeguards of an eviction', () => {
  let occupationId: string
  beforeEach(async () => {
    occupationId = await addOccupation(app.pool, { unit_id: await addUnit(app.pool), detected_on: '2026-01-10' })
  })
  const evict = (values: Body) =>
    api.post('/evictions', { occupationId, kind: 'inFlagrante', executedOn: '2026-01-11', outcome: 'succeeded', ...values })

  test.each<[string, Body, string]>([
    ['shelter proposed to nobody with minors or fragile', { shelter: 'proposed', socialServices: true }, 'shelter'],
    ['shelter that was not available to nobody', { shelter: 'unavailable' }, 'shelter'],
    ['shelter not due although there are minors', { minorsPresent: true, shelter: 'notDue' }, 'shelter'],
    ['shelter proposed without social services', { minorsPresent: true, shelter: 'accepted' }, 'socialServices'],
  ])('refuse %s', async (_, values, field) => {
    expect(fieldsOf(await evict(values))).toEqual({ status: 422, fields: [field] })
  })

  test('tell whether shelter was proposed, in figures that open their evictions', async () => {
    const { body } = await evict({ minorsPresent: true, socialServices: true, shelter: 'refused' })
    expect(body).toMatchObject({ shelterProposed: true })
    await evict({ minorsPresent: true, shelter: 'unavailable' })
    await evict({ fragility: true, socialServices: true, shelter: 'accepted' })
    const period = { from: '2026-01-01', to: '2026-02-01', asOf: '2026-03-01' }
    expect((await api.get('/metrics/shelter-proposed-rate', period)).body).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
    })
  })
})

describe('the cameras of a building', () => {
  let buildingId: string
  beforeEach(async () => {
    buildingId = await addBuilding(app.pool)
  })
  const cameras = (values: Body = {}) =>
    api.post('/camera-systems', { buildingId, plannedOn: '2024-01-01', plannedCameras: 4, ...values })

  test('are planned, active, connected, each from its day', async () => {
    const { body } = await cameras({ activatedOn: '2025-01-01', activeCameras: 3, connectedOn: '2026-01-01' })
    const on = async (asOf: string) => (await api.get(`/camera-systems/${String(body.id)}`, { asOf })).body
    expect(await on('2024-06-01')).toMatchObject({ state: 'planned', activatedOn: null, activeCameras: null })
    expect(await on('2025-06-01')).toMatchObject({ state: 'active', activeCameras: 3, connectedOn: null })
    expect(await on('2026-01-01')).toMatchObject({ state: 'connected' })
    expect((await cameras()).status).toBe(409)
  })

  test.each<[string, Body, string]>([
    ['none planned', { plannedCameras: 0 }, 'plannedCameras'],
    ['active before they were planned', { activatedOn: '2023-12-31', activeCameras: 1 }, 'activatedOn'],
    ['active and not counted', { activatedOn: '2025-01-01' }, 'activeCameras'],
    ['counted and not active', { activeCameras: 2 }, 'activeCameras'],
    ['connected and not active', { connectedOn: '2025-01-01' }, 'connectedOn'],
  ])('are refused when %s', async (_, values, field) => {
    expect(fieldsOf(await cameras(values))).toEqual({ status: 422, fields: [field] })
  })
})

describe('a shelter', () => {
  const shelter = async (values: Body) =>
    api.post('/shelter-places', {
      name: 'Casa',
      kind: 'municipal',
      body: 'Comune',
      comuneId: await addComune(app.pool),
      ...values,
    })

  test.each<[string, Body, string]>([
    ['open without places', { openedOn: '2024-01-01' }, 'places'],
    ['of no places', { places: 0 }, 'places'],
    ['closed before it opened', { places: 5, openedOn: '2024-01-01', closedOn: '2023-01-01' }, 'closedOn'],
    ['closed and never open', { places: 5, closedOn: '2023-01-01' }, 'closedOn'],
  ])('%s is refused', async (_, values, field) => {
    expect(fieldsOf(await shelter(values))).toEqual({ status: 422, fields: [field] })
  })
})

describe('an empty dwelling of a watched building', () => {
  test('is exposed until something protects it, and only where the risk is high', async () => {
    const comune = await addComune(app.pool)
    const buildings = await Promise.all([0, 1].map(() => addBuilding(app.pool, { comune_id: comune })))
    for (const [i, building] of buildings.entries()) {
      const area = await add(app.pool, 'watch_areas', {
        name: `Area ${i}`,
        comune_id: comune,
        level: 2 + i,
        valid_from: '2025-01-01',
      })
      await add(app.pool, 'watch_area_buildings', { watch_area_id: area, building_id: building })
    }
    const [low = '', high = ''] = buildings
    await addUnitIn(app.pool, 'returned', '2026-01-01', { building_id: low })
    const open = await addUnitIn(app.pool, 'returned', '2026-01-01', { building_id: high })
    await addUnitIn(app.pool, 'returned', '2026-01-01', { building_id: high })
    await add(app.pool, 'securings', { unit_id: open, kind: 'alarm', secured_on: '2025-12-31' })
    const exposure = async (asOf: string) => (await api.get('/metrics/exposure', { asOf, comuneId: comune })).body
    expect(await exposure('2026-02-01')).toMatchObject({ value: 1, numerator: 2, denominator: 2 })
    await add(app.pool, 'securings', { unit_id: open, kind: 'alarm', secured_on: '2026-02-01' })
    expect(await exposure('2026-02-01')).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 })
    expect(await exposure('2026-01-31')).toMatchObject({ value: 1 })
  })
})

describe('a help desk', () => {
  test('opens once it serves somebody, and counts among the open from that day', async () => {
    const desk = await addDesk(app.pool, { action: 'milano', offers: [await addDeskService(app.pool)] })
    const move = (to: string, on: string, more: Body = {}) => api.post(`/help-desks/${desk}/transitions`, { to, on, ...more })
    expect((await move('planned', '2026-01-01')).status).toBe(200)
    expect(fieldsOf(await move('active', '2026-02-01'))).toEqual({ status: 422, fields: ['to'] })
    const comune = await addComune(app.pool)
    expect((await api.post('/help-desk-areas', { helpDeskId: desk, comuneId: comune })).status).toBe(201)
    expect((await api.post('/help-desk-areas', { helpDeskId: desk, comuneId: comune })).status).toBe(409)
    expect((await move('active', '2026-02-01')).body).toMatchObject({ state: 'active', openedOn: '2026-02-01' })
    expect(fieldsOf(await move('suspended', '2026-03-01'))).toEqual({ status: 422, fields: ['reason'] })
    expect((await move('suspended', '2026-03-01', { reason: 'Lavori' })).body).toMatchObject({ state: 'suspended' })
    const served = async (asOf: string) => (await api.get(`/served-comuni/${comune}`, { asOf })).body.served
    expect([await served('2026-01-31'), await served('2026-02-01'), await served('2026-03-01')]).toEqual([false, true, false])
  })

  test('serves a municipio only of its comune', async () => {
    const [comune, other] = [await addComune(app.pool), await addComune(app.pool)]
    const municipioId = await add(app.pool, 'municipi', { comune_id: other, number: 1, name: 'Municipio 1' })
    const area = { helpDeskId: await addDesk(app.pool), comuneId: comune, municipioId }
    expect(fieldsOf(await api.post('/help-desk-areas', area))).toEqual({ status: 422, fields: ['municipioId'] })
  })
})
