import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { transitionTables, transitionsFrom } from '../../db/transitions.ts'
import {
  add,
  addMovement,
  addOccupation,
  addProject,
  addProjectIn,
  addUnit,
  addUnitIn,
  addWork,
  addWorkIn,
} from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { asker, type Asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('tecnico@aler.it'))
})

const day = (month: number, date = 1) => `2026-0${month}-${String(date).padStart(2, '0')}`

const rowsOf = async (text: string, ...params: string[]) => (await app.pool.query<Body>(text, params)).rows

const move = (resource: string, id: string, to: string, on: string, fields: Body = {}) =>
  api.post(`/${resource}/${id}/transitions`, { to, on, ...fields })

const spans = (unit: string) =>
  rowsOf(`select coalesce(vacancy_reason::text, state::text) as state, valid_from, valid_to from unit_states where unit_id = $1 order by valid_from`, unit)

describe('every table', () => {
  test.each(Object.entries(transitionTables))('%s: from one state to another there is one way, and every state has a name', (_, table) => {
    for (const { from, to } of table.rows) {
      for (const state of from) expect(transitionsFrom(table, state).filter((row) => row.to === to)).toHaveLength(1)
      expect(table.states).toHaveProperty(to)
    }
  })

  test('the ways out of a state are told with the fields they ask', async () => {
    const unit = await addUnitIn(app.pool, 'inAllocation', day(1))
    const { body } = await api.get(`/units/${unit}/transitions`)
    expect(body).toMatchObject({ state: 'inAllocation', label: 'Proposto o in stipula' })
    expect((body.possible as Body[]).map(({ label }) => label)).toEqual(['Occupato con titolo', 'Libero e assegnabile', 'Occupato abusivamente'])
    expect((body.possible as { fields: Body[] }[]).at(-1)?.fields[0]).toMatchObject({
      key: 'channel',
      kind: 'choice',
      required: true,
      choices: { patrol: 'Pattugliamento' },
    })
  })

  test('in the past nothing can follow', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const { body } = await api.get(`/units/${unit}/transitions`, { asOf: day(2) })
    expect(body).toMatchObject({ state: 'assignable', possible: [] })
    expect((await api.get(`/units/${unit}/transitions`, { asOf: '2025-12-31' })).body).toMatchObject({ state: 'none' })
  })

  test('only units, works, projects and occupations have them', async () => {
    expect((await api.get('/comuni/015146/transitions')).status).toBe(404)
    expect((await api.post('/constructor/x/transitions', {})).status).toBe(404)
    expect((await api.get('/units/00000000-0000-4000-8000-000000000000/transitions')).status).toBe(404)
  })
})

describe('a refused transition', () => {
  let unit: string
  beforeEach(async () => {
    unit = await addUnitIn(app.pool, 'inAllocation', day(3))
  })

  test('that does not exist says which do, by their name, and writes nothing', async () => {
    const { status, body } = await move('units', unit, 'sale', day(4), { document: 'Atto' })
    expect(status).toBe(422)
    expect(body.message).toBe(
      'Dallo stato «Proposto o in stipula» non si passa a «Vendita»: si può passare a: Occupato con titolo, Libero e assegnabile, Occupato abusivamente.',
    )
    expect(await spans(unit)).toHaveLength(1)
  })

  test('from an end says that it is one', async () => {
    const sold = await addUnitIn(app.pool, 'sold', day(1))
    expect((await move('units', sold, 'let', day(2))).body.message).toContain('è uno stato finale')
  })

  test.each([
    ['in the future', () => addDays(today(), 1)],
    ['before the present state', () => '2026-02-28'],
    ['that does not exist', () => '2026-02-30'],
    ['missing', () => ''],
  ])('on a day %s is refused on the day', async (_, on) => {
    const { status, body } = await move('units', unit, 'let', on())
    expect(status).toBe(422)
    expect(Object.keys(body.errors as Body)).toEqual(['on'])
  })

  test('names the field that is missing, wrong or not asked', async () => {
    const errorsOf = async (fields: Body) => (await move('units', unit, 'squatted', day(4), fields)).body.errors
    expect(await errorsOf({})).toEqual({ channel: ['Il campo «Canale della rilevazione» è obbligatorio.'] })
    expect(await errorsOf({ channel: 'pigeon' })).toHaveProperty('channel')
    expect(await errorsOf({ channel: 'patrol', state: 'let' })).toHaveProperty('state')
    const { status } = await api.post(`/units/${unit}/transitions`, `{"to":"squatted","on":"${day(4)}","channel":"patrol","__proto__":{"a":1}}`)
    expect(status).toBe(422)
  })

  test('of a stale version is a conflict, and without a version it is not', async () => {
    const stale = await api.post(`/units/${unit}/transitions`, { to: 'let', on: day(4) }, { 'if-match': '"7"' })
    expect(stale.status).toBe(409)
    expect(stale.body.current).toMatchObject({ id: unit })
    expect((await api.post(`/units/${unit}/transitions`, { to: 'let', on: day(4) }, { 'if-match': '"1"' })).status).toBe(200)
  })

  test('of two at once is the second', async () => {
    const answers = await Promise.all([move('units', unit, 'let', day(4)), move('units', unit, 'let', day(4))])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
  })
})

