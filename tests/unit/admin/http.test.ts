import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clockMeta } from '../../../admin/data/clocks.ts'
import { dataProvider } from '../../../admin/data/dataProvider.ts'
import { http, inWords, onSessionLost, Refusal } from '../../../admin/data/http.ts'

interface Seen {
  url: string
  method: string
  headers: Record<string, unknown>
}

let seen: Seen | undefined
let answered = 0
let answer: { status: number; body: unknown; headers?: Record<string, string> } = { status: 200, body: {} }

const server = createServer((request, response) => {
  answered++
  seen = { url: request.url ?? '', method: request.method ?? '', headers: request.headers }
  response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers }).end(JSON.stringify(answer.body))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  http.defaults.baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  delete http.defaults.baseURL
  return new Promise((resolve) => server.close(resolve))
})

const clocks = clockMeta({ asOf: '2025-06-30', knownAt: '2025-07-01T10:00:00.000000Z' })

describe('reads carry both clocks', () => {
  test('a record', async () => {
    answer = { status: 200, body: { id: '7' } }
    await dataProvider.getOne({ resource: 'units', id: '7', meta: clocks })
    expect(seen?.url).toBe('/api/units/7?asOf=2025-06-30&knownAt=2025-07-01T10:00:00.000000Z')
    expect(seen?.headers).not.toHaveProperty('x-clock-as-of')
  })

  test('a list, after its filters', async () => {
    answer = { status: 200, body: [], headers: { 'X-Total-Count': '0' } }
    const filters = [{ field: 'state', operator: 'eq' as const, value: 'vacant' }]
    await dataProvider.getList({ resource: 'units', filters, pagination: { currentPage: 3, pageSize: 20 }, meta: clocks })
    expect(Object.fromEntries(new URLSearchParams(seen?.url.split('?')[1]))).toEqual({
      state: 'vacant',
      _start: '40',
      _end: '60',
      asOf: '2025-06-30',
      knownAt: '2025-07-01T10:00:00.000000Z',
    })
  })

  test('nothing is added when nobody asks for the past', async () => {
    answer = { status: 200, body: { id: '7' } }
    await dataProvider.getOne({ resource: 'units', id: '7', meta: clockMeta({}) })
    expect(seen?.url).toBe('/api/units/7')
  })
})

describe('what the API refuses keeps all it said', () => {
  test('the sentences of the fields', async () => {
    const errors = { code: ['Esiste già un record con questi valori.'] }
    answer = { status: 422, body: { message: 'Da correggere', statusCode: 422, errors } }
    const refused = dataProvider.create({ resource: 'units', variables: {} })
    await expect(refused).rejects.toMatchObject({ message: 'Da correggere', statusCode: 422, errors })
    await expect(refused).rejects.toBeInstanceOf(Refusal)
  })

  test('the record as it is now', async () => {
    answer = { status: 409, body: { message: 'Modificato da altri', statusCode: 409, current: { id: '7', version: 4 } } }
    const refused = dataProvider.update({ resource: 'units', id: '7', variables: {}, meta: { headers: { 'If-Match': '"3"' } } })
    await expect(refused).rejects.toMatchObject({ statusCode: 409, current: { version: 4 } })
    expect(seen).toMatchObject({ method: 'PATCH', headers: { 'if-match': '"3"' } })
  })

  test('a session that is over is said to whoever listens', async () => {
    let lost = 0
    const stop = onSessionLost(() => lost++)
    answer = { status: 401, body: {} }
    await expect(dataProvider.getOne({ resource: 'units', id: '7' })).rejects.toMatchObject({ message: 'La sessione è scaduta' })
    stop()
    await expect(dataProvider.getOne({ resource: 'units', id: '7' })).rejects.toMatchObject({ statusCode: 401 })
    expect(lost).toBe(1)
  })

  test('a server that is not there is said in words', async () => {
    const refused = dataProvider.custom?.({ url: 'http://127.0.0.1:1/api/units', method: 'get' })
    await expect(refused).rejects.toMatchObject({ statusCode: 0, message: expect.stringContaining('non risponde') as string })
  })

  test('a page without its total is not taken for the whole list', async () => {
    answer = { status: 200, body: [{ id: '1' }] }
    await expect(dataProvider.getList({ resource: 'units' })).rejects.toThrow('quanti sono')
  })
})

test('many records are asked for in one page that holds them all', async () => {
  answer = { status: 200, body: [{ id: 'a' }], headers: { 'X-Total-Count': '1' } }
  await dataProvider.getMany?.({ resource: 'comuni', ids: ['015146', '015118'] })
  const query = new URLSearchParams(seen?.url.split('?')[1])
  expect(query.getAll('id')).toEqual(['015146', '015118'])
  expect([query.get('_start'), query.get('_end')]).toEqual(['0', '2'])
})

describe('a server that is full', () => {
  const full = { status: 503, body: { message: 'Riprovare fra poco.', statusCode: 503, requestId: 'abc' } }

  test('is asked again for what is read, when it says and a few times only', async () => {
    answer = { ...full, headers: { 'Retry-After': '0' } }
    answered = 0
    await expect(dataProvider.getOne({ resource: 'units', id: '7' })).rejects.toMatchObject({ statusCode: 503, requestId: 'abc' })
    expect(answered).toBe(4)
  })

  test('is not asked again when it does not say when, or says too late', async () => {
    for (const headers of [{}, { 'Retry-After': '31' }, { 'Retry-After': 'domani' }] as Record<string, string>[]) {
      answer = { ...full, headers }
      answered = 0
      await expect(dataProvider.getOne({ resource: 'units', id: '7' })).rejects.toThrow('Riprovare fra poco.')
      expect(answered).toBe(1)
    }
  })

  test('is never asked to write twice', async () => {
    answer = { ...full, headers: { 'Retry-After': '0' } }
    answered = 0
    const refused = (await dataProvider.create({ resource: 'units', variables: {} }).catch((error: unknown) => error)) as Refusal
    expect(answered).toBe(1)
    expect(inWords(refused)).toBe('Riprovare fra poco. Codice da citare: abc')
  })
})

test('a write without an answer may have arrived, and says so', async () => {
  const lost = dataProvider.custom?.({ url: 'http://127.0.0.1:1/api/units', method: 'post', payload: {} })
  await expect(lost).rejects.toMatchObject({
    message: expect.stringContaining('può essere stata registrata lo stesso') as string,
  })
})
