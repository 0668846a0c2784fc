import { Hono } from 'hono'
import type { Pool } from 'pg'
import { fingerprint, installedFingerprint } from '../../db/installed.ts'
import { updating } from './errors.ts'

/** `live`: the process answers. `ready`: it reaches its database, and the database is as this program prepared it. */
export function healthRoutes(pool: Pool) {
  return new Hono()
    .get('/live', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      try {
        const { rows } = await pool.query(`select ${installedFingerprint} as installed`)
        if (rows[0]?.installed !== fingerprint)
          return c.json({ status: 'updating', message: updating }, 503, { 'Retry-After': '10' })
        return c.json({ status: 'ok' })
      } catch {
        return c.json({ status: 'unavailable', message: 'Il database non risponde.' }, 503)
      }
    })
}
