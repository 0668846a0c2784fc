import { z } from '@hono/zod-openapi'
import type { Resource } from '../../db/defineResource.ts'
import { searchedFields } from '../../db/dialect.ts'
import { largestPage } from '../http/listQuery.ts'
import { describeField } from './schemas.ts'

export const body = (schema: z.ZodType) => ({ content: { 'application/json': { schema } }, required: true })

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
export const changedOn = z.object({
  'X-Changed-On': z.iso.date().optional().openapi({
    description:
      'Il giorno in cui il valore è cambiato nella realtà: prima di allora resta quello di prima. Senza, era sbagliato.',
  }),
})
export const reasonNeeded = z.object({
  'X-Reason': z.string().openapi({ description: 'Il motivo dell’eliminazione, codificato come in un indirizzo.' }),
})

const page = z.object({
  _start: z.int().min(0).optional().openapi({ description: 'Prima riga, da 0.' }),
  _end: z
    .int()
    .min(0)
    .optional()
    .openapi({ description: `Prima riga esclusa: al massimo ${largestPage} dopo _start.` }),
  _sort: z.string().optional().openapi({ description: 'Campi per cui ordinare, separati da virgola.' }),
  _order: z.string().optional().openapi({ description: '`asc` o `desc` per ognuno, separati da virgola.' }),
})

/** Every field as a filter of equality; the other operators are suffixes of its name. */
export function filters(resource: Resource) {
  const searched = searchedFields(resource.fields).length > 0
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
