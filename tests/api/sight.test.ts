import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { resources } from '../../db/resources.ts'
import { add, addBuilding, addComune, addOccupation, addUnit, addUog } from '../factories.ts'
import type { Grant } from '../../api/auth/accounts.ts'
import { everyRole, over } from '../harness/grants.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body, type Query } from './ask.ts'
import type { ScopeKind } from '../../db/scopes.ts'

let app: TestApp
let all: Asker
let uogA: Asker
let uogB: Asker
let legnano: Asker
let nowhere: Asker
let comune: string
let other: string
/** It went from UOG A to UOG B on this day. */
const moved = addDays(today(), -100)
let movedBuilding: string
let movedUnit: string
let stayingUnit: string

const everyRoleOver = (kind: ScopeKind, key: string) => everyRole.map(({ role }) => over(role, kind, key))

beforeAll(async () => {
  app = await startApp()
  await addUog(app.pool, 'A')
  await addUog(app.pool, 'B')
  comune = await addComune(app.pool, { name: 'Legnano' })
  other = await addComune(app.pool, { name: 'Rozzano' })
  movedBuilding = await add(app.pool, 'buildings', { code: 'E-MOVED', address: 'via Mossa 1', owner: 'aler', comune_id: other })
  await add(app.pool, 'building_uogs', { building_id: movedBuilding, uog_id: 'A', valid_from: '2010-01-01', valid_to: moved })
  await add(app.pool, 'building_uogs', { building_id: movedBuilding, uog_id: 'B', valid_from: moved })
  const staying = await addBuilding(app.pool, { uog: 'A', comune_id: comune })
  movedUnit = await addUnit(app.pool, { building_id: movedBuilding, code: 'MOVED' })
  stayingUnit = await addUnit(app.pool, { building_id: staying, code: 'STAYING' })
  for (const unit of [movedUnit, stayingUnit]) {
    await add(app.pool, 'unit_states', { unit_id: unit, state: 'vacant', vacancy_reason: 'assignable', valid_from: '2020-01-01' })
    await add(app.pool, 'vacancies', { unit_id: unit, started_on: '2020-01-01', release_reason: 'notice' })
  }
  // So that some of what is counted was carried forward.
  await app.pool.query('select journal.carry_units_forward(1)')
  const as = async (email: string, grants = everyRole) => asker(await app.as(email, grants))
  all = await as('tutti@aler.it')
  uogA = await as('a@aler.it', everyRoleOver('uog', 'A'))
  uogB = await as('b@aler.it', everyRoleOver('uog', 'B'))
  legnano = await as('legnano@comune.it', everyRoleOver('comune', comune))
  nowhere = await as('nessuno@aler.it', everyRoleOver('comune', '999999'))
})

const codes = async (who: Asker, query: Record<string, string> = {}, path = '/units') => {
  const answer = await who.get(path, query)
  expect(answer.headers.get('x-total-count')).toBe(String(answer.rows.length))
  return answer.rows.map(({ code, unitCode }) => String(code ?? unitCode)).toSorted()
}

