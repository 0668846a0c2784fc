import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { AppEnv } from './context.ts'

interface Written {
  plain: Uint8Array<ArrayBuffer>
  packed: Uint8Array<ArrayBuffer>
  etag: string
}

const brotli = promisify(brotliCompress)

/**
 * The answer to a question that every reader and every moment answers alike: written, compressed and digested when it is first
 * asked. Who has it already asks only whether it still holds.
 */
export function writtenOnce(make: () => unknown): (c: Context<AppEnv>) => Promise<Response> {
  let written: Promise<Written> | undefined
  return async (c) => {
    const { plain, packed, etag } = await (written ??= write(make()))
    // Who is not let in is refused before anything is told of the answer.
    await c.var.client.entered()
    c.header('Cache-Control', 'private, no-cache')
    c.header('Vary', 'Accept-Encoding')
    c.header('ETag', etag)
    if (holds(c.req.header('if-none-match'), etag)) return c.body(null, 304)
    c.header('Content-Type', 'application/json')
    const isPacked = accepts(c, { header: 'Accept-Encoding', supports: ['br', 'identity'], default: 'identity' }) === 'br'
    if (isPacked) c.header('Content-Encoding', 'br')
    const body = isPacked ? packed : plain
    c.header('Content-Length', String(body.byteLength))
    return c.body(body)
  }
}

/** The same tag for every encoding, and so a weak one: what is compared is what was said, not how it was packed. */
async function write(answer: unknown): Promise<Written> {
  const text = JSON.stringify(await answer)
  const plain = new TextEncoder().encode(text)
  const packed = new Uint8Array(await brotli(plain))
  return { plain, packed, etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` }
}

const holds = (asked: string | undefined, etag: string) =>
  asked?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag) ?? false
