import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMonths, startOf, today } from '../../db/calendar.ts'
import { addDesk, addDeskService } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let helpDeskId: string
let deskServiceId: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('prova@aler.it'))
})

beforeEach(async () => {
  deskServiceId = await addDeskService(app.pool)
  helpDeskId = await addDesk(app.pool, { offers: [deskServiceId], openedOn: '2025-11-17' })
})

const cell = (month: string, accesses: unknown, more: Body = {}) => ({
  helpDeskId,
  deskServiceId,
  month,
  accesses,
  version: null,
  ...more,
})
const save = (...cells: Body[]) => api.post('/desk-counts/grid', { cells })
const told = async () =>
  (await api.get('/desk-counts', { helpDeskId, _sort: 'month', _order: 'asc' })).rows.map(({ month, accesses, version }) => ({
    month,
    accesses,
    version,
  }))

describe('a month of a desk', () => {
  test('is counted once for each service', async () => {
    const count = { helpDeskId, deskServiceId, month: '2026-01-01', accesses: 12 }
    expect((await api.post('/desk-counts', count)).status).toBe(201)
    const again = await api.post('/desk-counts', count)
    expect(again.status).toBe(409)
    expect(again.body.errors).toEqual({ month: [expect.stringContaining('già registrato')] })
  })

  test('is counted from the one in which the desk opens', async () => {
    expect(await save(cell('2025-11-01', 3))).toMatchObject({ status: 200 })
    const { status, body } = await api.post('/desk-counts', { helpDeskId, deskServiceId, month: '2025-10-01', accesses: 3 })
    expect([status, body.errors]).toEqual([422, { month: ['In quel mese lo sportello non era ancora aperto.'] }])
  })

  test.each<[string, Body, string]>([
    ['less than nobody', { accesses: -1 }, 'accesses'],
    ['half a person', { accesses: 1.5 }, 'accesses'],
    ['a month that begins on the second', { month: '2026-01-02' }, 'month'],
    ['a day that does not exist', { month: '2026-02-30' }, 'month'],
    ['no service', { deskServiceId: null }, 'deskServiceId'],
  ])('is not %s', async (_, wrong, field) => {
    const { status, body } = await api.post('/desk-counts', {
      helpDeskId,
      deskServiceId,
      month: '2026-01-01',
      accesses: 1,
      ...wrong,
    })
    expect({ status, fields: Object.keys(body.errors as Body) }).toEqual({ status: 422, fields: [field] })
  })

  test('is not counted for a service that the desk does not offer', async () => {
    const other = await addDeskService(app.pool)
    const { status, body } = await api.post('/desk-counts', {
      helpDeskId,
      deskServiceId: other,
      month: '2026-01-01',
      accesses: 1,
    })
    expect({ status, errors: body.errors }).toEqual({
      status: 422,
      errors: { deskServiceId: ['Lo sportello non offre questo servizio: aggiungerlo prima a quelli offerti.'] },
    })
  })

  test('is not one that has still to begin', async () => {
    const month = addMonths(startOf('month', today()), 1)
    expect((await api.post('/desk-counts', { helpDeskId, deskServiceId, month, accesses: 1 })).status).toBe(422)
  })
})

describe('a grid', () => {
  test('adds, corrects and empties its cells in one go', async () => {
    expect(await save(cell('2026-01-01', 5), cell('2026-02-01', 7))).toMatchObject({ status: 200, body: { saved: 2 } })
    const changes = [cell('2026-01-01', null, { version: 1 }), cell('2026-02-01', 8, { version: 1 }), cell('2026-03-01', 9)]
    expect((await save(...changes)).status).toBe(200)
    expect(await told()).toEqual([
      { month: '2026-02-01', accesses: 8, version: 2 },
      { month: '2026-03-01', accesses: 9, version: 1 },
    ])
  })

  test('tells every cell that is wrong, and writes none of the others', async () => {
    const { status, body } = await save(
      cell('2026-01-01', 5),
      cell('2026-02-01', -3),
      cell('2026-03-01', 4),
      cell('2026-04-15', 6),
      cell('2026-05-01', 'molti'),
    )
    expect({ status, cells: Object.keys(body.errors as Body) }).toEqual({ status: 422, cells: ['1', '3', '4'] })
    expect(body.errors).toMatchObject({ 1: ['Gli accessi di un mese vanno da 0 a 100.000.'] })
    expect(body.message).toBe('3 celle vanno corrette: nulla è stato salvato.')
    expect(await told()).toEqual([])
  })

  test('says which cell somebody else has changed in the meantime', async () => {
    await save(cell('2026-01-01', 5))
    const blind = await save(cell('2026-01-01', 6), cell('2026-02-01', 7))
    expect(blind.status).toBe(409)
    expect(blind.body.errors).toEqual({ 0: ['La cella è cambiata nel frattempo: ora il conteggio è 5.'] })
    expect(await told()).toEqual([{ month: '2026-01-01', accesses: 5, version: 1 }])
  })

  test('counts the same cell twice as a conflict with itself', async () => {
    expect((await save(cell('2026-01-01', 5), cell('2026-01-01', 6))).status).toBe(409)
    expect(await told()).toEqual([])
  })

  test.each<[string, unknown]>([
    ['no cells', {}],
    ['an empty list', { cells: [] }],
    ['a list of numbers', { cells: [1] }],
    ['too many', { cells: Array.from({ length: 401 }, () => ({})) }],
  ])('of %s is refused in words', async (_, body) => {
    const answer = await api.post('/desk-counts/grid', body)
    expect(answer.status).toBe(422)
    expect(answer.body.message).toMatch(/\.$/)
  })
})
