import { beforeAll, describe, expect, test } from 'vitest'
import { addMovement, addProjectIn } from '../../factories.ts'
import { startApp, type TestApp } from '../../harness/startApp.ts'
import { type Asker, asker } from '../ask.ts'
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
    expect((await move('projects', id, 'concluded', day(2), { actualEnd: day(2) })).body).toMatchObject({
      state: 'concluded',
      actualEnd: day(2),
    })
    const known = await addProjectIn(app.pool, 'paidOut', day(1), { actual_end: day(1) })
    expect((await move('projects', known, 'concluded', day(2))).status).toBe(200)
  })

  test('is suspended or revoked for a reason, which its history keeps', async () => {
    const id = await addProjectIn(app.pool, 'underway', day(1))
    expect((await move('projects', id, 'suspended', day(2))).body.errors).toHaveProperty('reason')
    await move('projects', id, 'suspended', day(2), { reason: 'Verifica' })
    await move('projects', id, 'underway', day(3))
    await move('projects', id, 'revoked', day(4), { reason: 'Rinuncia' })
    expect(
      await rowsOf(
        `select state, retraction_reason as reason from history.project_stages where project_id = $1 order by valid_from`,
        id,
      ),
    ).toEqual([
      { state: 'underway', reason: 'Verifica' },
      { state: 'suspended', reason: null },
      { state: 'underway', reason: 'Rinuncia' },
    ])
    expect((await api.get(`/projects/${id}/transitions`)).body).toMatchObject({ state: 'revoked', possible: [] })
  })
})
