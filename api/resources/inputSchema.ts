import { z } from '@hono/zod-openapi'
import { getTableColumns } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { today } from '../../db/calendar.ts'
import type { Field, Resource } from '../../db/defineResource.ts'
import { type FieldErrors, Refusal, refuseFields } from '../http/errors.ts'
import { checkId, checkValue } from '../http/fieldValues.ts'
import { once } from '../../db/once.ts'

export const longest = { text: 500, longText: 20_000 }

/** More than any record has. */
const mostFields = 200
const longestName = 100

/** The fields of a body, or a refusal that says what the body should be. */
export function fieldsOf(body: unknown, wanted: string): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal(422, wanted)
  const names = Object.keys(body)
  if (names.length > mostFields) throw new Refusal(422, `La richiesta ha ${names.length} campi: al massimo ${mostFields}.`)
  if (names.some((name) => name.length > longestName)) throw new Refusal(422, 'La richiesta ha un campo dal nome troppo lungo.')
  return body as Record<string, unknown>
}

/** What a JSON value of this field must be. Numbers are numbers or their text; money and decimals are text, exactly. */
export function valueSchema(field: Field) {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return z
        .string({ error: 'Serve un testo.' })
        .trim()
        .max(longest[field.kind], `Il testo è troppo lungo: al massimo ${longest[field.kind]} caratteri.`)
        .refine((text) => !text.includes('\0'), 'Il testo contiene un carattere non ammesso.')
    case 'boolean':
      return z.boolean({ error: 'Serve vero o falso.' })
    case 'integer':
    case 'days':
      return z
        .int({ error: 'Serve un numero intero.' })
        .min(-2_147_483_648)
        .max(2_147_483_647)
        .superRefine((value, c) => tell(liesAhead(field, value), c))
    case 'ratio':
      return z.number({ error: 'Serve un numero tra 0 e 1.' }).min(-1000).max(1000)
    case 'money':
    case 'decimal':
      return z
        .union([z.string(), z.number().transform(String)], { error: 'Serve un numero.' })
        .superRefine((text, c) => complain(field, text, c))
    case 'choice':
      return z.enum(Object.keys(field.choices) as [string, ...string[]], {
        error: `Il valore non è tra quelli ammessi: ${Object.values(field.choices).join(', ')}.`,
      })
    default:
      return z
        .string({ error: 'Il valore non è nella forma attesa.' })
        .superRefine((text, c) => tell(checkValue(field, text) ?? liesAhead(field, text), c))
  }
}

/** What is wrong with a value that is later than its field may be: nobody would see its record until then. */
function liesAhead(field: Field, value: string | number): string | null {
  if (field.kind === 'integer') {
    const nextYear = Number(today().slice(0, 4)) + 1
    return field.latest && Number(value) > nextYear ? `L’anno è troppo lontano: indicare al massimo il ${nextYear}.` : null
  }
  if ((field.kind !== 'date' && field.kind !== 'instant') || !field.latest) return null
  const day = field.kind === 'instant' ? today(new Date(value)) : String(value)
  return day > today() ? 'La data è nel futuro: indicare un giorno non successivo a oggi.' : null
}

/** The key of a resource whose key is a code that people choose. */
const keySchema = (resource: Resource) =>
  z.string({ error: 'Serve un testo.' }).superRefine((text, c) => tell(checkId(resource, text), c))

interface Refinement {
  addIssue(issue: { code: 'custom'; message: string }): void
}

const complain = (field: Field, text: string, c: Refinement) => tell(checkValue(field, text), c)

function tell(complaint: string | null, c: Refinement) {
  if (complaint) c.addIssue({ code: 'custom', message: complaint.charAt(0).toUpperCase() + complaint.slice(1) })
}

const required = (column: PgColumn) => column.notNull && !column.hasDefault

/** The fields that a create cannot do without. */
export function requiredFields({ table, writable }: Resource): string[] {
  if (!table) return []
  const columns = getTableColumns(table)
  return writable.filter((key) => required(columns[key] as PgColumn))
}

/** The body of a create: required what the table cannot do without, nothing that is not a writable field. */
export const createSchema = once((resource: Resource) =>
  z.strictObject(shape(resource, (column, schema) => (required(column) ? schema : schema.nullish()))),
)

/** The body of a change: any writable field but the key, and an emptied one only where the table allows it. */
export const changeSchema = once((resource: Resource) => {
  const { id: _, ...rest } = shape(resource, (column, schema) => (required(column) ? schema.optional() : schema.nullish()))
  return z.strictObject(rest)
})

function shape(resource: Resource, presence: (column: PgColumn, schema: z.ZodType) => z.ZodType): Record<string, z.ZodType> {
  if (!resource.table) return {}
  const columns = getTableColumns(resource.table)
  return Object.fromEntries(
    resource.writable.map((key) => {
      const field = resource.fields[key] as Field
      const value = key === 'id' ? keySchema(resource) : valueSchema(field)
      return [key, presence(columns[key] as PgColumn, value).meta({ description: field.label })]
    }),
  )
}

/** The values to write, or a 422 with a sentence on every field that is wrong. Emptied texts and open ends become null. */
export function parseInput(resource: Resource, body: unknown, kind: 'create' | 'change'): Record<string, unknown> {
  const fields = fieldsOf(body, 'Il corpo della richiesta deve essere un oggetto JSON con i campi del record.')
  const given = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' && value.trim() === '' ? null : value]),
  )
  const schema = kind === 'create' ? createSchema(resource) : changeSchema(resource)
  const parsed = schema.safeParse(given)
  if (!parsed.success) refuseFields(errorsOf(resource, parsed.error, given))
  return settle(resource, parsed.data as Record<string, unknown>)
}

function errorsOf(resource: Resource, error: z.ZodError, given: Record<string, unknown>): FieldErrors {
  // Without a prototype, so that a field called __proto__ or constructor is refused like any other.
  const errors = Object.create(null) as FieldErrors
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')]
    for (const key of keys) {
      const label = Object.hasOwn(resource.fields, key) ? resource.fields[key]?.label : undefined
      const missing = given[key] === undefined || given[key] === null
      const message =
        issue.code === 'unrecognized_keys'
          ? `Il campo «${label ?? key}» non si può scrivere.`
          : missing
            ? `Il campo «${label ?? key}» è obbligatorio.`
            : issue.message
      errors[key] = [...(errors[key] ?? []), message]
    }
  }
  return errors
}

/** A column that has a default takes it when emptied: an emptied end of a span is open again. */
function settle(resource: Resource, values: Record<string, unknown>) {
  if (!resource.table) return values
  const columns = getTableColumns(resource.table)
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === null && columns[key]?.notNull ? columns[key].default : value]),
  )
}
