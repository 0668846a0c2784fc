import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Held } from '../dashboards/keptAnswers.ts'
import { Refusal } from './errors.ts'

export interface PoolCounts {
  total: number
  idle: number
  waiting: number
}

interface Measured {
  /** What whoever reads them presents as `Authorization: Bearer`. */
  token: string
  pools: () => Record<string, PoolCounts>
  /** The pages that are kept. */
  held: () => Held
}

/**
 * What the program counts of itself, in Prometheus' text. A token opens it and not the caller's address: behind a proxy, or in
 * a container, every caller has the proxy's.
 */
export function openMeters({ token, pools, held }: Measured) {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, route and status, and how long they took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  new Gauge({
    name: 'db_pool_connections',
    help: 'Connections of each pool, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, counts] of Object.entries(pools())) {
        for (const [state, n] of Object.entries(counts)) this.set({ pool, state }, n)
      }
    },
  })
  const answers = new Counter({
    name: 'kept_answers_total',
    help: 'Pages answered from what was kept (hit) and pages read (miss).',
    labelNames: ['outcome'],
    registers,
  })
  new Gauge({
    name: 'kept_answers',
    help: 'Pages that are kept.',
    registers,
    collect() {
      this.set(held().answers)
    },
  })
  new Gauge({
    name: 'kept_answers_bytes',
    help: 'Length of the pages that are kept, as they are sent.',
    registers,
    collect() {
      this.set(held().bytes)
    },
  })
  const count: MiddlewareHandler = async (c, next) => {
    const ended = seconds.startTimer()
    await next()
    ended({ method: methodOf(c), route: routePath(c), status: c.res.status })
  }
  const answer = async (c: Context) => {
    if (!isSame(c.req.header('authorization'), `Bearer ${token}`))
      throw new Refusal(401, 'Le misure si leggono con METRICS_TOKEN.')
    return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
  }
  return { count, answer, answered: (kept: boolean) => answers.inc({ outcome: kept ? 'hit' : 'miss' }) }
}

/** A method is what its caller wrote: those that are not ours are counted together. */
const methodOf = ({ req: { method } }: Context) =>
  ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS'].includes(method) ? method : 'other'

/** Takes as long whatever is given. */
const isSame = (given: string | undefined, expected: string) => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(expected))
}
