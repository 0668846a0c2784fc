import { createMiddleware } from 'hono/factory'

/** Says how long a JSON answer is, so that the short ones are not compressed: for them that costs more than it saves. */
export const toldLength = createMiddleware(async (c, next) => {
  await next()
  const { headers } = c.res
  if (!headers.get('content-type')?.startsWith('application/json') || headers.has('content-length')) return
  const body = await c.res.arrayBuffer()
  c.res = new Response(body, c.res)
  c.res.headers.set('content-length', String(body.byteLength))
})
