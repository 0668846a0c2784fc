import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { noSession } from '../../db/enter.ts'
import { sentenceOf } from './brokenRules.ts'
import { causesOf } from './causes.ts'
import { toldError, toldPath } from './log.ts'
import { troubleOf } from './troubles.ts'

export type FieldErrors = Record<string, string[]>

/** A refusal with a sentence for whoever asked; `errors` are the sentences of single fields, by field. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  readonly errors: FieldErrors | undefined
  readonly extra: Record<string, unknown>
  /** Seconds after which it is worth trying again. */
  retryAfter?: number

  constructor(status: ContentfulStatusCode, message: string, errors?: FieldErrors, extra: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.errors = errors
    this.extra = extra
  }
}

export const badRequest = (message: string) => new Refusal(400, message)
export const notSignedIn = () => new Refusal(401, 'La sessione è scaduta o non è mai iniziata: accedere di nuovo.')
export const notFound = () => new Refusal(404, 'La risorsa richiesta non esiste.')

/** Field messages as a 422, or nothing when there are none. */
export function refuseFields(errors: FieldErrors): void {
  if (Object.keys(errors).length === 0) return
  throw new Refusal(422, Object.values(errors).flat().join(' '), errors)
}

interface DatabaseError {
  code: string
  constraint?: string
  message: string
  column?: string
  table?: string
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code)

/** What Postgres refused, in the words of the screen; null when it is not the caller's doing. */
function refusalOf(error: DatabaseError): Refusal | null {
  if (error.code === noSession) return notSignedIn()
  const { message, field, ofTheReferred } = sentenceOf(error)
  const errors = field ? { [field]: [message] } : undefined
  switch (error.code) {
    case '23505':
    case '23P01':
      return new Refusal(409, message, errors)
    case '23503':
      if (!error.message.startsWith('update or delete')) return new Refusal(422, message, errors)
      return ofTheReferred
        ? new Refusal(409, message, errors)
        : new Refusal(409, 'Il record non si può eliminare: altri record dipendono da questo.')
    case '23502':
    case '23514':
      return new Refusal(422, message, errors)
    case '42501':
      return new Refusal(403, 'Il record sarebbe fuori dal proprio ambito: controllare comune, edificio o UOG indicati.')
    case '22001':
    case '22003':
    case '22007':
    case '22008':
    case '22009':
    case '22P02':
    case '22021':
      return new Refusal(422, 'Un valore non è nella forma attesa: controllare i campi e riprovare.')
    case '40001':
    case '40P01':
      return new Refusal(409, 'Qualcun altro sta scrivendo gli stessi dati: riprovare.')
    default:
      return null
  }
}

/** An error as what the caller is refused for; null when it is not the caller's doing. */
export function asRefusal(error: unknown): Refusal | null {
  for (const cause of causesOf(error)) {
    const refusal = cause instanceof Refusal ? cause : isDatabaseError(cause) ? refusalOf(cause) : null
    if (refusal) return refusal
  }
  return null
}

interface Told extends Record<string, unknown> {
  status: ContentfulStatusCode
  message: string
  retryAfter?: number | undefined
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD'

function told(error: unknown, method: string): Told {
  const trouble = error instanceof Refusal ? null : troubleOf(error, !isRead(method))
  if (trouble) return { ...trouble }
  const refusal = asRefusal(error)
  if (refusal) {
    const { message, errors, extra, retryAfter } = refusal
    // What is only read has no fields to put right: the question was wrong.
    const status = refusal.status === 422 && method === 'GET' ? 400 : refusal.status
    return { message, status, retryAfter, ...(errors && { errors }), ...extra }
  }
  if (error instanceof HTTPException) {
    const message = error.status === 413 ? 'La richiesta è troppo grande.' : 'La richiesta non è nella forma attesa.'
    return { message, status: error.status }
  }
  return { message: 'Errore interno. Il codice della richiesta aiuta a ritrovarlo.', status: 500 }
}

/** The one place where an error becomes an answer. What is not the caller's doing leaves a line in the log, and its id. */
export const onError = (log: Logger) => (error: unknown, c: Context) => {
  // Whoever asked has gone: there is nobody to answer, and nothing went wrong.
  if (c.req.raw.signal.aborted) return c.body(null, 408)
  const { status, message, retryAfter, ...rest } = told(error, c.req.method)
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  if (status < 500) return c.json({ message, statusCode: status, ...rest }, status)
  const requestId: string = c.get('requestId')
  const { method, path } = c.req
  log.error({ requestId, method, path: toldPath(path), status, user: c.get('user')?.id, err: toldError(error) }, 'request failed')
  return c.json({ message, statusCode: status, ...rest, requestId }, status)
}

/** Hono hands to `onError` only what is an `Error`; anything else thrown becomes one here. */
export const onlyErrors: MiddlewareHandler = async (_, next) => {
  try {
    await next()
  } catch (thrown) {
    throw thrown instanceof Error ? thrown : new Error('Something that is not an error was thrown.', { cause: thrown })
  }
}
