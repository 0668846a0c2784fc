import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let client: Client

beforeAll(async () => {
  app = await startApp()
  client = await app.as('lettrice@aler.it')
})

const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

describe.each(['/api/resources', '/api/metrics', '/api/dashboards', '/api/openapi.json'])(
  '%s, which only a new version changes,',
  (path) => {
    const ask = (headers: Record<string, string> = {}, as = client) => as.request(path, { headers })

    test('is kept by the browser, which asks whether it still holds and is told so without a body', async () => {
      const first = await ask(browser)
      const etag = first.headers.get('etag') ?? ''
      expect(first.headers.get('cache-control')).toBe('private, no-cache')
      expect(etag).not.toBe('')

      const again = await ask({ ...browser, 'if-none-match': `"other", ${etag}` })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)

      const other = await ask({ ...browser, 'if-none-match': '"other"' })
      expect(other.status).toBe(200)
    })

    test('is sent as brotli to who takes it, once, with its length, and as it is to who does not', async () => {
      const packed = await ask(browser)
      const sent = Buffer.from(await packed.arrayBuffer())
      expect(packed.headers.get('content-encoding')).toBe('br')
      expect(packed.headers.get('content-length')).toBe(String(sent.length))
      expect(packed.headers.get('vary')).toMatch(/accept-encoding/i)

      const refused = await ask({ 'accept-encoding': 'br;q=0' })
      expect(refused.headers.get('content-encoding')).toBeNull()
      const plain = await ask()
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect(brotliDecompressSync(sent).toString()).toBe(await plain.text())
    })

    test('is refused in words that can be read to whoever has no session, also with the tag in hand', async () => {
      const etag = (await ask()).headers.get('etag') ?? ''
      await app.pool.query('delete from auth.session')
      for (const as of [app, client]) {
        const refused = await ask({ ...browser, 'if-none-match': etag }, as)
        expect(refused.status).toBe(401)
        expect(refused.headers.get('content-encoding')).toBeNull()
        expect(refused.headers.get('etag')).toBeNull()
        expect(await refused.json()).toMatchObject({ statusCode: 401, message: expect.any(String) as string })
      }
      client = await app.as('lettrice@aler.it')
    })
  },
)
