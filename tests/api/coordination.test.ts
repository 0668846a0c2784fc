import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { add, addBuilding, addComune, addUnitIn } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let table: string
let comuneId: string
let body: string

const ahead = (days: number) => addDays(today(), days)

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('segreteria@comune.it'))
  comuneId = await addComune(app.pool)
  table = await add(app.pool, 'coordination_tables', { name: 'Tavolo', cadence: 'twiceMonthly', started_on: '2026-01-01' })
  await add(app.pool, 'coordination_table_comuni', { coordination_table_id: table, comune_id: comuneId })
  body = await add(app.pool, 'bodies', { name: 'Comune di prova', kind: 'comune' })
})

const move = (resource: string, id: string, to: string, on: string, fields: Body = {}) =>
  api.post(`/${resource}/${id}/transitions`, { to, on, ...fields })

let hour = 8

/** A meeting on a day, at an hour of its own, convened when it should have been. */
async function meetingOn(day: string, values: Body = {}): Promise<string> {
  hour = hour === 20 ? 8 : hour + 1
  const startTime = `${String(hour).padStart(2, '0')}:${String(Math.floor(Math.random() * 60)).padStart(2, '0')}`
  const convenedOn = day < today() ? day : today()
  const { body: made } = await api.post('/meetings', { coordinationTableId: table, day, startTime, convenedOn, ...values })
  expect(made).toHaveProperty('id')
  return made.id as string
}

const giveAction = (meetingId: string, givenOn: string, dueOn: string, values: Body = {}) =>
  api.post('/actions', { meetingId, givenOn, dueOn, description: 'Sostituire le serrature', responsibleBodyId: body, ...values })

