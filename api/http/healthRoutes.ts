import { Hono } from 'hono'
import type { Pool } from 'pg'

/** `live`: the process answers. `ready`: it reaches its database. */
export function healthRoutes(pool: Pool) {
  return new Hono()
    .get('/live', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      try {
        await pool.query('select 1')
        return c.json({ status: 'ok' })
      } catch {
        return c.json({ status: 'unavailable', message: 'Il database non risponde.' }, 503)
      }
    })
}
