import type { OpenAPIHono, z } from '@hono/zod-openapi'
import { errorSchema } from './schemas.ts'

export type Registry = OpenAPIHono['openAPIRegistry']

const headers = {
  'X-Total-Count': { description: 'Quante righe ha la lista in tutto.', schema: { type: 'integer' } },
  ETag: { description: 'Versione del record, da ripetere in If-Match.', schema: { type: 'string', example: '"3"' } },
  'X-As-Of': { description: 'Il giorno di cui la risposta dice la situazione.', schema: { type: 'string', format: 'date' } },
  'X-Known-At': {
    description: 'L’istante a cui risultava così: ripetuto in knownAt, la risposta è la stessa per sempre.',
    schema: { type: 'string', format: 'date-time' },
  },
  'Retry-After': { description: 'Dopo quanti secondi vale la pena riprovare.', schema: { type: 'integer' } },
} as const

type HeaderName = keyof typeof headers

const told = (...names: HeaderName[]) => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const refusals = {
  400: ['BadRequest', 'La richiesta non è nella forma attesa: un campo, un operatore o un valore sconosciuto è nominato.'],
  401: ['NotSignedIn', 'Serve una sessione: accedere.'],
  403: ['NotForYou', 'Il proprio ruolo non lo permette, o il record sarebbe fuori dal proprio ambito.'],
  404: ['NotFound', 'Il record non esiste, o non è visibile.'],
  409: [
    'Conflict',
    'Conflitto: il record è cambiato, un valore esiste già, un periodo si sovrappone, o altri record dipendono da questo.',
  ],
  413: ['TooLarge', 'La richiesta, o il suo file, è troppo grande.'],
  422: ['Invalid', 'Un valore non va bene: la frase è sul campo.'],
  428: ['VersionNeeded', 'Manca If-Match.'],
  500: ['Failure', 'Errore interno: `requestId` lo ritrova nel registro del programma.'],
  503: ['Unavailable', 'Ora non si può rispondere, per esempio perché il database è occupato: riprovare.'],
  507: ['DiskFull', 'Il disco del server è pieno.'],
} as const

type RefusalCode = keyof typeof refusals

/** What may happen to any request, whatever it asks. */
const always: readonly RefusalCode[] = [401, 403, 500, 503, 507]

/** Refusals and headers are described once, and every operation refers to them. */
export function describeAnswers(registry: Registry) {
  for (const [name, header] of Object.entries(headers)) registry.registerComponent('headers', name, header)
  registry.register('Error', errorSchema)
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
  for (const [code, [name, description]] of Object.entries(refusals)) {
    const waits = code === '503' && { headers: told('Retry-After') }
    registry.registerComponent('responses', name, { description, content, ...waits })
  }
}

/** What a request may be refused with, beside what may happen to any. */
export const refusedWith = (...codes: RefusalCode[]) =>
  Object.fromEntries(
    [...codes, ...always].map((code) => [code, { $ref: `#/components/responses/${refusals[code][0]}` }] as const),
  )

export const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })

/** The answer to a read: it tells its moments, and which other headers it has. */
export const read = (schema: z.ZodType, description: string, ...names: HeaderName[]) => ({
  ...json(schema, description),
  headers: moments(...names),
})

export const moments = (...names: HeaderName[]) => told('X-As-Of', 'X-Known-At', ...names)

/** The record after it was written, with its new version. */
export const written = (record: z.ZodType, description: string) => ({ ...json(record, description), headers: told('ETag') })
