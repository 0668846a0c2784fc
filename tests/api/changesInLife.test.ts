import { beforeAll, describe, expect, test } from 'vitest'
import { addBuilding, addComune, addUnit, addUnitIn, addWork } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body, type Query } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('amministratrice@aler.it'))
})

/** Changes a record as it stands; with a day, it changed in life since then. */
async function change(path: string, body: Body, changedOn?: string) {
  const { body: before } = await api.get(path)
  return api.patch(path, before.version as number, body, changedOn === undefined ? {} : { 'x-changed-on': changedOn })
}

const on = async (path: string, asOf: string) => (await api.get(path, { asOf })).body
const countOf = async (path: string, query: Query) =>
  Number((await api.get(path, { _end: '0', ...query })).headers.get('x-total-count'))
const now = async () => {
  const { rows } = await app.pool.query<{ at: string }>('select clock_timestamp() as at')
  return new Date(rows[0]?.at ?? '').toISOString()
}

describe('a value that changed in life', () => {
  test('is what it was on the days before, in the record, its lists and its figures', async () => {
    const [comune, other] = [await addComune(app.pool), await addComune(app.pool)]
    const building = await addBuilding(app.pool, { comune_id: comune })
    const unit = await addUnitIn(app.pool, 'assignable', '2019-01-01', { building_id: building, use: 'dwelling', service: 'sap' })
    await addWork(app.pool, { building_id: building })
    const knownAt = await now()

    expect((await change(`/buildings/${building}`, { owner: 'comune', comuneId: other }, '2021-06-01')).status).toBe(200)
    expect((await change(`/units/${unit}`, { service: 'sas' }, '2022-01-01')).status).toBe(200)

    expect(await on(`/buildings/${building}`, '2021-05-31')).toMatchObject({ owner: 'aler', comuneId: comune })
    expect(await on(`/buildings/${building}`, '2021-06-01')).toMatchObject({ owner: 'comune', comuneId: other })
    expect(await on(`/units/${unit}`, '2021-12-31')).toMatchObject({ service: 'sap', owner: 'comune', use: 'dwelling' })
    expect(await on(`/units/${unit}`, '2022-01-01')).toMatchObject({ service: 'sas' })
    const vacant = async (query: Query) => (await api.get('/metrics/vacant-gross', query)).body.value
    expect(await vacant({ comuneId: comune, asOf: '2020-12-31' })).toBe(1)
    expect(await vacant({ comuneId: other, asOf: '2020-12-31' })).toBe(0)
    expect(await vacant({ comuneId: comune })).toBe(0)
    expect(await vacant({ comuneId: other, service: 'sas' })).toBe(1)
    expect(await vacant({ comuneId: other, service: 'sap', asOf: '2021-12-31' })).toBe(1)
    for (const path of ['/units', '/vacancies', '/works', '/unit-states']) {
      expect(await countOf(path, { comuneId: comune, asOf: '2021-05-31' }), path).toBe(1)
      expect(await countOf(path, { comuneId: other, asOf: '2021-05-31' }), path).toBe(0)
      expect(await countOf(path, { comuneId: other }), path).toBe(1)
    }
    // As it was known before anybody wrote it, nothing had changed.
    expect(await vacant({ comuneId: comune, knownAt })).toBe(1)
    expect((await api.get('/former-places', { buildingId: building })).rows).toMatchObject([
      { validFrom: null, validTo: '2021-06-01', owner: 'aler', comuneId: comune },
    ])
  })

  test('changes again, one period after the other', async () => {
    const unit = await addUnit(app.pool, { use: 'shop', service: null })
    for (const [use, day] of [
      ['office', '2020-01-01'],
      ['dwelling', '2021-01-01'],
    ] as const)
      expect((await change(`/units/${unit}`, { use }, day)).status).toBe(200)
    const told = await Promise.all(
      ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => on(`/units/${unit}`, day)),
    )
    expect(told.map(({ use }) => use)).toEqual(['shop', 'office', 'office', 'dwelling'])
  })

  test('moves with the day it is said to have changed, and the period after it too', async () => {
    const unit = await addUnit(app.pool, { use: 'shop' })
    await change(`/units/${unit}`, { use: 'office' }, '2020-01-01')
    await change(`/units/${unit}`, { use: 'dwelling' }, '2021-01-01')
    const { rows } = await api.get('/former-uses', { unitId: unit, _sort: 'validTo' })
    const [first] = rows
    expect((await change(`/former-uses/${String(first?.id)}`, { validTo: '2020-07-01' })).status).toBe(200)
    expect(await on(`/units/${unit}`, '2020-06-30')).toMatchObject({ use: 'shop' })
    expect(await on(`/units/${unit}`, '2020-07-01')).toMatchObject({ use: 'office' })
    expect((await api.remove(`/former-uses/${String(first?.id)}`, 2, 'Prova')).status).toBe(409)
  })

  test('that was wrong is corrected in the past as well, as far as the change before', async () => {
    const unit = await addUnit(app.pool, { use: 'shop' })
    await change(`/units/${unit}`, { use: 'office' }, '2020-01-01')
    expect((await change(`/units/${unit}`, { use: 'dwelling' })).status).toBe(200)
    expect(await on(`/units/${unit}`, '2019-12-31')).toMatchObject({ use: 'shop' })
    expect(await on(`/units/${unit}`, '2020-01-01')).toMatchObject({ use: 'dwelling' })
  })

  test('is dated on its day in the journal, where a correction is dated on the day that was wrong', async () => {
    const unit = await addUnitIn(app.pool, 'let', '2019-01-01', { service: 'sap' })
    const daysSince = async (write: () => Promise<unknown>) => {
      const last = 'select coalesce(max(number), 0) as number from app.protocol'
      const { rows } = await app.pool.query<{ number: string }>(last)
      await write()
      const found = await app.pool.query<{ day: string }>(
        'select distinct valid_on::text as day from journal.units_entries where subject = $1 and number > $2 order by 1',
        [unit, rows[0]?.number],
      )
      return found.rows.map(({ day }) => day)
    }
    expect(await daysSince(() => change(`/units/${unit}`, { service: 'sas' }, '2022-05-01'))).toEqual(['2022-05-01'])
    expect(await daysSince(() => change(`/units/${unit}`, { service: 'sat' }))).toEqual(['2022-05-01'])
    await app.pool.query('delete from former_uses where unit_id = $1', [unit])
    expect(await daysSince(() => change(`/units/${unit}`, { service: 'sap' }))).toEqual(['-infinity', '2019-01-01'])
  })

  test('of a comune is its name, wherever it is told', async () => {
    const comune = await addComune(app.pool, { name: 'Nuovo' })
    await app.pool.query(`insert into former_names (comune_id, valid_to, name) values ($1, '2015-01-01', 'Antico')`, [comune])
    const building = await addBuilding(app.pool, { comune_id: comune })
    expect(await on(`/comuni/${comune}`, '2014-12-31')).toMatchObject({ name: 'Antico' })
    expect(await on(`/buildings/${building}`, '2014-12-31')).toMatchObject({ comuneName: 'Antico' })
    expect(await on(`/buildings/${building}`, '2015-01-01')).toMatchObject({ comuneName: 'Nuovo' })
  })
})