describe('a list', () => {
  test.each(['/units', '/unit-states', '/vacancies'])('%s holds what is in the scopes of who asks', async (path) => {
    expect(await codes(all, {}, path)).toEqual(['MOVED', 'STAYING'])
    expect(await codes(uogA, {}, path)).toEqual(['STAYING'])
    expect(await codes(uogB, {}, path)).toEqual(['MOVED'])
    expect(await codes(legnano, {}, path)).toEqual(['STAYING'])
    expect(await codes(nowhere, {}, path)).toEqual([])
  })

  test.each(['/units', '/unit-states', '/vacancies'])('%s of a past day holds what was there on that day', async (path) => {
    const before = { asOf: addDays(moved, -1) }
    expect(await codes(uogA, before, path)).toEqual(['MOVED', 'STAYING'])
    expect(await codes(uogB, before, path)).toEqual([])
    expect(await codes(uogA, { asOf: moved }, path)).toEqual(['STAYING'])
    expect(await codes(uogB, { asOf: moved }, path)).toEqual(['MOVED'])
  })

  test('is not widened by its filters, its search or its order', async () => {
    const hopes: [Query, string[]][] = [
      [{ uogId: 'B' }, []],
      [{ uogId: ['A', 'B'] }, ['STAYING']],
      [{ q: 'MOVED' }, []],
      [{ comuneId: other }, []],
      [{ id: movedUnit }, []],
    ]
    for (const [query, found] of hopes) {
      const answer = await uogA.get('/units', query)
      expect([query, answer.rows.map(({ code }) => code)]).toEqual([query, found])
    }
    expect((await legnano.get('/units/totals')).body).toMatchObject({ count: 1, all: 1 })
  })

  test('has nothing in any register for whoever has no scope', async () => {
    for (const { name, sight, table } of resources) {
      if (!table || sight === 'everybody' || name === 'maintenance-programmes') continue
      expect([name, (await nowhere.get(`/${name}`)).headers.get('x-total-count')]).toEqual([name, '0'])
    }
    const none = asker(await app.as('senza@aler.it', []))
    expect((await none.get('/units')).status).toBe(403)
    expect((await none.get('/dashboards/overview')).status).toBe(403)
  })
})

describe('a record', () => {
  const told = async (who: Asker, id: string): Promise<Body> => (await who.get(`/units/${id}`)).body

  test('out of sight is answered as one that is not there', async () => {
    const missing = await uogA.get('/units/00000000-0000-4000-8000-000000000000')
    const unseen = await uogA.get(`/units/${movedUnit}`)
    expect([unseen.status, unseen.body]).toEqual([404, missing.body])
    expect((await uogA.get(`/units/${movedUnit}/history`)).status).toBe(404)
    expect((await uogA.get(`/units/${movedUnit}`, { asOf: addDays(moved, -1) })).status).toBe(200)
    expect((await uogB.get(`/units/${movedUnit}`, { asOf: addDays(moved, -1) })).status).toBe(404)
  })

  test('is not changed, moved out, added or taken away where one does not act', async () => {
    const seen = await told(all, movedUnit)
    const own = await told(uogA, stayingUnit)
    expect((await uogA.patch(`/units/${movedUnit}`, seen['version'] as number, { rooms: 3 })).status).toBe(404)
    expect((await uogA.patch(`/units/${movedUnit}`, 99, { rooms: 3 })).status).toBe(404)
    expect((await uogA.remove(`/units/${movedUnit}`, seen['version'] as number, 'prova')).status).toBe(404)
    expect((await uogA.patch(`/units/${stayingUnit}`, own['version'] as number, { buildingId: movedBuilding })).status).toBe(403)
    expect((await uogA.post('/units', { code: 'NEW', buildingId: movedBuilding, use: 'dwelling' })).status).toBe(403)
    expect((await uogA.post(`/units/${movedUnit}/transitions`, { to: 'asIs', on: today() })).status).toBe(404)
    expect((await all.get(`/units/${movedUnit}`)).body).toEqual(seen)
    expect((await uogA.patch(`/units/${stayingUnit}`, own['version'] as number, { rooms: 3 })).status).toBe(200)
  })

  test('that is read in one scope and written in another can only be read', async () => {
    const mixed = asker(await app.as('mista@aler.it', [over('management'), over('uogOperator', 'uog', 'A')]))
    const { body } = await mixed.get(`/units/${movedUnit}`)
    const answer = await mixed.patch(`/units/${movedUnit}`, body['version'] as number, { rooms: 4 })
    expect([answer.status, answer.body['message']]).toEqual([
      403,
      'Il record è fuori dal proprio ambito: si può leggere, non modificare.',
    ])
    expect((await mixed.remove(`/units/${movedUnit}`, body['version'] as number, 'prova')).status).toBe(403)
  })

  test('that moved shows the versions of the days on which it was in sight', async () => {
    const body = await told(all, movedUnit)
    await all.patch(`/units/${movedUnit}`, body['version'] as number, { rooms: 5 })
    await app.pool.query(
      `begin; set local app.seeding = 'on';
       update history.units set recorded_at = '${moved}'::date - 10, retracted_at = '${moved}'::date + 10 where id = '${movedUnit}'; commit`,
    )
    const versions = async (who: Asker, asOf?: string) =>
      (await who.get(`/units/${movedUnit}/history`, asOf ? { asOf } : {})).rows.map(({ version }) => version)
    expect(await versions(uogB)).toEqual([2, 1])
    expect(await versions(uogA, addDays(moved, -1))).toEqual([1])
  })
})

