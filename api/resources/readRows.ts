import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { columnOf, type Field, type Resource } from '../../db/defineResource.ts'
import { notFound } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import type { Moments } from '../../db/clocks.ts'
import { withoutFormer } from '../../db/former.ts'
import type { Reader } from '../../db/transaction.ts'
import { asOf, knownAt } from '../../db/rowParts.ts'
import { once } from '../../db/once.ts'
import { rowsOf } from '../../db/rowsOf.ts'

export type Row = Record<string, unknown> & { id: string; version: number }

const dialect = new PgDialect()

/** The day asked about, in a composed query. */
export const day = sql.raw(asOf)

/** The rows of a resource with some of its fields, or with all, on a day, as a relation for a composed query. */
export const rowsWith = (resource: Resource, fields?: Iterable<string>, onDay = asOf) =>
  sql.raw(`(${rowsOf(resource, fields).replaceAll(asOf, onDay)})`)

/**
 * Runs a composed query. The moments asked about are written into it: behind `app.as_of()` the planner could not tell how many
 * rows a day finds.
 */
export async function run<T>(client: Reader, query: SQL, { manyDays = false } = {}): Promise<T[]> {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return (await client.query({ text: ofMoments(text, await client.entered()), manyDays }, params)).rows as T[]
}

const ofMoments = (text: string, told: Moments) =>
  (told.isToday && text.includes(asOf) ? withoutFormer(text) : text)
    .replaceAll(asOf, `'${told.asOf}'::date`)
    .replaceAll(knownAt, `'${told.knownAt}'::timestamptz`)

/** An open end is stored as infinity and told as null. */
const selected = (key: string, field: Field) =>
  field.kind === 'date' ? `nullif("${columnOf(key)}", 'infinity') as "${key}"` : `"${columnOf(key)}" as "${key}"`

export const listed = ({ fields }: Resource) =>
  Object.entries(fields)
    .map(([key, field]) => selected(key, field))
    .join(', ')

export async function findRow(client: Reader, resource: Resource, id: string): Promise<Row> {
  if (checkId(resource, id)) throw notFound()
  const { rows } = await client.query<Row>(recordStatement(resource), [id])
  const [row] = rows
  if (!row) throw notFound()
  return row
}

/** A row by its key needs no estimate of a day: it is asked of the view itself, and planned once per connection. */
const recordStatement = once((resource: Resource) =>
  named(`record of ${resource.name}`, `select ${listed(resource)} from (${rowsOf(resource)}) record where "id" = $1`),
)

/** A statement whose name is of its text: of one register some see more fields than others. */
export const named = (name: string, text: string) => ({
  name: `${name} ${createHash('sha256').update(text).digest('base64url').slice(0, 8)}`,
  text,
})