describe('a unit', () => {
  test('is created without a state and enters the stock by a transition', async () => {
    const building = (await rowsOf(`select building_id from units where id = $1`, await addUnit(app.pool)))[0]?.building_id
    const created = await api.post('/units', { code: 'NUOVA', buildingId: building, use: 'dwelling' })
    expect(created.body).toMatchObject({ state: null })
    const id = created.body.id as string
    expect((await api.get(`/units/${id}/transitions`)).body).toMatchObject({ state: 'none', label: 'Nessuno stato' })
    const { status, body } = await move('units', id, 'returned', day(1), { releaseReason: 'newBuild' })
    expect({ status, ...body }).toMatchObject({ status: 200, state: 'vacant', vacancyReason: 'returned', vacantSince: day(1) })
  })

  test('that is freed opens a vacancy, with its reason and its stage', async () => {
    const unit = await addUnitIn(app.pool, 'let', day(1))
    expect((await move('units', unit, 'returned', day(2), { releaseReason: 'death' })).status).toBe(200)
    expect(await spans(unit)).toEqual([
      { state: 'let', valid_from: day(1), valid_to: day(2) },
      { state: 'returned', valid_from: day(2), valid_to: 'infinity' },
    ])
    expect(
      await rowsOf(
        `select started_on, ended_on, release_reason, stage, valid_from from vacancies v join vacancy_stages s on s.vacancy_id = v.id where unit_id = $1`,
        unit,
      ),
    ).toEqual([{ started_on: day(2), ended_on: 'infinity', release_reason: 'death', stage: 'returned', valid_from: day(2) }])
  })

  test('goes from the keys to the contract, and every step has its stage', async () => {
    const unit = await addUnitIn(app.pool, 'returned', day(1))
    await move('units', unit, 'assignable', day(2), { inspectedOn: day(1, 20), note: 'Buono stato' })
    await move('units', unit, 'inNotice', day(3), { document: 'Avviso 7/2026' })
    await move('units', unit, 'inAllocation', day(4))
    const { body } = await move('units', unit, 'let', day(5), { document: 'Contratto 12' })
    expect(body).toMatchObject({ state: 'let', vacancyReason: null, vacantSince: null, stateSince: day(5) })
    expect(await rowsOf(`select stage, s.valid_to from vacancy_stages s join vacancies v on v.id = vacancy_id where unit_id = $1 order by 2 desc`, unit)).toEqual([
      { stage: 'allocation', valid_to: day(5) },
      { stage: 'notice', valid_to: day(4) },
      { stage: 'returned', valid_to: day(2) },
    ])
    expect(await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([{ ended_on: day(5), outcome: 'let' }])
    expect(await rowsOf(`select document, note from unit_states where unit_id = $1 order by valid_from`, unit)).toEqual([
      { document: null, note: 'nota' },
      { document: null, note: 'Sopralluogo del 20/01/2026. Buono stato' },
      { document: 'Avviso 7/2026', note: null },
      { document: null, note: null },
      { document: 'Contratto 12', note: null },
    ])
  })

  test('is inspected before it is judged, not after', async () => {
    const unit = await addUnitIn(app.pool, 'returned', day(1))
    expect((await move('units', unit, 'unfundedRepair', day(2), { inspectedOn: day(3) })).body.errors).toHaveProperty('inspectedOn')
    expect((await move('units', unit, 'unfundedRepair', day(2), { inspectedOn: day(2) })).status).toBe(200)
  })

  test('is let as it is only when its works cost little', async () => {
    const unit = await addUnitIn(app.pool, 'returned', day(1))
    const fields = (estimatedCost: string) => ({ inspectedOn: day(1), estimatedCost })
    expect((await move('units', unit, 'asIs', day(2), fields('8000.01'))).body.errors).toHaveProperty('estimatedCost')
    expect((await move('units', unit, 'asIs', day(2), fields('8000.00'))).status).toBe(200)
  })

  test('waits for works that have money, is renovated by works that are open, and is restored by them', async () => {
    const unit = await addUnitIn(app.pool, 'unfundedRepair', day(1))
    const poor = await addWorkIn(app.pool, 'scheduled', day(1))
    const work = await addWorkIn(app.pool, 'funded', day(1))
    expect((await move('units', unit, 'fundedWorks', day(2), { workId: poor })).body.errors).toHaveProperty('workId')
    expect((await move('units', unit, 'fundedWorks', day(2), { workId: work })).status).toBe(200)
    expect(await rowsOf(`select with_works from vacancies where unit_id = $1`, unit)).toEqual([{ with_works: true }])
    expect((await move('units', unit, 'underRenovation', day(3))).body.errors).toHaveProperty('on')
    await app.pool.query(`update work_stages set state = 'underway' where work_id = $1`, [work])
    expect((await move('units', unit, 'underRenovation', day(3))).status).toBe(200)
    expect((await move('units', unit, 'restored', day(4))).body.errors).toHaveProperty('document')
    expect((await move('units', unit, 'restored', day(4), { document: 'Verbale' })).status).toBe(200)
    expect(await rowsOf(`select restored_on from work_units where unit_id = $1`, unit)).toEqual([{ restored_on: day(4) }])
  })

  test('that is broken into ends its vacancy and begins an occupation', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    const { body } = await move('units', unit, 'squatted', day(2), { channel: 'alarm' })
    expect(body).toMatchObject({ state: 'squatted' })
    expect(await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([{ ended_on: day(2), outcome: 'squatted' }])
    expect(await rowsOf(`select kind, detected_on, channel, closed_on from occupations where unit_id = $1`, unit)).toEqual([
      { kind: 'squatted', detected_on: day(2), channel: 'alarm', closed_on: null },
    ])
  })

  test('that is recovered closes the occupation and is vacant again, on the same day too', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    await move('units', unit, 'squatted', day(2), { channel: 'alarm' })
    expect((await move('units', unit, 'returned', day(2), { outcome: 'recoveredInFlagrante' })).body).toMatchObject({ vacantSince: day(2) })
    expect(await spans(unit)).toEqual([
      { state: 'assignable', valid_from: day(1), valid_to: day(2) },
      { state: 'returned', valid_from: day(2), valid_to: 'infinity' },
    ])
    expect(await rowsOf(`select started_on, release_reason, outcome from vacancies where unit_id = $1 order by started_on`, unit)).toEqual([
      { started_on: day(1), release_reason: 'notice', outcome: 'squatted' },
      { started_on: day(2), release_reason: 'clearance', outcome: null },
    ])
    expect(
      await rowsOf(`select o.closed_on, o.outcome, e.kind, e.executed_on from occupations o join evictions e on e.occupation_id = o.id where unit_id = $1`, unit),
    ).toEqual([{ closed_on: day(2), outcome: 'recoveredInFlagrante', kind: 'inFlagrante', executed_on: day(2) }])
  })

  test('is not recovered in flagrante two days later, nor by an eviction that nobody planned', async () => {
    const unit = await addUnitIn(app.pool, 'squatted', day(1))
    expect((await move('units', unit, 'returned', day(1, 3), { outcome: 'recoveredInFlagrante' })).body.errors).toHaveProperty('outcome')
    expect((await move('units', unit, 'returned', day(1, 3), { outcome: 'recoveredByEviction' })).body.errors).toHaveProperty('outcome')
    expect((await move('units', unit, 'returned', day(1, 3), { outcome: 'voluntaryRelease' })).status).toBe(200)
  })

  test('whose title ends is occupied without title, and a new contract settles it', async () => {
    const unit = await addUnitIn(app.pool, 'let', day(1))
    await move('units', unit, 'untitled', day(2), { channel: 'inspection' })
    expect((await move('units', unit, 'let', day(3))).status).toBe(200)
    expect(await rowsOf(`select kind, closed_on, outcome from occupations where unit_id = $1`, unit)).toEqual([
      { kind: 'untitled', closed_on: day(3), outcome: 'regularised' },
    ])
  })

  test('leaves the cycle by a deed, and returns by another', async () => {
    const unit = await addUnitIn(app.pool, 'unfit', day(1))
    expect((await move('units', unit, 'sale', day(2))).body.errors).toHaveProperty('document')
    await move('units', unit, 'sale', day(2), { document: 'Delibera 1' })
    await move('units', unit, 'returned', day(3), { document: 'Delibera 2' })
    expect(await rowsOf(`select count(*)::int as n from vacancies where unit_id = $1`, unit)).toEqual([{ n: 1 }])
    await move('units', unit, 'sale', day(4), { document: 'Delibera 3' })
    await move('units', unit, 'sold', day(5), { document: 'Rogito' })
    expect(await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([{ ended_on: day(5), outcome: 'sold' }])
  })

  test('is not let on the day its vacancy began', async () => {
    const unit = await addUnitIn(app.pool, 'inAllocation', day(1))
    expect((await move('units', unit, 'let', day(1))).body.errors).toHaveProperty('on')
  })

  test('has no state that can be written directly', async () => {
    const unit = await addUnitIn(app.pool, 'let', day(1))
    expect((await api.post('/unit-states', { unitId: unit, state: 'let', validFrom: day(2) })).status).toBe(405)
    expect((await api.patch(`/units/${unit}`, 1, { state: 'vacant' })).body.errors).toHaveProperty('state')
  })

  test('keeps who moved it and when it was known', async () => {
    const unit = await addUnitIn(app.pool, 'let', day(1))
    const before = (await rowsOf(`select clock_timestamp() as at`))[0]?.at as string
    await move('units', unit, 'returned', day(2), { releaseReason: 'notice' })
    expect((await api.get(`/units/${unit}`, { knownAt: before })).body).toMatchObject({ state: 'let' })
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ state: 'vacant' })
    expect(await rowsOf(`select recorded_by from unit_states where unit_id = $1 and valid_to = 'infinity'`, unit)).toEqual([
      { recorded_by: 'tecnico@aler.it' },
    ])
  })
})

