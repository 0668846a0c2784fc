import type { MiddlewareHandler } from 'hono'
import { Refusal } from './errors.ts'

/** More of what nobody will use is not waited for. */
const mostDrained = 256 * 1024 * 1024

/**
 * Refuses a body larger than `most` bytes, also one that does not say its size. The rest of it is read and thrown away first:
 * a caller that is cut off while it still sends never reads why.
 */
export const bodyLimit =
  (most: number, refusal: () => Refusal): MiddlewareHandler =>
  async (c, next) => {
    const { body, headers } = c.req.raw
    if (!body) return next()
    const told = headers.has('transfer-encoding') ? null : headers.get('content-length')
    if (told !== null && Number(told) <= most) return next()
    const kept = await readUpTo(told === null ? most : 0, body)
    if (!kept) throw refusal()
    c.req.raw = new Request(c.req.raw, { method: c.req.method, body: kept })
    return next()
  }

/** All of a body, or null when it is larger: then it has been read to its end, and thrown away. */
async function readUpTo(most: number, body: ReadableStream<Uint8Array>) {
  const kept: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > mostDrained) break
      if (size <= most) kept.push(chunk)
      else kept.length = 0
    }
  } catch {
    throw new Refusal(400, 'La richiesta si è interrotta prima della fine.')
  }
  return size <= most ? Buffer.concat(kept) : null
}
