import { Writable } from 'node:stream'
import { pino } from 'pino'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { addUnit } from '../factories.ts'
import { memoryStore } from '../harness/memoryStore.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'
import { type Answer, type Asker, asker, type Body } from './ask.ts'

/*
 * The shape of every refusal. An object with `message`, a sentence in Italian for whoever asked, that ends with a full stop;
 * `statusCode`, the same number as the answer's status; where single fields are wrong, `errors`, by field a list of sentences;
 * in a conflict of versions `current`, the record as it is; in an internal error `requestId` and nothing of the exception.
 * Nothing else: no name of a table, a column, a constraint, a file, no SQL and no stack.
 */

let app: TestApp
let api: Asker
let unit: string

beforeAll(async () => {
  app = await startApp()
  api = asker(await app.as('prova@aler.it'))
  unit = await addUnit(app.pool, { code: 'UNICA' })
})

const refusals: [string, number, () => Promise<Answer>][] = [
  ['without a session', 401, () => asker(app).get('/units')],
  ['an address that does not exist', 404, () => api.get('/castles')],
  ['a record that does not exist', 404, () => api.get('/units/00000000-0000-4000-8000-000000000000')],
  ['a method that does not exist', 404, () => api.post(`/units/${unit}`, {})],
  ['a field that does not exist', 400, () => api.get('/units', { colour: 'red' })],
  ['a value that is not one', 400, () => api.get('/units', { rooms: 'red' })],
  ['a date that Postgres alone would refuse', 400, () => api.get('/units', { recordedAt: '2026-01-01T00:00:00+23:59' })],
  ['an instant that Postgres alone would refuse', 400, () => api.get('/units', { knownAt: '2026-01-01T00:00:00+23:59' })],
  ['a day beyond what anybody records', 400, () => api.get('/units', { asOf: '9999-12-31' })],
  ['a day of antiquity', 400, () => api.get('/units', { asOf: '0050-01-01' })],
  ['an instant beyond what anybody records', 400, () => api.get('/units', { knownAt: '9999-12-31T00:00:00Z' })],
  ['a reason with a sign that no text has', 400, () => api.patch(`/units/${unit}`, 1, {}, { 'x-reason': '%00' })],
  ['a reason without end', 400, () => api.patch(`/units/${unit}`, 1, {}, { 'x-reason': 'x'.repeat(1001) })],
  ['a body that is not JSON', 400, () => api.post('/units', '{')],
  ['a body that is not an object', 422, () => api.post('/units', '[]')],
  ['a field that is missing', 422, () => api.post('/units', {})],
  ['a rule of the database', 422, () => api.patch(`/units/${unit}`, 1, { area: '-1' })],
  ['a reference to nothing', 422, () => api.patch(`/units/${unit}`, 1, { buildingId: '00000000-0000-4000-8000-000000000000' })],
  ['a version that is missing', 428, () => api.patch(`/units/${unit}`, null, {})],
  ['a version that does not stand', 409, () => api.patch(`/units/${unit}`, 7, {})],
  ['a register that is only read', 405, () => api.post('/unit-states', {})],
  ['a passage that does not exist', 422, () => api.post(`/units/${unit}/transitions`, { to: 'sold', on: '2026-01-01' })],
  ['a metric that does not exist', 404, () => api.get('/metrics/castles')],
  ['a page that does not exist', 404, () => api.get('/dashboards/castles')],
  ['a body that is too large', 413, () => api.post('/units', { code: 'x'.repeat(1_100_000) })],
]

describe('a refusal', () => {
  test.each(refusals)('for %s has the one shape, with %i', async (_, expected, ask) => {
    const { status, body, headers } = await ask()
    expect(status).toBe(expected)
    expect(headers.get('content-type')).toContain('application/json')
    const { message, statusCode, errors = {}, current, ...rest } = body
    expect(statusCode).toBe(expected)
    expect(message).toMatch(/^[A-ZÈ«_a-z].*\.$/s)
    for (const sentences of Object.values(errors as Body)) expect(sentences).toEqual([expect.stringMatching(/^[A-ZÈ«].*\.$/s)])
    if (current !== undefined) expect(current).toMatchObject({ id: unit })
    expect(rest).toEqual({})
    expect(JSON.stringify({ message, errors })).not.toMatch(
      /select |insert |pg_|constraint|relation|\.ts|node_modules|at \w+ \(/i,
    )
  })

  test('without a session is the same for what exists and what does not', async () => {
    const [there, not] = await Promise.all([asker(app).get(`/units/${unit}`), asker(app).get('/castles')])
    expect(there.body).toEqual(not.body)
  })
})

describe('an internal error', () => {
  test('says a request id and nothing of the exception, which is in the log under that id', async () => {
    let logged = ''
    const stream = new Writable({ write: (chunk: Buffer, _, done) => done(void (logged += chunk.toString())) })
    const failing = createApp({
      database: { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} },
      secret: 'another secret of the tests, long enough',
      production: true,
      demo: false,
      files: memoryStore(),
      log: pino(stream),
    })
    failing.get('/broken', () => {
      throw new Error('secret detail')
    })
    const answer = await failing.request('/broken')
    const body = (await answer.json()) as Body
    expect(answer.status).toBe(500)
    expect(Object.keys(body).toSorted()).toEqual(['message', 'requestId', 'statusCode'])
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(logged).toContain('secret detail')
    expect(logged).toContain(body.requestId)
  })
})

describe('every answer', () => {
  test('is private, not stored, and tells the browser what not to do', async () => {
    const { headers } = await api.get('/units')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self';`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).not.toContain('unsafe-eval')
  })

  test('does not let another site read it', async () => {
    const client = await app.as('prova@aler.it')
    const response = await client.request('/api/units', { headers: { origin: 'https://evil.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'a write from another site, as %s, is refused',
    async (type) => {
      const client = await app.as('prova@aler.it')
      const response = await client.request('/api/units', {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', ...(type && { 'content-type': type }) },
        body: '{}',
      })
      expect(response.status).toBe(403)
    },
  )

  test('only the method said counts', async () => {
    const client = await app.as('prova@aler.it')
    const response = await client.request(`/api/units/${unit}`, {
      headers: { 'x-http-method-override': 'DELETE', 'if-match': '"1"' },
    })
    expect(response.status).toBe(200)
    expect((await api.get(`/units/${unit}`)).status).toBe(200)
  })

  test.each(['//api/units', '/api//units', '/API/units', '/api/units/', '/api/%75nits', '/api/./units', '/api/x/../units'])(
    '%s does not open a way in without a session',
    async (path) => {
      const response = await app.request(path)
      expect([401, 404]).toContain(response.status)
    },
  )
})