describe('a work', () => {
  const cig = '95156957EC'
  const contract = { contractedOn: day(3), cig, company: 'Edile', amount: '90.00', awardedOn: day(2, 20) }
  const underway = () => addWorkIn(app.pool, 'underway', day(3), { actual_start: day(3) })

  test('goes from the proposal to the test of the finished site', async () => {
    const maintenanceProgrammeId = await add(app.pool, 'maintenance_programmes', { name: 'Piano', year: 2026 })
    const id = await addWork(app.pool)
    expect((await move('works', id, 'proposed', day(1))).body).toMatchObject({ state: 'proposed' })
    expect((await move('works', id, 'scheduled', day(1, 2))).body.errors).toHaveProperty('maintenanceProgrammeId')
    expect((await move('works', id, 'scheduled', day(1, 2), { maintenanceProgrammeId, priority: 5 })).body.errors).toHaveProperty('priority')
    expect((await move('works', id, 'scheduled', day(1, 2), { maintenanceProgrammeId, priority: 1 })).body).toMatchObject({ priority: 1 })
    await move('works', id, 'funded', day(1, 3))
    await move('works', id, 'designing', day(1, 4))
    expect((await move('works', id, 'tendering', day(2))).body.errors).toHaveProperty('cig')
    expect((await move('works', id, 'tendering', day(2), { cig })).body).not.toHaveProperty('warnings')
    expect((await move('works', id, 'underway', day(3), contract)).body).toMatchObject({ state: 'underway', actualStart: day(3) })
    expect(await rowsOf(`select cig, company, contracted_on from awards where work_id = $1`, id)).toEqual([
      { cig, company: 'Edile', contracted_on: day(3) },
    ])
    expect((await move('works', id, 'completed', day(4))).body).toMatchObject({ state: 'completed', actualEnd: day(4) })
    expect((await move('works', id, 'tested', day(5))).body.errors).toHaveProperty('document')
    expect((await move('works', id, 'tested', day(5), { document: 'Collaudo 3' })).body).toMatchObject({ state: 'tested', stateSince: day(5) })
  })

  test('a CIG whose check digits do not add up is a warning; one of the wrong shape is refused', async () => {
    const id = await addWorkIn(app.pool, 'designing', day(1))
    expect((await move('works', id, 'tendering', day(2), { cig: '123' })).body.errors).toHaveProperty('cig')
    const { status, body } = await move('works', id, 'tendering', day(2), { cig: '95156957ED' })
    expect(status).toBe(200)
    expect(body.warnings).toEqual(['Le cifre di controllo del CIG 95156957ED non tornano: verificarlo.'])
  })

  test('opens its site on the award that waits for a contract, or on one told now', async () => {
    const id = await addWorkIn(app.pool, 'tendering', day(1))
    const missing = await move('works', id, 'underway', day(3), { contractedOn: day(3) })
    expect(Object.keys(missing.body.errors as Body)).toEqual(['cig', 'company', 'amount', 'awardedOn'])
    await add(app.pool, 'awards', { work_id: id, cig, company: 'Edile', amount: 90, awarded_on: day(2) })
    expect((await move('works', id, 'underway', day(3), { contractedOn: day(4) })).body.errors).toHaveProperty('contractedOn')
    expect((await move('works', id, 'underway', day(3), { contractedOn: day(3) })).status).toBe(200)
    expect(await rowsOf(`select contracted_on from awards where work_id = $1`, id)).toEqual([{ contracted_on: day(3) }])
  })

  test('is funded only when the sources of its projects cover it', async () => {
    const id = await addWorkIn(app.pool, 'scheduled', day(1), { initial_amount: '100.00' })
    const project = await addProject(app.pool)
    await add(app.pool, 'project_works', { project_id: project, work_id: id })
    const source = await add(app.pool, 'project_sources', { project_id: project, funding_source: 'region', amount: '99.99' })
    const { body } = await move('works', id, 'funded', day(2))
    expect(body.message).toBe(
      'La copertura non basta: le fonti dei progetti collegati danno € 99,99, l’intervento vale € 100,00.'.replaceAll('€ ', '€\u00a0'),
    )
    await app.pool.query(`update project_sources set amount = 100 where id = $1`, [source])
    expect((await move('works', id, 'funded', day(2))).status).toBe(200)
  })

  test('is suspended for a cause and taken up again, perhaps with another end', async () => {
    const id = await underway()
    expect((await move('works', id, 'suspended', day(4))).body.errors).toHaveProperty('cause')
    expect((await move('works', id, 'suspended', day(4), { cause: 'Amianto' })).body).toMatchObject({ cause: 'Amianto', suspendedSince: day(4) })
    expect((await move('works', id, 'underway', day(5), { newEnd: '2027-03-31' })).body).toMatchObject({
      state: 'underway',
      currentEnd: '2027-03-31',
      actualStart: day(3),
    })
    expect(await rowsOf(`select kind, occurred_on from work_events where work_id = $1 order by occurred_on`, id)).toEqual([
      { kind: 'suspension', occurred_on: day(4) },
      { kind: 'resumption', occurred_on: day(5) },
    ])
  })

  test('is tendered again after a termination or a failure, told now or already among its events', async () => {
    const id = await underway()
    expect((await move('works', id, 'tendering', day(5), { cig })).body.errors).toHaveProperty('event')
    await move('works', id, 'tendering', day(5), { cig, event: 'contractorFailure' })
    expect(await rowsOf(`select kind from work_events where work_id = $1 order by kind`, id)).toEqual([
      { kind: 'contractorFailure' },
      { kind: 'retender' },
    ])
    const other = await underway()
    await add(app.pool, 'work_events', { work_id: other, kind: 'termination', occurred_on: day(4) })
    expect((await move('works', other, 'tendering', day(5), { cig })).body).toMatchObject({ state: 'tendering' })
  })

  test('is completed when its units are restored', async () => {
    const id = await underway()
    const unit = await addUnitIn(app.pool, 'underRenovation', day(3))
    await add(app.pool, 'work_units', { work_id: id, unit_id: unit })
    expect((await move('works', id, 'completed', day(5))).body.message).toBe('Un’unità dell’intervento è ancora in cantiere: prima va ripristinata.')
    await move('units', unit, 'restored', day(4), { document: 'Verbale' })
    expect((await move('works', id, 'completed', day(5))).status).toBe(200)
  })

  test('is cancelled for a reason, until it is finished', async () => {
    const id = await addWorkIn(app.pool, 'funded', day(1))
    expect((await move('works', id, 'cancelled', day(2))).body.errors).toHaveProperty('cause')
    expect((await move('works', id, 'cancelled', day(2), { cause: 'Fondi revocati' })).body).toMatchObject({ state: 'cancelled' })
    const done = await addWorkIn(app.pool, 'completed', day(1))
    expect((await move('works', done, 'cancelled', day(2), { cause: 'x' })).status).toBe(422)
  })

  test('has no stage that can be written directly', async () => {
    const id = await addWork(app.pool)
    expect((await api.post('/work-stages', { workId: id, state: 'tested', validFrom: day(1) })).status).toBe(405)
    expect((await api.post('/project-stages', {})).status).toBe(405)
  })
})

