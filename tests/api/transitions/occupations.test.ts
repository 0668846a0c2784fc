import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '../../../db/calendar.ts'
import { addOccupation, addUnitIn } from '../../factories.ts'
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

describe('an occupation', () => {
  const of = async (detectedOn: string, values: Body = {}) => {
    const unit = await addUnitIn(app.pool, 'let', day(1))
    return addOccupation(app.pool, { unit_id: unit, detected_on: detectedOn, ...values })
  }

  test('found today is in flagrante, and can be called consolidated', async () => {
    const id = await of(today())
    expect((await api.get(`/occupations/${id}/transitions`)).body).toMatchObject({ state: 'inFlagrante' })
    expect((await move('occupations', id, 'consolidated', today())).body).toMatchObject({
      state: 'consolidated',
      consolidatedOn: today(),
    })
  })

  test('is put on the calendar, called off, put on again and executed', async () => {
    const unit = await addUnitIn(app.pool, 'squatted', day(1))
    const id = (await rowsOf(`select id from occupations where unit_id = $1`, unit))[0]?.id as string
    expect((await move('occupations', id, 'evictionScheduled', day(2), { plannedOn: day(1, 31) })).body.errors).toHaveProperty(
      'plannedOn',
    )
    const soon = addDays(today(), 9)
    expect(
      (await move('occupations', id, 'evictionScheduled', day(2), { plannedOn: soon, minorsPresent: true })).body,
    ).toMatchObject({
      state: 'evictionScheduled',
    })
    expect(
      (await move('occupations', id, 'evictionCalledOff', day(3), { evictionOutcome: 'postponed' })).body.errors,
    ).toHaveProperty('plannedOn')
    await move('occupations', id, 'evictionCalledOff', day(3), { evictionOutcome: 'postponed', plannedOn: soon })
    expect((await move('occupations', id, 'evictionCalledOff', day(4), { evictionOutcome: 'cancelled' })).body).toMatchObject({
      state: 'consolidated',
    })
    await move('occupations', id, 'evictionScheduled', day(5), { plannedOn: day(6) })
    expect((await move('occupations', id, 'evictionExecuted', day(6), { evictionOutcome: 'failed' })).body).toMatchObject({
      state: 'consolidated',
    })
    await move('occupations', id, 'evictionScheduled', day(7), { plannedOn: day(8) })
    const done = await move('occupations', id, 'evictionExecuted', day(8), { evictionOutcome: 'succeeded', publicForce: true })
    expect(done.body).toMatchObject({ state: 'closed', outcome: 'recoveredByEviction', closedOn: day(8) })
    expect(
      await rowsOf(`select outcome::text, public_force from evictions where occupation_id = $1 order by decided_on`, id),
    ).toEqual([
      { outcome: 'postponed', public_force: false },
      { outcome: 'cancelled', public_force: false },
      { outcome: 'failed', public_force: false },
      { outcome: 'succeeded', public_force: true },
    ])
    expect((await api.get(`/units/${unit}`)).body).toMatchObject({
      state: 'vacant',
      vacancyReason: 'returned',
      vacantSince: day(8),
    })
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
