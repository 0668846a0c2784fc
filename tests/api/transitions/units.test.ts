import { beforeAll, describe, expect, test } from 'vitest'
import { addUnit, addUnitIn, addWorkIn } from '../../factories.ts'
import { startApp, type TestApp } from '../../harness/startApp.ts'
import { type Asker, asker } from '../ask.ts'
import { day, mover } from './moving.ts'

let app: TestApp
let api: Asker
let move: ReturnType<typeof mover>['move']
let rowsOf: ReturnType<typeof mover>['rowsOf']
let spans: ReturnType<typeof mover>['spans']

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('tecnico@aler.it'))
  ;({ move, rowsOf, spans } = mover(app, api))
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
    expect(
      await rowsOf(
        `select stage, s.valid_to from vacancy_stages s join vacancies v on v.id = vacancy_id where unit_id = $1 order by 2 desc`,
        unit,
      ),
    ).toEqual([
      { stage: 'allocation', valid_to: day(5) },
      { stage: 'notice', valid_to: day(4) },
      { stage: 'returned', valid_to: day(2) },
    ])
    expect(await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([
      { ended_on: day(5), outcome: 'let' },
    ])
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
    expect((await move('units', unit, 'unfundedRepair', day(2), { inspectedOn: day(3) })).body.errors).toHaveProperty(
      'inspectedOn',
    )
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
    expect(await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([
      { ended_on: day(2), outcome: 'squatted' },
    ])
    expect(await rowsOf(`select kind, detected_on, channel, closed_on from occupations where unit_id = $1`, unit)).toEqual([
      { kind: 'squatted', detected_on: day(2), channel: 'alarm', closed_on: null },
    ])
  })

  test('that is recovered closes the occupation and is vacant again, on the same day too', async () => {
    const unit = await addUnitIn(app.pool, 'assignable', day(1))
    await move('units', unit, 'squatted', day(2), { channel: 'alarm' })
    expect((await move('units', unit, 'returned', day(2), { outcome: 'recoveredInFlagrante' })).body).toMatchObject({
      vacantSince: day(2),
    })
    expect(await spans(unit)).toEqual([
      { state: 'assignable', valid_from: day(1), valid_to: day(2) },
      { state: 'returned', valid_from: day(2), valid_to: 'infinity' },
    ])
    expect(
      await rowsOf(`select started_on, release_reason, outcome from vacancies where unit_id = $1 order by started_on`, unit),
    ).toEqual([
      { started_on: day(1), release_reason: 'notice', outcome: 'squatted' },
      { started_on: day(2), release_reason: 'clearance', outcome: null },
    ])
    expect(
      await rowsOf(
        `select o.closed_on, o.outcome, e.kind, e.executed_on from occupations o join evictions e on e.occupation_id = o.id where unit_id = $1`,
        unit,
      ),
    ).toEqual([{ closed_on: day(2), outcome: 'recoveredInFlagrante', kind: 'inFlagrante', executed_on: day(2) }])
  })

  test('is not recovered in flagrante two days later, nor by an eviction that nobody planned', async () => {
    const unit = await addUnitIn(app.pool, 'squatted', day(1))
    expect((await move('units', unit, 'returned', day(1, 3), { outcome: 'recoveredInFlagrante' })).body.errors).toHaveProperty(
      'outcome',
    )
    expect((await move('units', unit, 'returned', day(1, 3), { outcome: 'recoveredByEviction' })).body.errors).toHaveProperty(
      'outcome',
    )
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
    expect(await rowsOf(`select ended_on, outcome from vacancies where unit_id = $1`, unit)).toEqual([
      { ended_on: day(5), outcome: 'sold' },
    ])
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
