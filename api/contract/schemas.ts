import { z } from '@hono/zod-openapi'
import { getTableColumns } from 'drizzle-orm'
import type { Field, Resource } from '../../db/defineResource.ts'
import { once } from '../../db/once.ts'
import { namesOf } from './names.ts'

const day = z.iso.date()
const instant = z.iso.datetime()
const exact = z.string().regex(/^-?\d+(\.\d+)?$/)

/** A value as it is answered. */
function answered(field: Field): z.ZodType {
  switch (field.kind) {
    case 'integer':
    case 'days':
      return z.int()
    case 'ratio':
      return z.number()
    case 'boolean':
      return z.boolean()
    case 'money':
    case 'decimal':
      return exact
    case 'date':
      return day
    case 'instant':
      return instant
    case 'references':
      return z.array(z.string())
    case 'choice':
      return z.enum(Object.keys(field.choices) as [string, ...string[]])
    default:
      return z.string()
  }
}

const choicesOf = (field: Field) =>
  field.kind === 'choice'
    ? ` Valori: ${Object.entries(field.choices)
        .map(([key, label]) => `${key} (${label})`)
        .join(', ')}.`
    : ''

export const describeField = (field: Field) => `${field.label}.${field.help ? ` ${field.help}` : ''}${choicesOf(field)}`

const always = new Set(['id', 'version', 'recordedAt', 'recordedBy', 'isDemo'])

/** The fields that every record has a value of; a day that may be left open is null while it is. */
function neverEmpty({ table, fields }: Resource): Set<string> {
  const columns = Object.entries(table ? getTableColumns(table) : {})
  const full = columns.filter(([key, { notNull, hasDefault }]) => notNull && !(hasDefault && fields[key]?.kind === 'date'))
  return new Set([...always, ...full.map(([key]) => key)])
}

/** A record as it is answered: every field, null where there may be no value. */
export const recordSchema = once((resource: Resource) => {
  const full = neverEmpty(resource)
  const { one } = namesOf(resource)
  return z
    .object(
      Object.fromEntries(
        Object.entries(resource.fields).map(([key, field]) => [
          key,
          (full.has(key) ? answered(field) : answered(field).nullable()).openapi({ description: describeField(field) }),
        ]),
      ),
    )
    .openapi(one)
})

/** A record with what is worth checking after it was written. */
export const warnedSchema = (record: z.ZodObject) =>
  record.extend({ warnings: z.array(z.string()).optional().describe('Che cosa conviene verificare.') })

export const errorSchema = z
  .object({
    message: z.string(),
    statusCode: z.int(),
    errors: z.record(z.string(), z.array(z.string())).optional(),
    current: z.unknown().optional(),
    requestId: z.string().optional(),
  })
  .openapi({
    description:
      'Ogni rifiuto ha questa forma. `message` è una frase per chi ha chiesto; `errors` le frasi dei singoli campi, per campo; ' +
      '`current`, in un conflitto di versione, il record com’è ora; `requestId`, in un errore interno, il codice che lo ritrova.',
  })

export const totalsSchema = z
  .object({ count: z.int(), all: z.int().describe('Quante sono senza filtri.'), sums: z.record(z.string(), exact.nullable()) })
  .openapi('Totals', { description: 'Quante righe ha la lista e quanto sommano i suoi importi, su tutte le pagine.' })

const entry = z
  .object({ number: z.int(), origin: z.string(), reason: z.string().nullable() })
  .describe('La registrazione di protocollo: il numero, da dove viene, il motivo.')

const versionSchema = z
  .object({
    version: z.int(),
    recordedAt: instant,
    recordedBy: z.string(),
    entry: entry.nullable(),
    retractedAt: instant.nullable(),
    retractedBy: z.string().nullable(),
    retraction: entry.nullable(),
    reason: z.string().nullable(),
    values: z.record(z.string(), z.unknown()),
  })
  .openapi('Version', { description: 'Una versione di un record: chi l’ha scritta, quando è valsa, perché è stata sostituita.' })

export const versionsSchema = z.array(versionSchema)

const words = z.record(z.string(), z.string())

/** A field as it is declared: `to` is the resource that a reference leads to, `show` the field that holds its title. */
export const fieldSchema = z
  .object({
    label: z.string(),
    kind: z.string(),
    help: z.string().optional(),
    empty: z.string().optional(),
    in: z.array(z.enum(['list', 'show', 'form', 'search'])).optional(),
    choices: words.optional(),
    to: z.string().optional(),
    show: z.string().optional(),
  })
  .loose()
  .openapi('Field', { description: 'Un campo: come si chiama, di che tipo è, dove si vede.' })

export const transitionsSchema = z
  .object({
    state: z.string(),
    label: z.string(),
    possible: z.array(
      z.object({
        to: z.string(),
        label: z.string(),
        fields: z.array(fieldSchema.extend({ key: z.string(), required: z.boolean() })),
      }),
    ),
  })
  .openapi('Transitions', { description: 'Lo stato attuale e i passaggi possibili, con i dati che ognuno chiede.' })

export const moveSchema = z
  .object({ to: z.string(), on: day })
  .catchall(z.unknown())
  .openapi('Move', { description: 'Il nuovo stato, il giorno del passaggio e i dati che il passaggio chiede.' })
