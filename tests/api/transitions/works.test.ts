import { beforeAll, describe, expect, test } from 'vitest'
import { add, addProject, addUnitIn, addWork, addWorkIn } from '../../factories.ts'
import { startApp, type TestApp } from '../../harness/startApp.ts'
import { type Asker, asker, type Body } from '../ask.ts'
import { day, mover } from './moving.ts'

let app: TestApp
let api: Asker
let move: ReturnType<typeof mover>['move']
let rowsOf: ReturnType<typeof mover>['rowsOf']

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('tecnico@aler.it'))
  ;({ move, rowsOf } = mover(app, api))
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
    expect((await move('works', id, 'scheduled', day(1, 2), { maintenanceProgrammeId, priority: 5 })).body.errors).toHaveProperty(
      'priority',
    )
    expect((await move('works', id, 'scheduled', day(1, 2), { maintenanceProgrammeId, priority: 1 })).body).toMatchObject({
      priority: 1,
    })
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
    expect((await move('works', id, 'tested', day(5), { document: 'Collaudo 3' })).body).toMatchObject({
      state: 'tested',
      stateSince: day(5),
    })
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
      'La copertura non basta: le fonti dei progetti collegati danno € 99,99, l’intervento vale € 100,00.'.replaceAll(
        '€ ',
        '€\u00a0',
      ),
    )
    await app.pool.query(`update project_sources set amount = 100 where id = $1`, [source])
    expect((await move('works', id, 'funded', day(2))).status).toBe(200)
  })

  test('is suspended for a cause and taken up again, perhaps with another end', async () => {
    const id = await underway()
    expect((await move('works', id, 'suspended', day(4))).body.errors).toHaveProperty('cause')
    expect((await move('works', id, 'suspended', day(4), { cause: 'Amianto' })).body).toMatchObject({
      cause: 'Amianto',
      suspendedSince: day(4),
    })
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
    expect((await move('works', id, 'completed', day(5))).body.message).toBe(
      'Un’unità dell’intervento è ancora in cantiere: prima va ripristinata.',
    )
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
