import { Hono } from 'hono'
import { type Probe, statusOf } from './probes.ts'

/** `live` (or nothing): the process answers. `ready`: what it needs can be read and written; otherwise, what cannot. */
export function healthRoutes(probes: readonly Probe[]) {
  const checks = probes.map(statusOf)
  return new Hono()
    .get('/', (c) => c.json({ status: 'ok' }))
    .get('/live', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      const failures = (await Promise.all(checks.map(async (check) => check()))).filter((message) => message !== null)
      if (failures.length === 0) return c.json({ status: 'ok' })
      c.header('Retry-After', '10')
      return c.json({ status: 'unavailable', message: failures.join(' ') }, 503)
    })
}
