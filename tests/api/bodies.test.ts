import { beforeAll, describe, expect, test } from 'vitest'
import { add, addUnit } from '../factories.ts'
import { startApp } from '../harness/startApp.ts'
import { type Asker, asker } from './ask.ts'

let api: Asker
let unit: string
let agreement: string

beforeAll(async () => {
  const app = await startApp()
  api = asker(await app.as('prova@aler.it'))
  unit = await addUnit(app.pool, { code: 'UNICA' })
  agreement = await add(app.pool, 'agreements', { kind: 'protocol', title: 'Protocollo', step: 'draft' })
})

const endless = 'x'.repeat(900_000)
const nul = 'a\u0000b'

describe('a body that is read by hand has the limits of every other', () => {
  test.each<[string, () => string, Record<string, unknown>, string, RegExp]>([
    [
      'the title of a copy',
      () => `/agreements/${agreement}/duplicate`,
      { comuneId: '015146', title: endless },
      'title',
      /al massimo 500/,
    ],
    [
      'a title that is no text',
      () => `/agreements/${agreement}/duplicate`,
      { comuneId: '015146', title: 7 },
      'title',
      /Serve un testo/,
    ],
    [
      'a title with a sign that no text has',
      () => `/agreements/${agreement}/duplicate`,
      { comuneId: '015146', title: nul },
      'title',
      /non ammesso/,
    ],
    ['the comune of a copy', () => `/agreements/${agreement}/duplicate`, { comuneId: endless }, 'comuneId', /non esiste/],
    [
      'the state of a passage',
      () => `/units/${unit}/transitions`,
      { to: endless, on: '2026-01-01' },
      'to',
      /Indicare il nuovo stato/,
    ],
    ['the document of a movement', () => '/movements', { document: endless }, 'document', /al massimo 500/],
  ])('%s', async (_, path, body, field, sentence) => {
    const answer = await api.post(path(), body)
    expect(answer.status).toBe(422)
    expect((answer.body.errors as Record<string, string[]>)[field]).toEqual([expect.stringMatching(sentence)])
    expect(JSON.stringify(answer.body).length).toBeLessThan(5000)
  })

  test.each([
    ['a name without end', { [endless]: 1 }, 'La richiesta ha un campo dal nome troppo lungo.'],
    [
      'names without number',
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, 1])),
      'La richiesta ha 20000 campi: al massimo 200.',
    ],
  ])('fields of %s are not told back one by one', async (_, fields, message) => {
    for (const path of ['/units', `/units/${unit}/transitions`, `/agreements/${agreement}/duplicate`]) {
      expect((await api.post(path, fields)).body).toEqual({ statusCode: 422, message })
    }
    expect(JSON.stringify((await api.post('/desk-counts/grid', { cells: [fields] })).body)).toContain(message)
  })
})
