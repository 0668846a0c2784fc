import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { AppEnv } from './context.ts'
import { toldPath } from './log.ts'

/** A line for every request: what was asked, by whom, how it ended, in how many milliseconds. Never what it searched for. */
export const requestLines =
  (log: Logger): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const began = performance.now()
    await next()
    const { method, path } = c.req
    const ms = Math.round(performance.now() - began)
    // Where nobody has signed in there is no user, whatever the type says.
    const user = (c.var.user as AppEnv['Variables']['user'] | undefined)?.id
    log.info({ requestId: c.var.requestId, method, path: toldPath(path), status: c.res.status, ms, user }, 'request')
  }
