import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { sentenceOf } from './constraints.ts'

export type FieldErrors = Record<string, string[]>

/** A refusal with a sentence for whoever asked; `errors` are the sentences of single fields, by field. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  readonly errors: FieldErrors | undefined
  readonly extra: Record<string, unknown>

  constructor(status: ContentfulStatusCode, message: string, errors?: FieldErrors, extra: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.errors = errors
    this.extra = extra
  }
}

/** What a process says that meets an installation of another version: it answers again when it is right, or started anew. */
export const updating = 'Ballatoio è in aggiornamento: riprovare tra poco.'

export const badRequest = (message: string) => new Refusal(400, message)
export const notFound = () => new Refusal(404, 'La risorsa richiesta non esiste.')

/** Field messages as a 422, or nothing when there are none. */
export function refuseFields(errors: FieldErrors): void {
  if (Object.keys(errors).length === 0) return
  throw new Refusal(422, Object.values(errors).flat().join(' '), errors)
}

interface DatabaseError {
  code: string
  constraint?: string
  detail?: string
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
  const { message, field, ofTheReferred } = sentenceOf(error)
  const errors = field ? { [field]: [message] } : undefined
  switch (error.code) {
    case '23505':
    case '23P01':
      return new Refusal(409, message, errors)
    case '23503':
      if (!error.detail?.includes('still referenced')) return new Refusal(422, message, errors)
      return ofTheReferred
        ? new Refusal(409, message, errors)
        : new Refusal(409, 'Il record non si può eliminare: altri record dipendono da questo.')
    case '23502':
    case '23514':
      return new Refusal(422, message, errors)
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
    case '57014':
      return new Refusal(503, 'La richiesta ha richiesto troppo tempo ed è stata interrotta: restringere i filtri o riprovare.')
    default:
      return null
  }
}

const isCause = (error: unknown) => (error instanceof Error && error.cause !== undefined ? error.cause : error)

/** An error as what the caller is refused for; null when it is nobody's doing. */
export function asRefusal(error: unknown): Refusal | null {
  const cause = isCause(error)
  return error instanceof Refusal ? error : isDatabaseError(cause) ? refusalOf(cause) : null
}

/** The one place where an error becomes an answer. */
export const onError = (log: Logger) => (error: unknown, c: Context) => {
  const refusal = asRefusal(error)
  if (refusal) {
    const { message, errors, extra } = refusal
    // What is only read has no fields to put right: the question was wrong.
    const status = refusal.status === 422 && c.req.method === 'GET' ? 400 : refusal.status
    return c.json({ message, statusCode: status, ...(errors && { errors }), ...extra }, status)
  }
  if (error instanceof HTTPException) {
    const message = error.status === 413 ? 'La richiesta è troppo grande.' : 'La richiesta non è nella forma attesa.'
    return c.json({ message, statusCode: error.status }, error.status)
  }
  const requestId = c.get('requestId')
  log.error({ err: error, requestId, path: c.req.path }, 'request failed')
  return c.json({ message: 'Errore interno. Il codice della richiesta aiuta a ritrovarlo.', statusCode: 500, requestId }, 500)
}
