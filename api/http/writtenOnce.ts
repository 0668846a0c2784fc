import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { once } from '../../db/once.ts'
import type { Permits } from '../auth/permits.ts'
import type { AppEnv } from './context.ts'

interface Written {
  bodies: Readonly<Record<(typeof encodings)[number], Uint8Array<ArrayBuffer>>>
  etag: string
}

/** Browsers take brotli over a safe line alone. */
const encodings = ['br', 'gzip', 'identity'] as const

const [brotli, pack] = [promisify(brotliCompress), promisify(gzip)]

/**
 * The answer to a question that every reader of the same roles and every moment answers alike: written, compressed and digested
 * when it is first asked. Who has it already asks only whether it still holds.
 */
export function writtenOnce(make: (permits: Permits) => unknown): (c: Context<AppEnv>) => Promise<Response> {
  const writtenFor = once(async (permits: Permits) => write(make(permits)))
  return async (c) => {
    const { bodies, etag } = await writtenFor(c.var.permits)
    c.header('Cache-Control', 'private, no-cache')
    c.header('Vary', 'Accept-Encoding')
    c.header('ETag', etag)
    if (holds(c.req.header('if-none-match'), etag)) return c.body(null, 304)
    c.header('Content-Type', 'application/json')
    // Whoever takes both often names gzip first.
    const encoding =
      encodings.find((one) => accepts(c, { header: 'Accept-Encoding', supports: [one], default: '' }) === one) ?? 'identity'
    if (encoding !== 'identity') c.header('Content-Encoding', encoding)
    const body = bodies[encoding]
    c.header('Content-Length', String(body.byteLength))
    return c.body(body)
  }
}

/** The same tag for every encoding, and so a weak one: what is compared is what was said, not how it was packed. */
async function write(answer: unknown): Promise<Written> {
  const text = JSON.stringify(await answer)
  const identity = new TextEncoder().encode(text)
  const [br, zipped] = await Promise.all([brotli(identity), pack(identity)])
  return {
    bodies: { identity, br: new Uint8Array(br), gzip: new Uint8Array(zipped) },
    etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
  }
}

const holds = (asked: string | undefined, etag: string) =>
  asked?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag) ?? false
