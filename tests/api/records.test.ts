import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addBuilding, addComune, addUnit, addUog, addVacancy } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let building: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('anna@aler.it'))
  await addUog(app.pool, 'UOG1')
  await addUog(app.pool, 'UOG2')
  building = await addBuilding(app.pool)
})

let number = 0
const unit = (values: Body = {}) => ({ code: `N${(number += 1)}`, buildingId: building, use: 'dwelling', ...values })
const versionOf = ({ body }: { body: Body }) => body.version as number

describe('a new record', () => {
  test('is answered whole, with its version, and stands at its own address', async () => {
    const created = await api.post('/units', unit({ area: '50.5', theoreticalRent: '120.10', source: 'Catasto' }))
    expect(created.status).toBe(201)
    expect(created.headers.get('etag')).toBe('"1"')
    expect(created.body).toMatchObject({
      area: '50.50',
      theoreticalRent: '120.10',
      accessible: false,
      source: 'Catasto',
      isDemo: false,
      recordedBy: 'anna@aler.it',
      version: 1,
    })
    const read = await api.get(`/units/${created.body.id as string}`)
    expect(read.body).toEqual(created.body)
    expect(read.headers.get('etag')).toBe('"1"')
  })

  test('trims its texts, and takes an emptied one as no value', async () => {
    const { body } = await api.post('/units', unit({ code: '  K 1 ', staircase: '', floor: '   ' }))
    expect(body).toMatchObject({ code: 'K 1', staircase: null, floor: null })
  })

  test.each<[string, Body, string]>([
    ['without a required field', { code: null }, 'code'],
    ['with a required text of blanks', { code: '   ' }, 'code'],
    ['with a choice that does not exist', { use: 'castle' }, 'use'],
    ['with a float where money is exact', { theoreticalRent: '1.234' }, 'theoreticalRent'],
    ['with money that is not a number', { theoreticalRent: 'NaN' }, 'theoreticalRent'],
    ['with a number too large', { rooms: 9_007_199_254_740_991 }, 'rooms'],
    ['with a fraction of a room', { rooms: 1.5 }, 'rooms'],
    ['with a number as text', { rooms: '2' }, 'rooms'],
    ['with an object as text', { floor: { a: 1 } }, 'floor'],
    ['with an array as text', { floor: ['a'] }, 'floor'],
    ['with a NUL', { floor: 'a\0b' }, 'floor'],
    ['with a text too long', { floor: 'x'.repeat(501) }, 'floor'],
    ['with a reference of the wrong form', { buildingId: 'x' }, 'buildingId'],
    ['with a reference to nothing', { buildingId: '00000000-0000-4000-8000-000000000000' }, 'buildingId'],
    ['that breaks a rule of the database', { area: '0' }, 'area'],
  ])('%s is refused on the field', async (_, values, field) => {
    const { status, body } = await api.post('/units', unit(values))
    expect(status).toBe(422)
    expect(Object.keys(body.errors as Body)).toEqual([field])
  })

  test('says every wrong field at once', async () => {
    const { body } = await api.post('/units', { rooms: 'a', use: 'b' })
    expect(Object.keys(body.errors as Body).toSorted()).toEqual(['buildingId', 'code', 'rooms', 'use'])
  })

  test('with the code of another is a conflict on the code', async () => {
    await api.post('/units', unit({ code: 'DOPPIO' }))
    const { status, body } = await api.post('/units', unit({ code: 'DOPPIO' }))
    expect({ status, ...body }).toMatchObject({ status: 409, errors: { code: ['Esiste già un record con questo valore.'] } })
  })

  test.each(['id', 'version', 'recordedAt', 'recordedBy', 'isDemo', 'state', 'address', 'role', 'constructor', 'toString'])(
    'cannot set %s',
    async (field) => {
      const { status, body } = await api.post('/units', unit({ [field]: '1' }))
      expect(status).toBe(422)
      expect(Object.keys(body.errors as Body)).toEqual([field])
    },
  )

  test('cannot set a prototype', async () => {
    const text = JSON.stringify(unit()).replace('{', '{"__proto__":{"isDemo":true},')
    const { status, body } = await api.post('/units', text)
    expect(status).toBe(422)
    expect(JSON.stringify(body.errors)).toContain('__proto__')
  })

  test.each(['[]', 'null', '"text"', '12', '[{}]'])('is an object, not %s', async (text) => {
    expect((await api.post('/units', text)).status).toBe(422)
  })

  test('is JSON', async () => {
    expect((await api.post('/units', '{code')).status).toBe(400)
  })

  test('is not too large', async () => {
    expect((await api.post('/units', unit({ floor: 'x'.repeat(1_100_000) }))).status).toBe(413)
  })

  test('may carry any text that looks like code', async () => {
    const floor = `=1+1 <img src=x onerror=alert(1)> '; drop table units; -- ‮😀\r\nBcc: x`
    const { body } = await api.post('/units', unit({ floor }))
    expect(body.floor).toBe(floor)
  })
})

