import { getTableName, type SQL, sql } from 'drizzle-orm'
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import { columnOf, type Field, type Resource } from '../../db/defineResource.ts'
import { badRequest, notFound } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import type { Moments } from '../../db/clocks.ts'
import { withoutFormer } from '../../db/former.ts'
import type { Reader } from '../../db/transaction.ts'
import { asOf } from '../../db/rowParts.ts'
import { once } from '../../db/once.ts'
import { isOfTable, rowsOf } from '../../db/rowsOf.ts'
import { type ListQuery, parseListQuery } from '../http/listQuery.ts'

export type Row = Record<string, unknown> & { id: string; version: number }

const dialect = new PgDialect()

/** The day asked about, in a composed query. */
export const day = sql.raw(asOf)

/** The rows of a resource with some of its fields, or with all, on a day, as a relation for a composed query. */
export const rowsWith = (resource: Resource, fields?: Iterable<string>, onDay = asOf) =>
  sql.raw(`(${rowsOf(resource, fields).replaceAll(asOf, onDay)})`)

/**
 * Runs a composed query. The day asked about is written into it: behind `app.as_of()` the planner could not tell how many rows
 * that day finds.
 */
export async function run<T>(client: Reader, query: SQL): Promise<T[]> {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return (await client.query(text.includes(asOf) ? ofDay(text, await client.entered()) : text, params)).rows as T[]
}

const ofDay = (text: string, { asOf: told, isToday }: Moments) =>
  (isToday ? withoutFormer(text) : text).replaceAll(asOf, `'${told}'::date`)

/** An open end is stored as infinity and told as null. */
const selected = (key: string, field: Field) =>
  field.kind === 'date' ? `nullif("${columnOf(key)}", 'infinity') as "${key}"` : `"${columnOf(key)}" as "${key}"`

const listed = ({ fields }: Resource) =>
  Object.entries(fields)
    .map(([key, field]) => selected(key, field))
    .join(', ')

/**
 * One page of a list and how many rows there are in all, from one snapshot. The rows of the page are found first, by what
 * is asked and ordered alone; only then is the rest of them read.
 */
export async function listRows(client: Reader, resource: Resource, query: URLSearchParams) {
  const list = parseListQuery(resource, query)
  const { where, orderBy, limit, offset, asked: conditions, ordered } = list
  const count = async () => countRows(client, rowsWith(resource, ['id', ...conditions]), where)
  const isCountedApart = isOfTable(resource, conditions)
  const among = isOfTable(resource, [...conditions, ...ordered])
    ? firstOfTable(resource, list)
    : sql`(select *, ${isCountedApart ? sql`null::bigint` : sql`count(*) over ()`} as total
        from ${rowsWith(resource, ['id', ...conditions, ...ordered])} as told where ${where}) as found`
  // Together, so that they are asked in one message.
  const [page, counted] = await Promise.all([
    run<{ id: string; total: number | null }>(
      client,
      sql`select id, total from ${among} order by ${orderBy} limit ${limit} offset ${offset}`,
    ),
    isCountedApart ? count() : null,
  ])
  const ids = page.map(({ id }) => id)
  return {
    rows: await rowsOfPage(client, resource, ids),
    total: counted ?? page[0]?.total ?? (offset > 0 || limit === 0 ? await count() : 0),
  }
}

/**
 * The first rows of a table in the order asked, from what stands and from what stood at the moment asked about: each side
 * by its own index, where a view that unites them would have to order them all.
 */
function firstOfTable(resource: Resource, { where, orderBy, limit, offset, ordered }: ListQuery) {
  const name = sql.identifier(getTableName(resource.table as PgTable))
  const needed = [...new Set(['id', ...ordered])].map((field) => sql.identifier(columnOf(field)))
  const side = (schema: string, known: SQL) => sql`
    (select ${sql.join(needed, sql`, `)}, null::bigint as total from ${sql.identifier(schema)}.${name}
     where ${where} and recorded_at <= (select app.known_at()) ${known} order by ${orderBy} limit ${limit + offset})`
  return sql`(${side('public', sql``)} union all ${side('history', sql`and retracted_at > (select app.known_at())`)}) as found`
}

/** The whole rows of some ids, in their order. */
async function rowsOfPage(client: Reader, resource: Resource, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Row>(statementsOf(resource).some, [ids])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function countRows(client: Reader, rows: SQL, where: SQL) {
  const [counted] = await run<{ total: number }>(client, sql`select count(*) as total from ${rows} as told where ${where}`)
  return counted?.total ?? 0
}

export async function findRow(client: Reader, resource: Resource, id: string): Promise<Row> {
  if (checkId(resource, id)) throw notFound()
  const { rows } = await client.query<Row>(statementsOf(resource).one, [id])
  const [row] = rows
  if (!row) throw notFound()
  return row
}

/** Rows by their keys need no estimate of a day: they are asked of the view itself, and planned once per connection. */
const statementsOf = once((resource: Resource) => {
  const records = `select ${listed(resource)} from (${rowsOf(resource)}) record where "id" =`
  return {
    one: { name: `record of ${resource.name}`, text: `${records} $1` },
    some: { name: `records of ${resource.name}`, text: `${records} any($1)` },
  }
})

/** How many rows a list has, of how many without its filters, and what its amounts add up to, over all of them. */
export async function totalRows(client: Reader, resource: Resource, query: URLSearchParams) {
  for (const name of ['_start', '_end', '_sort', '_order']) {
    if (query.has(name)) throw badRequest(`«${name}» non serve ai totali, che riguardano tutte le righe.`)
  }
  const { where, asked } = parseListQuery(resource, query)
  const keys = Object.keys(resource.fields).filter((key) => 'adds' in (resource.fields[key] ?? {}))
  const sums = keys.map((key) => sql`sum(${sql.identifier(columnOf(key))})::numeric as ${sql.identifier(key)}`)
  const [{ total, ...rest } = { total: 0 }] = await run<{ total: number } & Record<string, string | null>>(
    client,
    sql`select ${sql.join([sql`count(*) as total`, ...sums], sql`, `)}
      from ${rowsWith(resource, ['id', ...asked, ...keys])} as told where ${where}`,
  )
  const all = asked.length === 0 ? total : await countRows(client, rowsWith(resource, ['id']), sql`true`)
  return { count: total, all, sums: rest }
}
