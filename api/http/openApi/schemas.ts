import { z } from '@hono/zod-openapi'
import type { Field, Resource } from '../../../db/defineResource.ts'

/** `vacancyStages` of the address `vacancy-stages`: the name of a resource's schemas. */
export const schemaName = ({ name }: Resource) => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

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

/** A record as it is answered: every field, null where there is no value. */
export const recordSchema = (resource: Resource) =>
  z.object(
    Object.fromEntries(
      Object.entries(resource.fields).map(([key, field]) => [
        key,
        (always.has(key) ? answered(field) : answered(field).nullable()).openapi({ description: describeField(field) }),
      ]),
    ),
  )

export const errorSchema = z
  .object({
    message: z.string(),
    statusCode: z.int(),
    errors: z.record(z.string(), z.array(z.string())).optional(),
    current: z.unknown().optional(),
    requestId: z.string().optional(),
  })
  .openapi('Error', {
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

export const versionSchema = z
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

export const transitionsSchema = z
  .object({
    state: z.string(),
    label: z.string(),
    possible: z.array(
      z.object({
        to: z.string(),
        label: z.string(),
        fields: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            kind: z.string(),
            required: z.boolean(),
            choices: z.record(z.string(), z.string()).optional(),
            to: z.string().optional(),
            help: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .openapi('Transitions', { description: 'Lo stato attuale e i passaggi possibili, con i dati che ognuno chiede.' })

export const moveSchema = z
  .object({ to: z.string(), on: day })
  .catchall(z.unknown())
  .openapi('Move', { description: 'Il nuovo stato, il giorno del passaggio e i dati che il passaggio chiede.' })

export const figureSchema = z
  .object({
    id: z.string(),
    value: z.union([z.string(), z.number()]).nullable(),
    numerator: z.union([z.string(), z.number()]).nullable().optional(),
    denominator: z.union([z.string(), z.number()]).nullable().optional(),
    unit: z.enum(['count', 'EUR', 'ratio', 'days', 'hours']),
    asOf: day,
    knownAt: instant,
    rows: z.string(),
  })
  .loose()
  .openapi('Figure', { description: 'Una cifra e l’indirizzo delle righe che conta.' })

export const pointSchema = z
  .object({ period: z.string(), label: z.string(), value: z.union([z.string(), z.number()]).nullable(), rows: z.string() })
  .loose()
  .openapi('Point', { description: 'La cifra di un periodo, anche quando è vuoto.' })

export const partSchema = z
  .object({
    key: z.string().nullable(),
    label: z.string(),
    value: z.union([z.string(), z.number()]).nullable(),
    rows: z.string(),
  })
  .loose()
  .openapi('Part', { description: 'La parte di una cifra che ha questo valore della dimensione.' })
