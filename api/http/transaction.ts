import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Pool } from 'pg'
import { isPast, type Clocks } from '../../db/clocks.ts'
import { admit, type Admitted, type Entered, type Question, Transaction } from '../../db/transaction.ts'
import { permitsOf } from '../auth/permits.ts'
import type { AppEnv } from './context.ts'
import { badRequest } from './errors.ts'
import { checkAskedDay, checkAskedInstant } from './fieldValues.ts'

export function clocksOf(query: URLSearchParams): Clocks {
  const [asOf = null, ...moreDays] = query.getAll('asOf').filter(Boolean)
  const [knownAt = null, ...moreInstants] = query.getAll('knownAt').filter(Boolean)
  if (moreDays.length + moreInstants.length > 0) throw badRequest('asOf e knownAt si indicano una volta sola.')
  const complaint =
    (asOf === null ? null : checkAskedDay('asOf', asOf)) ?? (knownAt === null ? null : checkAskedInstant('knownAt', knownAt))
  if (complaint) throw badRequest(complaint)
  return { asOf, knownAt }
}

const longestReason = 1000

function reasonOf(header: string | undefined): string | null {
  if (header === undefined) return null
  const reason = decoded(header)
  if (reason.includes('\0')) throw badRequest('Il motivo contiene un carattere non ammesso.')
  if (reason.length > longestReason) throw badRequest(`Il motivo è troppo lungo: al massimo ${longestReason} caratteri.`)
  return reason
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  } catch {
    throw badRequest('L’intestazione X-Reason deve essere testo codificato come in un indirizzo.')
  }
}

const isWrite = (method: string) => method !== 'GET' && method !== 'HEAD'

const originOf = (path: string) => (path.endsWith('/transitions') ? 'transition' : 'page')

/** What a request asks of the database, from its address and headers. */
export function questionOf({ req, var: { token } }: Context<AppEnv>): Question {
  const clocks = clocksOf(new URL(req.url).searchParams)
  const writes = isWrite(req.method)
  if (writes && isPast(clocks)) throw badRequest('Nel passato non si scrive: tornare a oggi per modificare i dati.')
  const reason = reasonOf(req.header('x-reason'))
  return { asking: { token }, clocks, writes, origin: originOf(req.path), reason, signal: req.raw.signal }
}

function tellUser(
  c: Context<AppEnv>,
  { id = '', name = '', email = '', roles = [], agencyRoles = [], feedSerial = 0 }: Partial<Admitted>,
) {
  c.set('user', { id, name, email, feedSerial })
  c.set('permits', permitsOf(roles, agencyRoles))
}

/**
 * Every answer says at which moments it holds: asked again with them, it is the same for ever. Said to the answer itself, which
 * Hono's own `header` would make anew.
 */
function tellMoments(c: Context, { asOf, knownAt }: Entered) {
  c.res.headers.set('X-As-Of', asOf)
  c.res.headers.set('X-Known-At', knownAt)
}

/**
 * One transaction per request: its clocks, user, sight and role set once, so that no query has to repeat them. Who reads passes
 * the door first; who writes is admitted before, so that nobody holds the protocol while it is seen what they may do.
 */
export const transaction = (pool: Pool, counts = false) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const question = { ...questionOf(c), counts }
    if (question.writes) {
      // All of it is here before a connection is taken, however slow the line.
      await c.req.text()
      const user = await admit(pool, c.var.token)
      tellUser(c, user)
      question.seesAll = user.seesAll
    }
    const client = new Transaction(pool, question)
    c.set('client', client)
    c.set('clocks', question.clocks)
    try {
      const entered = question.writes ? null : await client.entered()
      if (entered) tellUser(c, entered)
      await next()
      if (entered) tellMoments(c, entered)
    } catch (error) {
      await client.end('rollback')
      throw error
    }
    const ended = client.end(c.error || c.res.status >= 400 ? 'rollback' : 'commit')
    // What was only read is answered without waiting for the transaction to be over.
    if (question.writes) await ended
  })
