import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let client: Client

beforeAll(async () => {
  app = await startApp()
  client = await app.as('lettrice@aler.it')
})

describe('an answer', () => {
  const asked = (path: string) => client.request(path, { headers: { 'accept-encoding': 'gzip' } })

  test('that is short is sent as it is, and says its length', async () => {
    const response = await asked('/api/health/live')
    const body = await response.text()
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('content-length')).toBe(String(body.length))
    expect(JSON.parse(body)).toEqual(expect.any(Object))
  })

  test('that is long is compressed', async () => {
    const response = await asked('/api/metrics')
    const sent = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('content-length')).toBe(String(sent.length))
    const body = gunzipSync(sent)
    expect(sent.length).toBeLessThan(body.length / 2)
    expect(JSON.parse(body.toString())).toEqual(expect.any(Array))
  })

  test('to what is only read leaves no connection behind, also when it is refused', async () => {
    for (const path of ['/api/units', '/api/units?nonsense=1', '/api/units/00000000-0000-4000-8000-00000000dead']) {
      await client.request(path)
    }
    await expect.poll(() => app.pool.totalCount - app.pool.idleCount).toBe(0)
  })
})
