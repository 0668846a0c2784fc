import type { HttpError } from '@refinedev/core'
import axios, { isAxiosError } from 'axios'
import type { InternalAxiosRequestConfig } from 'axios'

import { clockHeaders } from './clocks.ts'
import { NoAnswer, patient } from './patience.ts'

/** What the API answers when it refuses, with what each screen needs of it. */
export class Refusal extends Error implements HttpError {
  [extra: string]: unknown
  readonly statusCode: number
  readonly errors?: Record<string, string[]>
  /** The record as it is now, when somebody else changed it in the meantime (409). */
  readonly current?: Record<string, unknown>
  /** To be quoted to whoever looks for the cause in the log. */
  readonly requestId?: string

  constructor(statusCode: number, message: string, body: Partial<Pick<Refusal, 'errors' | 'current' | 'requestId'>> = {}) {
    super(message)
    this.statusCode = statusCode
    if (body.errors) this.errors = body.errors
    if (body.current) this.current = body.current
    if (body.requestId) this.requestId = body.requestId
  }
}

const sessionLost = new EventTarget()

/** Calls back when a request is refused because the session is over; returns how to stop listening. */
export function onSessionLost(listener: () => void): () => void {
  sessionLost.addEventListener('lost', listener)
  return () => sessionLost.removeEventListener('lost', listener)
}

export const http = axios.create({ adapter: patient(axios.getAdapter(axios.defaults.adapter)) })

http.interceptors.request.use(moveClocksToQuery)
http.interceptors.response.use(
  (response) => {
    const asksForPage = /[?&]_end=/.test(response.config.url ?? '')
    if (asksForPage && response.headers['x-total-count'] === undefined) {
      throw new Refusal(0, 'Il server non ha detto quanti sono i risultati: l’elenco non può essere mostrato')
    }
    return response
  },
  (error: unknown) => {
    const refused = toRefusal(error)
    if (refused.statusCode === 401) sessionLost.dispatchEvent(new Event('lost'))
    throw refused
  },
)

export function moveClocksToQuery(config: InternalAxiosRequestConfig): InternalAxiosRequestConfig {
  const params: Record<string, string> = {}
  for (const [name, header] of Object.entries(clockHeaders)) {
    const value: unknown = config.headers.get(header)
    config.headers.delete(header)
    if (typeof value === 'string' && value) params[name] = value
  }
  if (Object.keys(params).length > 0) config.params = { ...(config.params as object | undefined), ...params }
  return config
}

/** `simple-rest`'s own client drops `errors` and `current`; forms and the conflict page need them. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof NoAnswer) return new Refusal(0, noAnswer[error.left])
  const response = isAxiosError<Partial<Refusal>>(error) ? error.response : undefined
  if (!response) return new Refusal(0, error instanceof Error ? error.message : 'Errore inatteso')
  const body = typeof response.data === 'object' && response.data !== null ? response.data : {}
  return new Refusal(response.status, body.message ?? fallbackMessage(response.status), body)
}

const noAnswer: Readonly<Record<NoAnswer['left'], string>> = {
  nothing: 'Connessione assente: quanto scritto è conservato; riprovare quando torna la rete.',
  question: 'Il server non risponde: quanto scritto è conservato; riprovare fra poco.',
  change:
    'Il server non ha risposto: la modifica può essere stata registrata lo stesso. Quanto scritto è conservato; controllare prima di ripetere.',
}

/** A refusal in one sentence, with the code to quote when there is one. */
export const inWords = ({ message, requestId }: Pick<Refusal, 'message' | 'requestId'>): string =>
  requestId ? `${message} Codice da citare: ${requestId}` : message

function fallbackMessage(status: number): string {
  if (status === 401) return 'La sessione è scaduta'
  if (status === 404) return 'Non trovato'
  if (status === 429) return 'Troppe richieste: attendere qualche istante e riprovare'
  return status >= 500 ? 'Il server non è riuscito a rispondere' : 'Richiesta non accettata'
}