describe('a figure', () => {
  const valueOf = async (who: Asker, query: Record<string, string> = {}, id = 'vacant-gross') =>
    (await who.get(`/metrics/${id}`, query)).body['value']

  test.each(['vacant-gross', 'open-vacancies'])('%s counts what is in sight on its day', async (id) => {
    expect([await valueOf(all, {}, id), await valueOf(uogA, {}, id), await valueOf(uogB, {}, id)]).toEqual([2, 1, 1])
    const before = { asOf: addDays(moved, -1) }
    expect([await valueOf(all, before, id), await valueOf(uogA, before, id), await valueOf(uogB, before, id)]).toEqual([2, 2, 0])
    expect(await valueOf(nowhere, {}, id)).toBe(0)
  })

  test.each(['vacant-gross', 'open-vacancies'])('%s over many days counts on each what was in sight then', async (id) => {
    const query = { from: `${addDays(moved, -70).slice(0, 7)}-01`, to: addDays(today(), 1) }
    const series = async (who: Asker) => (await who.get(`/metrics/${id}/series`, query)).rows.map(({ value }) => value as number)
    const [whole, a, b] = [await series(all), await series(uogA), await series(uogB)]
    expect(new Set(whole)).toEqual(new Set([2]))
    expect([a[0], a.at(-1), b[0], b.at(-1)]).toEqual([2, 1, 0, 1])
    expect(a.map((value, i) => value + (b[i] ?? 0))).toEqual(whole)
  })

  test('is divided among what is in sight alone', async () => {
    const keys = async (who: Asker) => (await who.get('/metrics/vacant-gross/by/comuneId')).rows.map(({ key }) => String(key))
    expect(await keys(legnano)).toEqual([comune])
    expect((await keys(all)).toSorted()).toEqual([comune, other].toSorted())
  })

  test('that was kept for one is not told to another, in either order', async () => {
    const vacant = async (who: Asker) =>
      ((await who.get('/dashboards/vacancies')).body['tiles'] as { id: string; figure: { value: number } }[]).find(
        ({ id }) => id === 'vacant-gross',
      )?.figure.value
    expect([await vacant(all), await vacant(legnano), await vacant(uogB), await vacant(all), await vacant(legnano)]).toEqual([
      2, 1, 1, 2, 1,
    ])
  })
})

describe('a file beside a record', () => {
  const attach = async (as: string, grants: readonly Grant[], unit: string) => {
    const body = new FormData()
    body.set('file', new File(['%PDF-1.4 prova'], 'nota.pdf', { type: 'application/pdf' }))
    return (await app.as(as, grants)).request(`/api/units/${unit}/attachments`, { method: 'POST', body })
  }

  test('is read with the record, and added and taken away by who may write it', async () => {
    const operator = [over('uogOperator', 'uog', 'A')]
    const added = await attach('operatore.a@aler.it', operator, stayingUnit)
    expect(added.status).toBe(201)
    const { id, version } = (await added.json()) as { id: string; version: number }
    expect((await attach('operatore.a@aler.it', operator, movedUnit)).status).toBe(404)
    expect((await attach('legnano@solo.it', [over('comuneOfficer', 'comune', comune)], stayingUnit)).status).toBe(403)
    expect((await attach('mista.a@aler.it', [over('auditor'), over('uogOperator', 'uog', 'A')], movedUnit)).status).toBe(403)

    const officer = asker(await app.as('legnano@solo.it'))
    expect((await officer.get(`/attachments/${id}`)).status).toBe(200)
    expect((await uogB.get(`/attachments/${id}`)).status).toBe(404)
    expect((await (await app.as('b@aler.it')).request(`/api/attachments/${id}/file`)).status).toBe(404)
    expect((await officer.remove(`/attachments/${id}`, version, 'prova')).status).toBe(403)
    expect((await uogB.remove(`/attachments/${id}`, version, 'prova')).status).toBe(404)
    expect((await asker(await app.as('operatore.a@aler.it')).remove(`/attachments/${id}`, version, 'prova')).status).toBe(200)
  })
})

