import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staticFiles } from '../../../api/http/staticFiles.ts'
import { precompress } from '../../../api/precompress.ts'

const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
const script = 'export const word = "casa"\n'.repeat(200)
let app: Hono

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets/panel-1a2b.js'), script)
  writeFileSync(join(folder, 'assets/letters-1a2b.woff2'), script)
  await precompress(folder)
  app = new Hono().use(compress()).route('/', staticFiles(folder))
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = async (path: string, encodings: string) => {
  const response = await app.request(path, { headers: { 'accept-encoding': encodings } })
  return { response, sent: Buffer.from(await response.arrayBuffer()) }
}

describe('A file of the built panel', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('is sent to who takes %s as it was compressed at build, once and for a year', async (encodings, encoding, unpack) => {
    const { response, sent } = await ask('/assets/panel-1a2b.js', encodings)
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('content-length')).toBe(String(sent.length))
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(unpack(sent).toString()).toBe(script)
  })

  test('is sent as it is to who takes no encoding, and where it is compressed already', async () => {
    const plain = await ask('/assets/panel-1a2b.js', 'identity')
    expect(plain.response.headers.get('content-encoding')).toBeNull()
    expect(plain.sent.toString()).toBe(script)
    const letters = await ask('/assets/letters-1a2b.woff2', 'br')
    expect(letters.response.headers.get('content-encoding')).toBeNull()
  })

  test('is not kept when it is the page, which names the others', async () => {
    const { response } = await ask('/sfitti', 'br')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })
})
