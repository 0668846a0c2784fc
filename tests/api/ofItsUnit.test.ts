import { beforeAll, describe, expect, test } from 'vitest'
import { addBuilding, addComune, addUnit, addUnitIn } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('amministratrice@aler.it'))
})

const kept = ['unit_states', 'vacancies', 'occupations', 'vacancy_stages'] as const

/** What the records of a unit keep of it, by their table. */
async function keptOf(unit: string) {
  const { rows } = await app.pool.query<{ told: string; building_id: string; use: string; is_demo: boolean }>(
    `select 'unit_states' as told, building_id, use, is_demo from unit_states where unit_id = $1
     union all select 'vacancies', building_id, use, is_demo from vacancies where unit_id = $1
     union all select 'occupations', building_id, use, is_demo from occupations where unit_id = $1
     union all select 'vacancy_stages', t.building_id, t.use, t.is_demo
       from vacancy_stages t join vacancies v on v.id = t.vacancy_id where v.unit_id = $1`,
    [unit],
  )
  return rows
}

async function addToldUnit(values: Record<string, unknown> = {}) {
  const unit = await addUnitIn(app.pool, 'assignable', '2026-01-10', values)
  await app.pool.query(
    `insert into occupations (unit_id, kind, detected_on, channel) values ($1, 'squatted', '2026-02-01', 'report')`,
    [unit],
  )
  return unit
}

const change = async (unit: string, body: Record<string, unknown>) => {
  const { body: before } = await api.get(`/units/${unit}`)
  return api.patch(`/units/${unit}`, before.version as number, body)
}

describe('what is dated on a unit', () => {
  test('keeps its building and its use, and is invented when the unit is', async () => {
    const building = await addBuilding(app.pool)
    const unit = await addToldUnit({ building_id: building, use: 'shop', is_demo: true })
    const told = await keptOf(unit)
    expect(told.map((one) => one.told).toSorted()).toEqual([...kept].toSorted())
    for (const one of told) expect(one).toMatchObject({ building_id: building, use: 'shop', is_demo: true })
  })

  test('goes with the unit to another building and another use', async () => {
    const unit = await addToldUnit()
    const building = await addBuilding(app.pool)
    expect((await change(unit, { buildingId: building, use: 'office' })).status).toBe(200)
    for (const one of await keptOf(unit)) expect(one).toMatchObject({ building_id: building, use: 'office' })
  })

  test('goes to the building of the unit it is moved to', async () => {
    const [from, to] = [await addToldUnit(), await addUnit(app.pool, { use: 'garage' })]
    const { rows } = await app.pool.query<{ id: string; version: number }>(
      'select id, version from occupations where unit_id = $1',
      [from],
    )
    const [occupation] = rows as [{ id: string; version: number }]
    expect((await api.patch(`/occupations/${occupation.id}`, occupation.version, { unitId: to })).status).toBe(200)
    const { body: unit } = await api.get(`/units/${to}`)
    expect((await api.get(`/occupations/${occupation.id}`)).body).toMatchObject({ buildingId: unit.buildingId, use: 'garage' })
  })

  test.each(kept)('cannot say otherwise: %s', async (table) => {
    const unit = await addToldUnit()
    const other = await addBuilding(app.pool)
    const key = table === 'vacancy_stages' ? 'vacancy_id in (select id from vacancies where unit_id = $1)' : 'unit_id = $1'
    for (const wrong of [`building_id = '${other}'`, `use = 'shop'`, 'building_id = null, use = null']) {
      await expect(app.pool.query(`update ${table} set ${wrong} where ${key}`, [unit]), wrong).rejects.toThrow(/beside/)
    }
  })

  test('is not written by who writes the record', async () => {
    const unit = await addUnit(app.pool)
    const episode = { unitId: unit, startedOn: '2026-03-01', releaseReason: 'notice' }
    const building = await addBuilding(app.pool)
    expect((await api.post('/vacancies', { ...episode, buildingId: building })).status).toBe(422)
    const { status, body } = await api.post('/vacancies', episode)
    expect(status).toBe(201)
    expect(body).toMatchObject({ buildingId: (await api.get(`/units/${unit}`)).body.buildingId, use: 'dwelling' })
  })

  test.each([
    ['/vacancies', { startedOn: '2026-03-01', releaseReason: 'notice' }, 'unitId'],
    ['/occupations', { kind: 'squatted', detectedOn: '2026-03-01', channel: 'report', attempted: false }, 'unitId'],
    ['/vacancy-stages', { stage: 'returned', validFrom: '2026-03-01' }, 'vacancyId'],
  ])('of a unit that is not there is refused, by the name of its field: %s', async (path, values, field) => {
    const { status, body } = await api.post(path, { ...values, [field]: '00000000-0000-4000-8000-00000000dead' })
    expect(status).toBe(422)
    expect(Object.keys(body.errors as object)).toEqual([field])
    expect(body.message).toMatch(/non esiste/)
  })

  test('is counted where its unit was known to be', async () => {
    const [before, after] = [await addComune(app.pool), await addComune(app.pool)]
    const unit = await addToldUnit({ building_id: await addBuilding(app.pool, { comune_id: before }) })
    const { rows } = await app.pool.query<{ at: string }>('select clock_timestamp() as at')
    const knownAt = new Date(rows[0]?.at ?? '').toISOString()
    await change(unit, { buildingId: await addBuilding(app.pool, { comune_id: after }) })
    const vacantIn = async (comuneId: string, query = {}) =>
      (await api.get('/metrics/vacant-gross', { comuneId, ...query })).body.value
    expect([await vacantIn(before), await vacantIn(after)]).toEqual([0, 1])
    expect([await vacantIn(before, { knownAt }), await vacantIn(after, { knownAt })]).toEqual([1, 0])
    const openIn = async (comuneId: string, query = {}) =>
      (await api.get('/metrics/open-vacancies', { comuneId, ...query })).body.value
    expect([await openIn(before), await openIn(after)]).toEqual([0, 1])
    expect([await openIn(before, { knownAt }), await openIn(after, { knownAt })]).toEqual([1, 0])
  })
})