describe('a project', () => {
  test('is under way from its first commitment or payment', async () => {
    const id = await addProjectIn(app.pool, 'notStarted', day(1))
    await addMovement(app.pool, { project_id: id, kind: 'committed', effective_on: day(3), amount: '10.00' })
    expect((await move('projects', id, 'underway', day(2))).body.errors).toHaveProperty('to')
    expect((await move('projects', id, 'underway', day(3))).body).toMatchObject({ state: 'underway' })
  })

  test('is paid out at 95% of what was admitted, and not a cent before', async () => {
    const id = await addProjectIn(app.pool, 'underway', day(1))
    await addMovement(app.pool, { project_id: id, kind: 'admitted', amount: '100.00' })
    await addMovement(app.pool, { project_id: id, kind: 'disbursed', effective_on: day(2), amount: '94.99' })
    expect((await move('projects', id, 'paidOut', day(2))).body.message).toContain('95')
    await addMovement(app.pool, { project_id: id, kind: 'disbursed', effective_on: day(2), amount: '0.01' })
    expect((await move('projects', id, 'paidOut', day(2))).status).toBe(200)
  })

  test('is concluded with its actual end, told now or before', async () => {
    const id = await addProjectIn(app.pool, 'paidOut', day(1))
    expect((await move('projects', id, 'concluded', day(2))).body.errors).toHaveProperty('actualEnd')
    expect((await move('projects', id, 'concluded', day(2), { actualEnd: day(3) })).body.errors).toHaveProperty('actualEnd')
    expect((await move('projects', id, 'concluded', day(2), { actualEnd: day(2) })).body).toMatchObject({ state: 'concluded', actualEnd: day(2) })
    const known = await addProjectIn(app.pool, 'paidOut', day(1), { actual_end: day(1) })
    expect((await move('projects', known, 'concluded', day(2))).status).toBe(200)
  })

  test('is suspended or revoked for a reason, which its history keeps', async () => {
    const id = await addProjectIn(app.pool, 'underway', day(1))
    expect((await move('projects', id, 'suspended', day(2))).body.errors).toHaveProperty('reason')
    await move('projects', id, 'suspended', day(2), { reason: 'Verifica' })
    await move('projects', id, 'underway', day(3))
    await move('projects', id, 'revoked', day(4), { reason: 'Rinuncia' })
    expect(await rowsOf(`select state, retraction_reason as reason from history.project_stages where project_id = $1 order by valid_from`, id)).toEqual([
      { state: 'underway', reason: 'Verifica' },
      { state: 'suspended', reason: null },
      { state: 'underway', reason: 'Rinuncia' },
    ])
    expect((await api.get(`/projects/${id}/transitions`)).body).toMatchObject({ state: 'revoked', possible: [] })
  })
})

