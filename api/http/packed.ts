import { constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'

/** A shorter answer is sent as it is: to pack it costs more than it saves. */
const shortest = 1024

/**
 * JSON is written once, with its length, and packed where that pays, as it is answered: to take an answer apart afterwards, as
 * Hono's own compression does, costs more than all of this.
 */
export const packed = createMiddleware(async (c, next) => {
  c.json = ((value: unknown, status?: number, headers?: Record<string, string>) => {
    const plain = Buffer.from(JSON.stringify(value))
    const isLong = plain.byteLength >= shortest
    const isPacked = isLong && c.req.method !== 'HEAD' && takesGzip(c)
    const body = isPacked ? gzipSync(plain, { level: constants.Z_BEST_SPEED }) : plain
    c.header('Content-Type', 'application/json')
    c.header('Content-Length', String(body.byteLength))
    if (isLong) c.header('Vary', 'Accept-Encoding')
    // Also an answer that takes the place of another: a refusal of what was to be committed.
    c.header('Content-Encoding', isPacked ? 'gzip' : undefined)
    return c.body(new Uint8Array(body.buffer, body.byteOffset, body.byteLength), status as 200, headers)
  }) as unknown as typeof c.json
  await next()
})

const takesGzip = (c: Context) =>
  accepts(c, { header: 'Accept-Encoding', supports: ['gzip', 'identity'], default: 'identity' }) === 'gzip'
