import { createMiddleware } from 'hono/factory'
import type { Pool } from 'pg'
import { begin, isPast, type Clocks } from '../../db/clocks.ts'
import type { AppEnv } from './context.ts'
import { badRequest } from './errors.ts'
import { isDay, isInstant } from './fieldValues.ts'

export function clocksOf(query: URLSearchParams): Clocks {
  const [asOf = null, ...moreDays] = query.getAll('asOf').filter(Boolean)
  const [knownAt = null, ...moreInstants] = query.getAll('knownAt').filter(Boolean)
  if (moreDays.length + moreInstants.length > 0) throw badRequest('asOf e knownAt si indicano una volta sola.')
  if (asOf !== null && !isDay(asOf)) throw badRequest(`asOf vale «${asOf}»: serve un giorno nella forma AAAA-MM-GG.`)
  if (knownAt !== null && !isInstant(knownAt)) {
    throw badRequest(`knownAt vale «${knownAt}»: serve un istante ISO, per esempio 2026-03-01T09:00:00Z.`)
  }
  return { asOf, knownAt }
}

const decodeReason = (header: string | undefined) => {
  try {
    return header === undefined ? null : decodeURIComponent(header).slice(0, 1000)
  } catch {
    throw badRequest('L’intestazione X-Reason deve essere testo codificato come in un indirizzo.')
  }
}

const isWrite = (method: string) => method !== 'GET' && method !== 'HEAD'

/** One transaction per request: its clocks, user and role set once, so that no query has to repeat them. */
export const transaction = (pool: Pool) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const clocks = clocksOf(new URL(c.req.url).searchParams)
    const writes = isWrite(c.req.method)
    if (writes && isPast(clocks)) throw badRequest('Nel passato non si scrive: tornare a oggi per modificare i dati.')
    const client = await pool.connect()
    const end = async (how: 'commit' | 'rollback') => {
      try {
        await client.query(how)
        client.release()
      } catch (error) {
        client.release(true)
        if (writes) throw error
      }
    }
    try {
      const reason = decodeReason(c.req.header('x-reason'))
      c.set('client', await begin(client, { clocks, user: c.var.user.email, reason, writes }))
      c.set('clocks', clocks)
      await next()
    } catch (error) {
      await end('rollback')
      throw error
    }
    const ended = end(c.error || c.res.status >= 400 ? 'rollback' : 'commit')
    // What was only read is answered without waiting for the transaction to be over.
    if (writes) await ended
  })
