import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { addMovement, addProject } from '../factories.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Asker, asker, type Body } from './ask.ts'

let app: TestApp
let api: Asker
let projectId: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('prova@aler.it'))
})

beforeEach(async () => {
  projectId = await addProject(app.pool)
})

const movement = (values: Body = {}) => ({
  projectId,
  kind: 'admitted',
  effectiveOn: '2026-03-01',
  amount: '100.00',
  document: 'Decreto 1',
  ...values,
})
const reverse = (id: string, values: Body = {}) =>
  api.post(`/movements/${id}/reversal`, { effectiveOn: '2026-04-01', document: 'Storno 1', ...values })

describe('a movement', () => {
  test('changes the card of its project from its day on', async () => {
    const { status, body } = await api.post('/movements', movement({ note: 'Primo' }))
    expect({ status, ...body }).toMatchObject({ status: 201, amount: '100.00', note: 'Primo', reversed: false })
    expect(body).not.toHaveProperty('warnings')
    expect((await api.get(`/projects/${projectId}`)).body).toMatchObject({ admitted: '100.00' })
    expect((await api.get(`/projects/${projectId}`, { asOf: '2026-02-28' })).body).toMatchObject({ admitted: '0.00' })
  })

  test.each<[string, () => Body, string]>([
    ['in the future', () => ({ effectiveOn: addDays(today(), 1) }), 'effectiveOn'],
    ['without a document', () => ({ document: null }), 'document'],
    ['with a blank document', () => ({ document: '  ' }), 'document'],
    ['of zero', () => ({ amount: '0.00' }), 'amount'],
    ['that says it is a reversal', () => ({ reversesId: projectId }), 'reversesId'],
    ['of a third of a cent', () => ({ amount: '0.001' }), 'amount'],
  ])('%s is refused on the field', async (_, values, field) => {
    const { status, body } = await api.post('/movements', movement(values()))
    expect({ status, fields: Object.keys(body.errors as Body) }).toEqual({ status: 422, fields: [field] })
  })

  test('today is not in the future', async () => {
    expect((await api.post('/movements', movement({ effectiveOn: today() }))).status).toBe(201)
  })

  test('that puts payments above commitments, or these above what was admitted, is written with a warning', async () => {
    await api.post('/movements', movement({ amount: '100.00' }))
    const committed = await api.post('/movements', movement({ kind: 'committed', amount: '100.01' }))
    expect(committed.status).toBe(201)
    expect(committed.body.warnings).toEqual([
      expect.stringMatching(/^L’impegnato del progetto .*100,01.* supera l’ammesso .*100,00/),
    ])
    const paid = await api.post('/movements', movement({ kind: 'disbursed', amount: '100.02' }))
    expect(paid.body.warnings).toHaveLength(2)
    expect((await api.post('/movements', movement({ kind: 'certified', amount: '500.00' }))).body).not.toHaveProperty('warnings')
  })

  test('keeps its amount, kind, day and project; its document and note can be put right', async () => {
    const id = await addMovement(app.pool, { project_id: projectId, amount: '10.00' })
    for (const values of [{ amount: '11.00' }, { kind: 'saving' }, { effectiveOn: '2026-01-02' }, { projectId }]) {
      const { status, body } = await api.patch(`/movements/${id}`, 1, values)
      expect({ status, message: body.message }).toEqual({ status: 422, message: 'Un movimento si corregge con uno storno.' })
    }
    expect((await api.patch(`/movements/${id}`, 1, { document: null })).body.errors).toHaveProperty('document')
    expect((await api.patch(`/movements/${id}`, null, { note: 'x' })).status).toBe(428)
    const { body } = await api.patch(`/movements/${id}`, 1, { document: 'Decreto 1 bis', note: 'Errata corrige' })
    expect(body).toMatchObject({ amount: '10.00', document: 'Decreto 1 bis', note: 'Errata corrige', version: 2 })
  })

  test('is never deleted', async () => {
    const id = await addMovement(app.pool, { project_id: projectId, amount: '10.00' })
    const { status, body } = await api.remove(`/movements/${id}`, 1, 'Errore')
    expect({ status, message: body.message }).toEqual({ status: 405, message: 'Un movimento si corregge con uno storno.' })
    expect((await api.get(`/movements/${id}`)).status).toBe(200)
  })
})

describe('a reversal', () => {
  let id: string
  beforeEach(async () => {
    id = await addMovement(app.pool, { project_id: projectId, effective_on: '2026-03-01', amount: '100.00' })
  })

  test('is the opposite movement, on its own day and with its own document', async () => {
    const { status, body } = await reverse(id, { note: 'Importo errato' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      projectId,
      kind: 'admitted',
      effectiveOn: '2026-04-01',
      amount: '-100.00',
      document: 'Storno 1',
      note: 'Importo errato',
      reversesId: id,
    })
    expect((await api.get(`/movements/${id}`)).body).toMatchObject({ amount: '100.00', reversed: true })
    expect((await api.get(`/projects/${projectId}`)).body).toMatchObject({ admitted: '0.00' })
    expect((await api.get(`/projects/${projectId}`, { asOf: '2026-03-31' })).body).toMatchObject({ admitted: '100.00' })
  })

  test('of a negative movement is positive', async () => {
    const cut = await addMovement(app.pool, { project_id: projectId, effective_on: '2026-03-02', amount: '-5.50' })
    expect((await reverse(cut)).body).toMatchObject({ amount: '5.50' })
  })

  test('is made once, also by two at once', async () => {
    const answers = await Promise.all([reverse(id), reverse(id)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    const { status, body } = await reverse(id)
    expect({ status, message: body.message }).toEqual({
      status: 409,
      message: 'Il movimento è già stato stornato il 01/04/2026.',
    })
  })

  test('is not reversed', async () => {
    const reversal = (await reverse(id)).body.id as string
    expect((await reverse(reversal)).status).toBe(422)
  })

  test.each<[string, Body, string]>([
    ['without a day', { effectiveOn: null }, 'effectiveOn'],
    ['without a document', { document: '' }, 'document'],
    ['before what it corrects', { effectiveOn: '2026-02-28' }, 'effectiveOn'],
    ['in the future', { effectiveOn: addDays(today(), 1) }, 'effectiveOn'],
    ['of another amount', { amount: '1.00' }, 'amount'],
  ])('%s is refused on the field', async (_, values, field) => {
    const { status, body } = await reverse(id, values)
    expect({ status, fields: Object.keys(body.errors as Body) }).toEqual({ status: 422, fields: [field] })
  })

  test('of nothing is a 404', async () => {
    expect((await reverse('00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await reverse('x')).status).toBe(404)
  })
})
