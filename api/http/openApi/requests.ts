import { z } from '@hono/zod-openapi'
import type { Resource } from '../../../db/defineResource.ts'
import { largestPage } from '../listQuery.ts'
import { describeField, errorSchema } from './schemas.ts'

export const body = (schema: z.ZodType) => ({ content: { 'application/json': { schema } }, required: true })

export const json = (schema: z.ZodType, description: string) => ({ description, content: { 'application/json': { schema } } })

const refusals: Record<number, string> = {
  400: 'La richiesta non è nella forma attesa: un campo, un operatore o un valore sconosciuto è nominato.',
  401: 'Serve una sessione: accedere.',
  404: 'Il record non esiste, o non è visibile.',
  405: 'Non si può fare su questa risorsa.',
  409: 'Conflitto: il record è cambiato, un valore esiste già, un periodo si sovrappone, o altri record dipendono da questo.',
  413: 'Il file è troppo grande.',
  422: 'Un valore non va bene: la frase è sul campo.',
  428: 'Manca If-Match.',
}

/** What a request may be refused with. */
export const refusedWith = (...codes: number[]) =>
  Object.fromEntries(codes.map((code) => [code, json(errorSchema, refusals[code] ?? '')]))

export const id = z.object({ id: z.string().openapi({ description: 'Identificativo del record.' }) })

export const clocks = z.object({
  asOf: z.iso.date().optional().openapi({ description: 'Situazione al giorno indicato. Predefinito: oggi.' }),
  knownAt: z.iso
    .datetime({ offset: true })
    .optional()
    .openapi({ description: 'Come risultava a quell’istante. Predefinito: adesso.' }),
})

export const ifMatch = z.object({
  'If-Match': z.string().openapi({ description: 'La versione letta, come in ETag: `"3"`.' }),
})
export const optionalIfMatch = ifMatch.partial()

export const reasonGiven = z.object({
  'X-Reason': z
    .string()
    .optional()
    .openapi({ description: 'Il motivo, codificato come in un indirizzo: resta nella storia del record.' }),
})
export const reasonNeeded = z.object({
  'X-Reason': z.string().openapi({ description: 'Il motivo dell’eliminazione, codificato come in un indirizzo.' }),
})

export const etag = { ETag: { description: 'Versione del record.', schema: { type: 'string' as const, example: '"3"' } } }

const page = z.object({
  _start: z.coerce.number().int().optional().openapi({ description: 'Prima riga, da 0.' }),
  _end: z.coerce
    .number()
    .int()
    .optional()
    .openapi({ description: `Prima riga esclusa: al massimo ${largestPage} dopo _start.` }),
  _sort: z.string().optional().openapi({ description: 'Campi per cui ordinare, separati da virgola.' }),
  _order: z.string().optional().openapi({ description: '`asc` o `desc` per ognuno, separati da virgola.' }),
})

/** Every field as a filter of equality; the other operators are suffixes of its name. */
export function filters(resource: Resource) {
  const searched = Object.values(resource.fields).some((field) => field.in?.includes('search'))
  return z.object({
    ...(searched && {
      q: z.string().optional().openapi({ description: 'Parole da cercare, tutte; maiuscole e accenti non contano.' }),
    }),
    ...Object.fromEntries(
      Object.entries(resource.fields).map(([key, field]) => [
        key,
        z
          .array(z.string())
          .optional()
          .openapi({ description: describeField(field), param: { style: 'form', explode: true } }),
      ]),
    ),
    ...clocks.shape,
  })
}

export const listQuery = (resource: Resource) => page.extend(filters(resource).shape)

export const introduction = `
L’interfaccia del pannello, per chi vuole leggere o scrivere gli stessi dati da un altro programma.

**Liste.** \`GET /api/<risorsa>\` risponde con un array e l’intestazione \`X-Total-Count\`. Ogni campo è un filtro:
\`campo=valore\` (ripetuto: uno tra questi), e con un suffisso \`campo_ne\` diverso, \`_gt\` \`_gte\` \`_lt\` \`_lte\` confronto,
\`_like\` contiene (maiuscole e accenti non contano, \`%\` e \`_\` valgono se stessi), \`_null=true|false\` senza o con valore.
\`q\` cerca parole, \`_sort\` e \`_order\` ordinano, \`_start\` e \`_end\` scelgono la pagina.
Un campo, un operatore o un valore sconosciuto è un 400 che lo nomina: non viene mai ignorato.

**Due orologi.** Ogni lettura accetta \`asOf\` (situazione a un giorno) e \`knownAt\` (come risultava a un istante).
Con uno dei due non si scrive.

**Versioni.** Un record porta la sua versione in \`ETag\`; modifica ed eliminazione la vogliono in \`If-Match\`:
se manca è un 428, se è vecchia un 409 con il record com’è ora.

**Valori.** Date \`AAAA-MM-GG\`, istanti ISO in UTC, importi testo con il punto decimale, rapporti da 0 a 1.

**Rifiuti.** Sempre \`{ message, statusCode, errors? }\`, in italiano.`