describe('what is said of a change in life is refused', () => {
  const refusals: [string, (unit: string) => Promise<{ status: number; body: Body }>, RegExp][] = [
    ['ahead of today', (unit) => change(`/units/${unit}`, { use: 'shop' }, '2999-01-01'), /futuro/],
    ['with a day that is none', (unit) => change(`/units/${unit}`, { use: 'shop' }, '2021-02-30'), /data|giorno/i],
    [
      'where nothing of it was changed',
      (unit) => change(`/units/${unit}`, { rooms: 3 }, '2021-01-01'),
      /«Destinazione», «Servizio»/,
    ],
    [
      'before the change that is there already',
      async (unit) => {
        await change(`/units/${unit}`, { use: 'office' }, '2021-01-01')
        return change(`/units/${unit}`, { use: 'shop' }, '2021-01-01')
      },
      /Un altro cambio.*«Destinazioni precedenti»/,
    ],
  ]
  test.each(refusals)('%s', async (_, ask, sentence) => {
    const unit = await addUnit(app.pool)
    const { status, body } = await ask(unit)
    expect(status).toBe(422)
    expect(body.message).toMatch(sentence)
    expect((await api.get(`/units/${unit}`)).body.use).not.toBe('shop')
  })

  test('where nothing has its day', async () => {
    const work = await addWork(app.pool)
    const { status, body } = await change(`/works/${work}`, { title: 'Altro' }, '2021-01-01')
    expect(status).toBe(422)
    expect(body.message).toMatch(/nessun campo ha un suo giorno/)
  })

  test('of a version that somebody has changed since, and then nothing is kept', async () => {
    const unit = await addUnit(app.pool)
    await change(`/units/${unit}`, { rooms: 2 })
    expect((await api.patch(`/units/${unit}`, 1, { use: 'shop' }, { 'x-changed-on': '2021-01-01' })).status).toBe(409)
    expect(await countOf('/former-uses', { unitId: unit })).toBe(0)
  })
})

describe('a comune that ceased', () => {
  test('is there until its day, and the one that follows from it on', async () => {
    const [before, after] = [await addComune(app.pool), await addComune(app.pool, { established_on: '2019-02-08' })]
    expect((await change(`/comuni/${before}`, { ceasedOn: '2019-02-08', successorId: after })).status).toBe(200)
    expect((await api.get(`/comuni/${after}`, { asOf: '2019-02-07' })).status).toBe(404)
    expect(await on(`/comuni/${before}`, '2019-02-07')).toMatchObject({ ceasedOn: null, successorId: null })
    expect(await on(`/comuni/${before}`, '2019-02-08')).toMatchObject({ ceasedOn: '2019-02-08', successorId: after })
    expect(await countOf('/served-comuni', { comuneId: before, asOf: '2019-02-07' })).toBe(1)
    expect(await countOf('/served-comuni', { comuneId: before })).toBe(0)
  })

  test('says which one follows only when it ceased', async () => {
    const [one, other] = [await addComune(app.pool), await addComune(app.pool)]
    const { status, body } = await change(`/comuni/${one}`, { successorId: other })
    expect(status).toBe(422)
    expect(Object.keys(body.errors as object)).toEqual(['successorId'])
  })
})

test('a work is in the comune of its building', async () => {
  const building = await addBuilding(app.pool)
  const work = await addWork(app.pool, { building_id: building })
  const { status, body } = await change(`/works/${work}`, { comuneId: await addComune(app.pool) })
  expect(status).toBe(422)
  expect(body.message).toBe('L’edificio non è nel comune indicato.')
})
