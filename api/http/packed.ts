import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'

const pack = promisify(gzip)

/** A shorter answer is sent as it is: to pack it costs more than it saves. */
const shortest = 1024

/**
 * JSON is written once, with its length, and packed where that pays. Hono's own compression sends every answer through streams,
 * which cost more than the packing.
 */
export const packed = createMiddleware(async (c, next) => {
  await next()
  const { headers } = c.res
  if (!headers.get('content-type')?.startsWith('application/json') || headers.has('content-encoding')) return
  if (c.req.method === 'HEAD') return
  const plain = Buffer.from(await c.res.arrayBuffer())
  const isLong = plain.byteLength >= shortest
  if (isLong && !headers.has('Vary')) headers.set('Vary', 'Accept-Encoding')
  const isPacked =
    isLong && accepts(c, { header: 'Accept-Encoding', supports: ['gzip', 'identity'], default: 'identity' }) === 'gzip'
  const body = isPacked ? await pack(plain, { level: constants.Z_BEST_SPEED }) : plain
  if (isPacked) headers.set('Content-Encoding', 'gzip')
  headers.set('Content-Length', String(body.byteLength))
  c.res = new Response(new Uint8Array(body.buffer, body.byteOffset, body.byteLength), {
    status: c.res.status,
    headers,
  })
})