describe('a change', () => {
  let id: string
  beforeEach(async () => {
    id = await addUnit(app.pool, { building_id: building, rooms: 2 })
  })

  test('touches what it names, and makes the next version', async () => {
    const changed = await api.patch(`/units/${id}`, 1, { rooms: 3 })
    expect(changed.headers.get('etag')).toBe('"2"')
    expect(changed.body).toMatchObject({ rooms: 3, use: 'dwelling', version: 2, recordedBy: 'anna@aler.it' })
  })

  test('of nothing changes nothing', async () => {
    expect(versionOf(await api.patch(`/units/${id}`, 1, {}))).toBe(1)
  })

  test('without a version is a 428, and nothing is written', async () => {
    expect((await api.patch(`/units/${id}`, null, { rooms: 3 })).status).toBe(428)
    expect((await api.get(`/units/${id}`)).body.rooms).toBe(2)
  })

  test.each([0, 2, 99])('of version %i, that does not stand, is a conflict with the record as it is', async (version) => {
    const { status, body } = await api.patch(`/units/${id}`, version, { rooms: 3 })
    expect(status).toBe(409)
    expect(body.current).toMatchObject({ id, rooms: 2, version: 1 })
  })

  test.each(['*', 'null', '1', '"1" ', 'W/"1"', `"1'--"`])('reads If-Match %s as a version, or refuses it', async (header) => {
    const { status } = await api.patch(`/units/${id}`, null, { rooms: 3 }, { 'if-match': header })
    expect(status).toBe(header.includes('"1"') ? 200 : 409)
  })

  test('of two at once is one', async () => {
    const answers = await Promise.all([api.patch(`/units/${id}`, 1, { rooms: 3 }), api.patch(`/units/${id}`, 1, { rooms: 4 })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const conflict = answers.find(({ status }) => status === 409)
    const saved = answers.find(({ status }) => status === 200)
    expect(conflict?.body.current).toEqual(saved?.body)
  })

  test('cannot empty what is required, nor write what is not its own', async () => {
    expect((await api.patch(`/units/${id}`, 1, { code: null })).body.errors).toHaveProperty('code')
    expect((await api.patch(`/units/${id}`, 1, { version: 9 })).body.errors).toHaveProperty('version')
    expect((await api.patch(`/units/${id}`, 1, { id: building })).body.errors).toHaveProperty('id')
  })

  test('of a record that does not exist is a 404', async () => {
    expect((await api.patch('/units/00000000-0000-4000-8000-000000000000', 1, {})).status).toBe(404)
    expect((await api.patch('/units/x', 1, {})).status).toBe(404)
  })

  test('keeps its reason with the version it replaces', async () => {
    await api.patch(`/units/${id}`, 1, { rooms: 3 }, { 'x-reason': encodeURIComponent('Rilievo: è più grande') })
    const { rows } = await api.get(`/units/${id}/history`)
    expect(rows.map(({ version, reason, retractedBy }) => ({ version, reason, retractedBy }))).toEqual([
      { version: 2, reason: null, retractedBy: null },
      { version: 1, reason: 'Rilievo: è più grande', retractedBy: 'anna@aler.it' },
    ])
    expect((await api.patch(`/units/${id}`, 2, { rooms: 4 }, { 'x-reason': '%E0%A4%A' })).status).toBe(400)
  })
})

describe('a deletion', () => {
  test('wants the version and the reason', async () => {
    const id = await addUnit(app.pool, { building_id: building })
    expect((await api.remove(`/units/${id}`, null, 'Doppione')).status).toBe(428)
    expect((await api.remove(`/units/${id}`, 3, 'Doppione')).status).toBe(409)
    for (const reason of [undefined, '', '  ']) {
      const { status, body } = await api.remove(`/units/${id}`, 1, reason)
      expect({ status, ...body }).toMatchObject({ status: 422, errors: { reason: ['Il motivo è obbligatorio.'] } })
    }
    expect((await api.remove(`/units/${id}`, 1, 'Doppione')).body).toEqual({ id })
    expect((await api.get(`/units/${id}`)).status).toBe(404)
    expect((await api.remove(`/units/${id}`, 1, 'Doppione')).status).toBe(404)
  })

  test('leaves the history, with who and why', async () => {
    const id = await addUnit(app.pool, { building_id: building, code: 'TOLTA' })
    await api.remove(`/units/${id}`, 1, 'Doppione')
    const { rows } = await api.get(`/units/${id}/history`)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ version: 1, reason: 'Doppione', retractedBy: 'anna@aler.it', values: { code: 'TOLTA' } })
  })

  test('of what others depend on is a conflict', async () => {
    await addUnit(app.pool, { building_id: building })
    const { status, body } = await api.remove(`/buildings/${building}`, 1, 'Prova')
    expect({ status, message: body.message }).toEqual({
      status: 409,
      message: 'Il record non si può eliminare: altri record dipendono da questo.',
    })
  })
})

