import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const forAYear = 'public, max-age=31536000, immutable'

/** The built admin: its hashed files for a year, and its page for every other address. */
export function staticFiles(folder: string) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  return new Hono()
    .use('/assets/*', serveStatic({ root: folder, onFound: (_, c) => c.header('Cache-Control', forAYear) }))
    .use('*', serveStatic({ root: folder, index: 'none' }))
    .get('*', (c, next) => {
      if (c.req.path.startsWith('/api/') || c.req.path.startsWith('/assets/')) return next()
      c.header('Cache-Control', 'no-cache')
      return c.html(page)
    })
}
