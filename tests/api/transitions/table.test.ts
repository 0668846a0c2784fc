import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, today } from '../../../db/calendar.ts'
import { transitionsFrom, transitionTables } from '../../../db/transitions/index.ts'
import { addUnitIn } from '../../factories.ts'
import { startApp, type TestApp } from '../../harness/startApp.ts'
import { type Asker, asker, type Body } from '../ask.ts'
import { day, mover } from './moving.ts'

let app: TestApp
let api: Asker
let move: ReturnType<typeof mover>['move']
let spans: ReturnType<typeof mover>['spans']

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('tecnico@aler.it'))
  ;({ move, spans } = mover(app, api))
})

describe('every table', () => {
  test.each(Object.entries(transitionTables))(
    '%s: from one state to another there is one way, and every state has a name',
    (_, table) => {
      for (const { from, to } of table.rows) {
        for (const state of from) expect(transitionsFrom(table, state).filter((row) => row.to === to)).toHaveLength(1)
        expect(table.states).toHaveProperty(to)
      }
    },
  )

  test('the ways out of a state are told with the fields they ask', async () => {
    const unit = await addUnitIn(app.pool, 'inAllocation', day(1))
    const { body } = await api.get(`/units/${unit}/transitions`)
    expect(body).toMatchObject({ state: 'inAllocation', label: 'Proposto o in stipula' })
    expect((body.possible as Body[]).map(({ label }) => label)).toEqual([
      'Occupato con titolo',
      'Libero e assegnabile',
      'Occupato abusivamente',
    ])
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
    const { status } = await api.post(
      `/units/${unit}/transitions`,
      `{"to":"squatted","on":"${day(4)}","channel":"patrol","__proto__":{"a":1}}`,
    )
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
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  })
})