describe('a meeting', () => {
  test('is not convened for a day already past, nor at an hour that is none, nor twice at once', async () => {
    const past = await api.post('/meetings', { coordinationTableId: table, day: ahead(-1) })
    expect([past.status, past.body.errors]).toEqual([422, { day: [expect.stringContaining('già passato')] }])
    const odd = await api.post('/meetings', { coordinationTableId: table, day: ahead(3), startTime: '25:00' })
    expect(odd.body.errors).toHaveProperty('startTime')
    await api.post('/meetings', { coordinationTableId: table, day: ahead(3), startTime: '07:00' })
    const twice = await api.post('/meetings', { coordinationTableId: table, day: ahead(3), startTime: '07:00' })
    expect([twice.status, twice.body.errors]).toEqual([409, { startTime: [expect.stringContaining('già un incontro')] }])
    const later = await api.post('/meetings', { coordinationTableId: table, day: ahead(3), figuresOn: ahead(4) })
    expect(later.body.errors).toHaveProperty('figuresOn')
  })

  test('is convened, held on its day with the moments of its figures, and approved once its minutes are written', async () => {
    const id = await meetingOn(today())
    expect((await api.get(`/meetings/${id}`)).body).toMatchObject({ state: 'convened', upcoming: true, frozenKnownAt: null })
    expect((await move('meetings', id, 'minutesApproved', today())).body.message).toContain('Svolto')
    const before = Date.now()
    const held = (await move('meetings', id, 'held', today(), { figuresOn: ahead(-2) })).body
    expect(held).toMatchObject({ state: 'held', held: true, frozenAsOf: ahead(-2) })
    expect(Math.abs(Date.parse(held.frozenKnownAt as string) - before)).toBeLessThan(60_000)
    expect((await move('meetings', id, 'minutesApproved', today())).body.errors).toEqual({
      to: [expect.stringContaining('vuoto')],
    })
    await api.patch(`/meetings/${id}`, held.version as number, { minutes: '## Verbale' })
    const approved = (await move('meetings', id, 'minutesApproved', today())).body
    expect(approved).toMatchObject({ state: 'minutesApproved', frozenAsOf: ahead(-2), frozenKnownAt: held.frozenKnownAt })
    expect((await api.get(`/meetings/${id}/transitions`)).body.possible).toEqual([])
  })

  test('is held on no other day than its own', async () => {
    const id = await meetingOn(ahead(2))
    expect((await move('meetings', id, 'held', today())).body.errors).toEqual({
      on: [expect.stringContaining('va prima spostato')],
    })
  })

  test('that is cancelled says why, and was on the calendar all the same', async () => {
    const id = await meetingOn('2026-02-03')
    expect((await move('meetings', id, 'cancelled', '2026-02-03')).body.errors).toHaveProperty('reason')
    await move('meetings', id, 'cancelled', '2026-02-03', { reason: 'Sala non disponibile' })
    const held = await meetingOn('2026-02-17')
    await move('meetings', held, 'held', '2026-02-17')
    await meetingOn('2026-02-24')
    const { body: rate } = await api.get('/metrics/meetings-held-rate', { from: '2026-02-01', to: '2026-03-01', comuneId })
    expect(rate).toMatchObject({ numerator: 1, denominator: 3 })
  })

  test('keeps its figures as they were seen, though they are corrected later', async () => {
    const building_id = await addBuilding(app.pool, { comune_id: comuneId })
    const unit = await addUnitIn(app.pool, 'returned', '2026-01-01', { building_id })
    const id = await meetingOn(today())
    const { body: held } = await move('meetings', id, 'held', today())
    await app.pool.query(`update unit_states set state = 'let', vacancy_reason = null where unit_id = $1`, [unit])
    const vacant = (query: Record<string, string>) => api.get('/metrics/vacant-gross', { comuneId, ...query })
    expect((await vacant({})).body).toMatchObject({ value: 0 })
    const frozen = { asOf: held.frozenAsOf as string, knownAt: held.frozenKnownAt as string }
    const { body: seen } = await vacant(frozen)
    expect(seen).toMatchObject({ value: 1 })
    const page = await api.get('/dashboards/comune', { comuneId, ...frozen })
    const tiles = page.body.tiles as { id: string; figure?: { value: number } }[]
    expect(tiles.find((tile) => tile.id === 'vacant-gross')?.figure?.value).toBe(1)
  })

  test('held while somebody is writing keeps its figures', async () => {
    const building_id = await addBuilding(app.pool, { comune_id: comuneId })
    const unit = await addUnitIn(app.pool, 'returned', '2026-01-01', { building_id })
    const id = await meetingOn(today())
    const writer = await app.pool.connect()
    await writer.query('begin')
    await writer.query(`update unit_states set state = 'let', vacancy_reason = null where unit_id = $1`, [unit])
    const figures = ({ frozenAsOf, frozenKnownAt }: Body) =>
      api.get('/metrics/vacant-gross', { comuneId, asOf: frozenAsOf as string, knownAt: frozenKnownAt as string })
    const holding = move('meetings', id, 'held', today()).then(async ({ body: held }) => ({ held, seen: await figures(held) }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await writer.query('commit')
    writer.release()
    const { held, seen } = await holding
    expect(held).toMatchObject({ state: 'held' })
    expect((await figures(held)).body).toEqual(seen.body)
  })

  test('that was held is not moved any more', async () => {
    const id = await meetingOn('2026-03-10')
    await move('meetings', id, 'held', '2026-03-10')
    const { body: row } = await api.get(`/meetings/${id}`)
    const { status, body: refused } = await api.patch(`/meetings/${id}`, row.version as number, { day: '2026-03-11' })
    expect([status, refused.errors]).toEqual([409, { day: ['Un incontro già svolto non si sposta né si elimina.'] }])
  })

  test('cannot have its frozen moments or its state written over', async () => {
    const id = await meetingOn('2026-03-03')
    const { body: row } = await api.get(`/meetings/${id}`)
    const { status, body: refused } = await api.patch(`/meetings/${id}`, row.version as number, { frozenAsOf: '2020-01-01' })
    expect([status, refused.errors]).toEqual([422, { frozenAsOf: [expect.any(String)] }])
    expect((await api.post('/meeting-stages', { meetingId: id, state: 'held' })).status).toBe(405)
  })
})

describe('an action', () => {
  test('is given on the day of its meeting and due no earlier', async () => {
    const id = await meetingOn('2026-04-01')
    const early = await giveAction(id, '2026-04-01', '2026-03-31')
    expect([early.status, early.body.errors]).toEqual([422, { dueOn: [expect.stringContaining('non può precedere l’incontro')] }])
    expect((await giveAction(id, '2026-04-02', '2026-04-30')).body.errors).toHaveProperty('givenOn')
    expect((await giveAction(id, '2026-04-01', '2026-04-01')).status).toBe(201)
  })

  test('is overdue the day after its due date, and no more once closed', async () => {
    const id = await meetingOn('2026-05-04')
    const { body: action } = await giveAction(id, '2026-05-04', '2026-05-20')
    const on = async (asOf: string) => (await api.get(`/actions/${action.id as string}`, { asOf })).body
    expect(await on('2026-05-20')).toMatchObject({ state: 'open', overdue: false, overdueDays: 0 })
    expect(await on('2026-05-21')).toMatchObject({ overdue: true, overdueDays: 1, fallenDue: true })
    const early = await move('actions', action.id as string, 'closed', '2026-05-03')
    expect(early.body.errors).toEqual({ on: [expect.stringContaining('04/05/2026')] })
    await move('actions', action.id as string, 'underway', '2026-05-10')
    await move('actions', action.id as string, 'closed', '2026-05-22', { note: 'Fatto' })
    expect(await on('2026-05-21')).toMatchObject({ state: 'underway', overdue: true })
    expect(await on('2026-05-22')).toMatchObject({
      state: 'closed',
      overdue: false,
      closedOn: '2026-05-22',
      closedInTime: false,
      outcome: 'Fatto',
    })
  })

  test('counts as on time when closed on its due date; one called off does not count', async () => {
    const id = await meetingOn('2025-05-05')
    const given = async (dueOn: string) => (await giveAction(id, '2025-05-05', dueOn)).body.id as string
    await move('actions', await given('2025-06-10'), 'closed', '2025-06-10')
    await move('actions', await given('2025-06-10'), 'closed', '2025-06-11')
    await given('2025-06-30')
    await move('actions', await given('2025-06-15'), 'cancelled', '2025-06-01', { reason: 'Superata' })
    const june = { from: '2025-06-01', to: '2025-07-01', comuneId }
    expect((await api.get('/metrics/actions-on-time', june)).body).toMatchObject({ numerator: 1, denominator: 3 })
    const day = { asOf: '2025-06-30', comuneId }
    expect((await api.get('/metrics/overdue-actions', day)).body).toMatchObject({ value: 0 })
    expect((await api.get('/metrics/overdue-actions', { ...day, asOf: '2025-07-01' })).body).toMatchObject({ value: 1 })
  })

  test('follows its meeting when that is moved', async () => {
    const id = await meetingOn('2026-01-13')
    const { body: action } = await giveAction(id, '2026-01-13', '2026-02-01')
    const { body: row } = await api.get(`/meetings/${id}`)
    expect((await api.patch(`/meetings/${id}`, row.version as number, { day: '2026-01-20' })).status).toBe(200)
    expect((await api.get(`/actions/${action.id as string}`)).body).toMatchObject({ givenOn: '2026-01-20' })
  })
})

describe('an item and a decision', () => {
  test('are about one thing, and share out only dwellings', async () => {
    const meetingId = await meetingOn('2026-06-03')
    const buildingId = await addBuilding(app.pool, { comune_id: comuneId })
    const workId = await add(app.pool, 'works', {
      code: 'W-1',
      title: 'Lavoro',
      kind: 'renovation',
      comune_id: comuneId,
      dwellings: 111,
      baseline_start: '2026-01-01',
      baseline_end: '2026-12-31',
    })
    const item = { meetingId, position: 1, theme: 'programming', title: 'Punto' }
    expect((await api.post('/agenda-items', { ...item, workId, buildingId })).body.errors).toHaveProperty('workId')
    expect((await api.post('/agenda-items', { ...item, workId })).body).toMatchObject({ workTitle: 'Lavoro' })
    const decision = { meetingId, text: 'Destinazione', kind: 'dwellingDestination', workId }
    expect((await api.post('/decisions', decision)).body).toMatchObject({ state: 'pending', workDwellings: 111 })
    const taken = { ...decision, decidedOn: '2026-06-03' }
    expect((await api.post('/decisions', taken)).body.errors).toHaveProperty('sapDwellings')
    const split = { sapDwellings: 90, sasDwellings: 15, satDwellings: 6 }
    expect((await api.post('/decisions', { ...taken, ...split, satDwellings: 7 })).body.errors).toEqual({
      sapDwellings: [expect.stringContaining('superano gli alloggi')],
    })
    expect((await api.post('/decisions', { ...taken, ...split })).body).toMatchObject({ state: 'taken', destinedDwellings: 111 })
    expect((await api.post('/decisions', { ...taken, kind: 'organisation', ...split })).body.errors).toHaveProperty(
      'sapDwellings',
    )
  })
})

describe('what an inspection finds', () => {
  async function raised() {
    const buildingId = await addBuilding(app.pool, { comune_id: comuneId })
    const { body: visit } = await api.post('/inspections', { buildingId, inspectedOn: '2026-03-01', coordinationTableId: table })
    const priority = { title: 'Rifare il tetto', buildingId, score: 70, raisedOn: '2026-03-10' }
    const { body: made } = await api.post('/priorities', priority)
    const finding = { inspectionId: visit.id, category: 'roofAndFacade', gravity: 'serious', description: 'Infiltrazioni' }
    await api.post('/findings', { ...finding, estimatedCost: '12000.50', priorityId: made.id })
    return made.id as string
  }
  const programme = () => add(app.pool, 'maintenance_programmes', { name: `Programma ${Math.random()}`, year: 2026 })

  test('becomes a priority, then a work that both ends can see', async () => {
    const id = await raised()
    const bare = await move('priorities', id, 'programmed', '2026-04-01')
    expect(Object.keys(bare.body.errors as object)).toEqual(['maintenanceProgrammeId', 'kind', 'baselineStart', 'baselineEnd'])
    const plan = { kind: 'extraordinaryMaintenance', baselineStart: '2026-09-01', baselineEnd: '2026-08-01' }
    const maintenanceProgrammeId = await programme()
    const reversed = await move('priorities', id, 'programmed', '2026-04-01', { ...plan, maintenanceProgrammeId })
    expect(reversed.body.errors).toHaveProperty('baselineEnd')
    const { body: done } = await move('priorities', id, 'programmed', '2026-04-01', {
      ...plan,
      maintenanceProgrammeId,
      baselineEnd: '2026-12-01',
    })
    expect(done).toMatchObject({ state: 'programmed', programmedOn: '2026-04-01', workTitle: 'Rifare il tetto' })
    const workId = done.workId as string
    expect((await api.get(`/works/${workId}`)).body).toMatchObject({
      code: 'SOP-2026-001',
      state: 'scheduled',
      origin: 'inspection',
      initialAmount: '12000.50',
      comuneId,
      maintenanceProgrammeId,
    })
    expect((await api.get('/findings', { workId })).rows).toMatchObject([{ description: 'Infiltrazioni', turnedIntoWork: true }])
    expect((await api.get('/findings', { workId, asOf: '2026-03-31' })).rows).toEqual([])
  })

  test('is served by a work that was there, if it is in a programme', async () => {
    const id = await raised()
    const workId = await add(app.pool, 'works', {
      code: 'W-2',
      title: 'Coperture',
      kind: 'extraordinaryMaintenance',
      comune_id: comuneId,
      baseline_start: '2026-01-01',
      baseline_end: '2026-12-31',
    })
    const without = await move('priorities', id, 'programmed', '2026-04-01', { workId })
    expect(without.body.errors).toHaveProperty('maintenanceProgrammeId')
    const early = await move('priorities', id, 'programmed', '2026-03-09', { workId })
    expect(early.body.errors).toHaveProperty('on')
    const { body: done } = await move('priorities', id, 'programmed', '2026-04-01', {
      workId,
      maintenanceProgrammeId: await programme(),
    })
    expect(done).toMatchObject({ workId, workTitle: 'Coperture' })
    await raised()
    const march = { from: '2026-03-01', to: '2026-04-01', comuneId }
    expect((await api.get('/metrics/priorities-served', march)).body).toMatchObject({ numerator: 2, denominator: 3 })
    expect((await api.get('/metrics/findings-turned-into-works', march)).body).toMatchObject({ numerator: 2, denominator: 3 })
    expect((await api.get('/metrics/joint-inspections', march)).body).toMatchObject({ value: 3 })
  })
})