describe('an occupation', () => {
  const of = async (detectedOn: string, values: Body = {}) => {
    const unit = await addUnitIn(app.pool, 'let', day(1))
    return addOccupation(app.pool, { unit_id: unit, detected_on: detectedOn, ...values })
  }

  test('found today is in flagrante, and can be called consolidated', async () => {
    const id = await of(today())
    expect((await api.get(`/occupations/${id}/transitions`)).body).toMatchObject({ state: 'inFlagrante' })
    expect((await move('occupations', id, 'consolidated', today())).body).toMatchObject({ state: 'consolidated', consolidatedOn: today() })
  })

  test('is put on the calendar, called off, put on again and executed', async () => {
    const unit = await addUnitIn(app.pool, 'squatted', day(1))
    const id = (await rowsOf(`select id from occupations where unit_id = $1`, unit))[0]?.id as string
    expect((await move('occupations', id, 'evictionScheduled', day(2), { plannedOn: day(1, 31) })).body.errors).toHaveProperty('plannedOn')
    const soon = addDays(today(), 9)
    expect((await move('occupations', id, 'evictionScheduled', day(2), { plannedOn: soon, minorsPresent: true })).body).toMatchObject({
      state: 'evictionScheduled',
    })
    expect((await move('occupations', id, 'evictionCalledOff', day(3), { evictionOutcome: 'postponed' })).body.errors).toHaveProperty('plannedOn')
    await move('occupations', id, 'evictionCalledOff', day(3), { evictionOutcome: 'postponed', plannedOn: soon })
    expect((await move('occupations', id, 'evictionCalledOff', day(4), { evictionOutcome: 'cancelled' })).body).toMatchObject({
      state: 'consolidated',
    })
    await move('occupations', id, 'evictionScheduled', day(5), { plannedOn: day(6) })
    expect((await move('occupations', id, 'evictionExecuted', day(6), { evictionOutcome: 'failed' })).body).toMatchObject({ state: 'consolidated' })
    await move('occupations', id, 'evictionScheduled', day(7), { plannedOn: day(8) })
    const done = await move('occupations', id, 'evictionExecuted', day(8), { evictionOutcome: 'succeeded', publicForce: true })
    expect(done.body).toMatchObject({ state: 'closed', outcome: 'recoveredByEviction', closedOn: day(8) })
    expect(await rowsOf(`select outcome::text, public_force from evictions where occupation_id = $1 order by decided_on`, id)).toEqual([
      { outcome: 'postponed', public_force: false },
      { outcome: 'cancelled', public_force: false },
      { outcome: 'failed', public_force: false },
      { outcome: 'succeeded', public_force: true },
    ])
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ state: 'vacant', vacancyReason: 'returned', vacantSince: day(8) })
    expect((await api.get(`/occupations/${id}/transitions`)).body).toMatchObject({ state: 'closed', possible: [] })
  })

  test('that was a false report gives the vacancy back as it was', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    await move('units', unit, 'squatted', day(2), { channel: 'report' })
    const id = (await rowsOf(`select id from occupations where unit_id = $1`, unit))[0]?.id as string
    await move('occupations', id, 'closed', day(3), { outcome: 'falseReport' })
    expect(await rowsOf(`select started_on, ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([
      { started_on: day(1), ended_on: 'infinity', outcome: null },
    ])
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ vacancyReason: 'returned', vacantSince: day(1) })
  })

  test('that is regularised gives its unit a title', async () => {
    const unit = await addUnitIn(app.pool, 'squatted', day(1))
    const id = (await rowsOf(`select id from occupations where unit_id = $1`, unit))[0]?.id as string
    await move('occupations', id, 'closed', day(2), { outcome: 'regularised' })
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({ state: 'let', stateSince: day(2) })
  })

  test('that was only attempted is closed as foiled, and its unit stays as it is', async () => {
    const id = await of(day(2), { attempted: true })
    expect((await move('occupations', id, 'consolidated', day(3))).status).toBe(422)
    const { body } = await move('occupations', id, 'closed', day(2), { outcome: 'foiled' })
    expect(body).toMatchObject({ state: 'closed', outcome: 'foiled' })
    expect((await api.get(`/units/${body.unitId as string}`)).body).toMatchObject({ state: 'let' })
  })
})
