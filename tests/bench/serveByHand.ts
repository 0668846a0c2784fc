import { serve } from '@hono/node-server'
import { byHand, openPoolByHand } from './byHand.ts'

// A process of its own, so that its CPU can be told from everybody else's.
serve({ fetch: byHand(openPoolByHand(process.env['DATABASE_URL'] ?? '')).fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  process.stdout.write(`http://127.0.0.1:${port}\n`),
)
