import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const forAYear = 'public, max-age=31536000, immutable'

/** Names under which only programs ask: what is not there for them is not a page. */
const notPages = /^\/(api|assets|metrics|health|healthz|\.well-known)(\/|$)/

/** The built admin: its hashed files for a year, and its page for every other address that may be one of a page. */
export function staticFiles(folder: string) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  return new Hono()
    .use('/assets/*', async (c, next) => {
      await next()
      if (c.res.ok) c.header('Cache-Control', forAYear)
    })
    .use('*', serveStatic({ root: folder, index: 'none', precompressed: true }))
    .get('*', async (c, next) => {
      if (notPages.test(c.req.path) || extname(c.req.path)) return next()
      c.header('Cache-Control', 'no-cache')
      return c.html(page)
    })
}
