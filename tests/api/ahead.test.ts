import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import type { Field } from '../../db/defineResource.ts'
import { resources } from '../../db/resources.ts'
import { add, addBuilding, addOccupation, addUnit } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { asker, type Answer, type Asker } from './ask.ts'

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('operatore@aler.it'))
})

const errorsOf = ({ body }: Answer) => (body.errors ?? {}) as Record<string, string[]>

const last = (field: Field) => {
  if (field.kind === 'integer') return Number(today().slice(0, 4)) + 1
  return field.kind === 'instant' ? `${today()}T00:00:00+01:00` : today()
}

const next = (field: Field) => {
  if (field.kind === 'integer') return Number(today().slice(0, 4)) + 2
  return field.kind === 'instant' ? `${addDays(today(), 1)}T12:00:00+01:00` : addDays(today(), 1)
}

const dated = resources.flatMap(({ name, fields, writable }) =>
  writable.flatMap((key) => {
    const field = fields[key]
    return field && 'latest' in field ? [[name, key, field] as const] : []
  }),
)

describe('what has happened by the day it is written', () => {
  test('is told of many fields', () => expect(dated.length).toBeGreaterThan(25))

  test.each(dated)('cannot lie ahead: %s, %s', async (name, key, field) => {
    const there = `/${name}/00000000-0000-4000-8000-000000000000`
    for (const answer of [
      await api.post(`/${name}`, { [key]: next(field) }),
      await api.patch(there, 1, { [key]: next(field) }),
    ]) {
      expect([answer.status, errorsOf(answer)[key]?.join()]).toEqual([422, expect.stringMatching(/futuro|troppo lontano/)])
    }
    expect(errorsOf(await api.post(`/${name}`, { [key]: last(field) }))).not.toHaveProperty(key)
  })

  test('is asked of the start of every span that people write', () => {
    const starts = resources.flatMap(({ name, span, writable }) => (span && writable.length > 0 ? [`${name} ${span.from}`] : []))
    expect(starts.filter((start) => !dated.some(([name, key]) => start === `${name} ${key}`))).toEqual([])
  })
})

describe('an eviction that lies ahead', () => {
  const tomorrow = addDays(today(), 1)
  const planned = async (values: Record<string, unknown>) => {
    const unit_id = await addUnit(app.pool, {})
    const occupationId = await addOccupation(app.pool, { unit_id, detected_on: '2026-01-10' })
    return api.post('/evictions', { occupationId, kind: 'planned', plannedOn: tomorrow, ...values })
  }

  test('says when it was decided', async () => {
    const undecided = await planned({})
    expect([undecided.status, Object.keys(errorsOf(undecided))]).toEqual([422, ['decidedOn']])
    const { status, body } = await planned({ decidedOn: today() })
    expect([status, body.plannedOn]).toEqual([201, tomorrow])
    const emptied = await api.patch(`/evictions/${body.id as string}`, 1, { decidedOn: null })
    expect([emptied.status, Object.keys(errorsOf(emptied))]).toEqual([422, ['decidedOn']])
    expect((await api.get(`/evictions/${body.id as string}`)).body).toMatchObject({ decidedOn: today(), version: 1 })
  })

  test('may leave it out once its day has come', async () => {
    expect((await planned({ plannedOn: today() })).status).toBe(201)
  })
})

describe('a change that would hide its record', () => {
  test('is refused and does not stand', async () => {
    const building = await addBuilding(app.pool)
    const inspectedOn = async (day: string) => add(app.pool, 'inspections', { building_id: building, inspected_on: day })
    const [seen, ahead] = [await inspectedOn(today()), await inspectedOn(addDays(today(), 1))]
    const id = await add(app.pool, 'findings', {
      inspection_id: seen,
      description: 'Crepa',
      category: 'structure',
      gravity: 'minor',
    })
    expect((await api.patch(`/findings/${id}`, 1, { inspectionId: ahead })).status).toBe(404)
    expect((await api.get(`/findings/${id}`)).body).toMatchObject({ inspectionId: seen, version: 1 })
  })
})
