import { beforeAll, describe, expect, test } from 'vitest'
import { formatEntry } from '../../db/format.ts'
import { addUnit, addUnitIn } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('tecnico@aler.it'))
})

interface Told {
  version: number
  recordedAt: string
  retractedAt: string | null
  entry: { number: number; origin: string; reason: string | null }
  retraction: Told['entry'] | null
}

const historyOf = async (path: string) => (await api.get(`${path}/history`)).rows as unknown as Told[]

describe('The history of a record', () => {
  test('tells the number, the origin and the reason of what made each version and of what ended it', async () => {
    const id = await addUnit(app.pool, { code: 'STORIA' })
    await app.pool.query(
      `begin; set local app.author = 'ced@aler.it'; set local app.origin = 'import'; set local app.reason = 'Rilievo';
       update units set rooms = 2 where id = '${id}'; commit`,
    )
    const [second, first] = await historyOf(`/units/${id}`)
    expect(second).toMatchObject({ version: 2, entry: { origin: 'import', reason: 'Rilievo' }, retraction: null })
    expect(first).toMatchObject({ version: 1, entry: { origin: 'direct', reason: null }, retraction: second?.entry })
    expect(second?.entry.number).toBe(Number(first?.entry.number) + 1)
    await api.remove(`/units/${id}`, 2, 'Doppione')
    const [deleted] = await historyOf(`/units/${id}`)
    expect(deleted?.retraction).toMatchObject({ number: Number(second?.entry.number) + 1, reason: 'Doppione' })
  })

  test('is told on the screen in Italian', () => {
    expect(formatEntry({ number: 1234, origin: 'page' })).toBe('protocollo n. 1.234, dal pannello')
    expect(formatEntry({ number: 1, origin: 'transition' })).toBe('protocollo n. 1, passaggio di stato')
  })
})

test('A record’s own «Registrato il» is a moment of the protocol: at that moment all of its transaction is known, never half', async () => {
  const unit = await addUnitIn(app.pool, 'let', '2026-01-01')
  await api.post(`/units/${unit}/transitions`, { to: 'returned', on: '2026-02-01', releaseReason: 'death' })
  const of = (path: string, knownAt: string) => api.get(path, { unitId: unit, knownAt }).then(({ rows }) => rows)
  const [vacancy] = (await api.get('/vacancies', { unitId: unit })).rows as [Body]
  const moment = vacancy.recordedAt as string
  const counts = async (knownAt: string) => ({
    states: (await of('/unit-states', knownAt)).map(({ state }) => String(state)).toSorted(),
    vacancies: (await of('/vacancies', knownAt)).length,
    stages: (await api.get('/vacancy-stages', { vacancyId: vacancy.id as string, knownAt })).rows.length,
  })
  expect(await counts(moment)).toEqual({ states: ['let', 'vacant'], vacancies: 1, stages: 1 })
  const before = `${moment.slice(0, 20)}${String(Number(moment.slice(20, 26)) - 1).padStart(6, '0')}Z`
  expect(await counts(before)).toEqual({ states: ['let'], vacancies: 0, stages: 0 })
})