describe('a grant', () => {
  test('holds for its days, and what becomes of it holds from the next request on', async () => {
    const client = asker(await app.as('giorni@aler.it', [over('management')]))
    const status = async () => (await client.get('/units')).status
    const becomes = (change: string, ...values: string[]) =>
      app.pool.query(
        `update auth.grants set ${change} where user_id = (select id from auth."user" where email = 'giorni@aler.it')`,
        values,
      )
    expect(await status()).toBe(200)
    await becomes('valid_to = $1', today())
    expect(await status()).toBe(403)
    await becomes(`valid_to = 'infinity', valid_from = $1`, addDays(today(), 1))
    expect(await status()).toBe(403)
    await becomes('valid_from = $1', today())
    expect(await status()).toBe(200)
    await becomes(`kind = 'uog', key = 'A'`)
    expect(await codes(client)).toEqual(['STAYING'])
    await becomes(`role = 'administrator'`)
    expect(await status()).toBe(403)
  })
})

describe('a column that is not for a role', () => {
  let director: Asker
  let protection: Asker
  let eviction: string

  beforeAll(async () => {
    director = asker(await app.as('direttore@aler.it', [over('uogDirector', 'uog', 'A')]))
    protection = asker(await app.as('tutela@aler.it', [over('protection')]))
    const occupation = await addOccupation(app.pool, { unit_id: stayingUnit, detected_on: '2025-01-01' })
    eviction = await add(app.pool, 'evictions', {
      occupation_id: occupation,
      kind: 'planned',
      planned_on: '2025-02-01',
      executed_on: '2025-02-01',
      outcome: 'succeeded',
      minors_present: true,
      social_services: true,
      shelter: 'proposed',
    })
  })

  test('is neither read, nor in the history, nor in the catalogue', async () => {
    for (const path of [`/evictions/${eviction}`, `/evictions/${eviction}/history`, '/evictions', '/resources', '/metrics']) {
      const text = async (who: Asker) => {
        const { status, body, rows } = await who.get(path)
        expect([path, status]).toEqual([path, 200])
        return JSON.stringify([body, rows])
      }
      const [seen, hidden] = [await text(protection), await text(director)]
      for (const word of path === '/metrics' ? ['evictions-with-minors'] : ['minorsPresent', 'fragility']) {
        expect([path, word, seen.includes(word), hidden.includes(word)]).toEqual([path, word, true, false])
      }
    }
  })

  test('is not filtered, sorted, grouped or counted by', async () => {
    const asked = async (path: string) => [path, (await protection.get(path)).status, (await director.get(path)).status]
    for (const path of [
      '/evictions?minorsPresent=true',
      '/evictions?minorsPresent_null=false',
      '/evictions?_sort=fragility',
      '/evictions/totals?shelter=proposed',
      '/metrics/executed-evictions?minorsPresent=true',
    ]) {
      expect(await asked(path)).toEqual([path, 200, 400])
    }
    expect(await asked('/metrics/evictions-with-minors')).toEqual(['/metrics/evictions-with-minors', 200, 403])
    const tiles = async (who: Asker) => JSON.stringify((await who.get('/dashboards/occupations')).body)
    expect([(await tiles(protection)).includes('con minori'), (await tiles(director)).includes('con minori')]).toEqual([
      true,
      false,
    ])
  })

  test('is not written by who cannot read it, nor lent by another role of theirs elsewhere', async () => {
    const mixed = asker(await app.as('tutela.b@aler.it', [over('uogDirector', 'uog', 'A'), over('protection', 'uog', 'B')]))
    expect(Object.keys((await mixed.get(`/evictions/${eviction}`)).body)).not.toContain('minorsPresent')
    const managing = asker(await app.as('due@aler.it', [over('uogDirector', 'uog', 'A'), over('management')]))
    expect((await managing.get(`/evictions/${eviction}`)).body).toMatchObject({ minorsPresent: true })
  })
})