describe('spans', () => {
  test('of one subject that overlap are a conflict on the field', async () => {
    const post = (validFrom: string, validTo: string | null, uogId = 'UOG1') =>
      api.post('/building-uogs', { buildingId: building, uogId, validFrom, validTo })
    expect((await post('2018-01-01', '2025-01-01')).body).toMatchObject({ validTo: '2025-01-01' })
    const { status, body } = await post('2024-12-31', null, 'UOG2')
    expect({ status, fields: Object.keys(body.errors as Body) }).toEqual({ status: 409, fields: ['validFrom'] })
    expect((await post('2025-01-01', null, 'UOG2')).body).toMatchObject({ validTo: null })
    expect((await post('2017-01-01', '2017-01-01')).body.errors).toHaveProperty('validTo')
  })

  test('of vacancies too, each on its own field', async () => {
    const unitId = await addUnit(app.pool)
    await addVacancy(app.pool, { unit_id: unitId, started_on: '2026-01-01' })
    const overlapping = await api.post('/vacancies', { unitId, startedOn: '2026-02-01', releaseReason: 'notice' })
    expect({ status: overlapping.status, errors: overlapping.body.errors }).toMatchObject({
      status: 409,
      errors: { startedOn: [expect.stringContaining('episodio')] },
    })
    const ended = { endedOn: '2025-01-01', outcome: 'let' }
    const upside = await api.post('/vacancies', { unitId, startedOn: '2025-02-01', releaseReason: 'notice', ...ended })
    expect(upside.body.errors).toHaveProperty('endedOn')
  })
})

describe('a resource that others write', () => {
  test.each(['unit-states', 'work-stages', 'project-stages', 'vacancy-moves', 'occupation-moves'])(
    '%s is only read',
    async (name) => {
      expect((await api.post(`/${name}`, {})).status).toBe(405)
      expect((await api.patch(`/${name}/00000000-0000-4000-8000-000000000000`, 1, {})).status).toBe(405)
      expect((await api.remove(`/${name}/00000000-0000-4000-8000-000000000000`, 1, 'x')).status).toBe(405)
      expect((await api.get(`/${name}`)).status).toBe(200)
    },
  )
})

describe('the catalogue', () => {
  test('says of every register its fields, what is required and which states follow', async () => {
    const { body } = await api.get('/resources')
    const units = (body.resources as Body[]).find(({ name }) => name === 'units')
    expect(units).toMatchObject({
      title: 'code',
      required: ['code', 'buildingId', 'use'],
      transitions: { demolition: expect.arrayContaining(['demolished']) },
    })
    expect(JSON.stringify(body)).not.toContain('select ')
  })
})

test('a key that is a code may be chosen, and cannot be changed', async () => {
  const id = await addComune(app.pool)
  expect((await api.patch(`/comuni/${id}`, 1, { name: 'Sant’Angelo' })).body).toMatchObject({ name: 'Sant’Angelo' })
  expect((await api.post('/uogs', { id: 'UOG9', name: 'Nona', kind: 'city' })).body).toMatchObject({ id: 'UOG9' })
  expect((await api.patch('/uogs/UOG9', 1, { id: 'UOG8' })).body.errors).toHaveProperty('id')
  expect(
    (await api.post('/comuni', { id: '15', name: 'Corto', province: 'MI', cadastralCode: 'Z999' })).body.errors,
  ).toHaveProperty('id')
})
