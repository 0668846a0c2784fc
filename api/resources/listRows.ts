import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Moments } from '../../db/clocks.ts'
import { columnOf, type Resource } from '../../db/defineResource.ts'
import { flatRowsOf } from '../../db/flatRows.ts'
import { bookOf } from '../../db/journal/book.ts'
import { once } from '../../db/once.ts'
import { knownAt } from '../../db/rowParts.ts'
import { isOfTable, rowsOf } from '../../db/rowsOf.ts'
import type { Reader } from '../../db/transaction.ts'
import { badRequest } from '../http/errors.ts'
import { type ListQuery, parseListQuery } from '../http/listQuery.ts'
import { balancesOf, tells } from '../metrics/balances.ts'
import { day, listed, named, type Row, rowsWith, run } from './readRows.ts'
import { waysOfSpans } from './waysOfSpans.ts'

/**
 * One page of a list and how many rows there are in all, from one snapshot. The rows of the page are found first, by what
 * is asked and ordered alone; only then is the rest of them read.
 */
export async function listRows(client: Reader, resource: Resource, query: URLSearchParams) {
  const source = sourceOf(resource, query)
  const { orderBy, limit, offset } = source.list
  const { count, first } = { ...source, first: firstRows(source, await client.entered()) }
  // Where the rows must be gone through to be counted, that is done while they are.
  const total = count ? sql`null::bigint` : sql`count(*) over ()`
  // Together, so that they are asked in one message.
  const [page, counted] = await Promise.all([
    run<{ id: string; total: number | null }>(
      client,
      sql`select id, ${total} as total from ${first} as found order by ${orderBy} limit ${limit} offset ${offset}`,
    ),
    count && totalOf(client, count),
  ])
  const ids = page.map(({ id }) => id)
  return {
    rows: await rowsOfPage(client, resource, ids),
    total: counted ?? page[0]?.total ?? (offset > 0 || limit === 0 ? await totalOf(client, countOf(source.rows([]))) : 0),
  }
}

/** How many rows a list has, of how many without its filters, and what its amounts add up to, over all of them. */
export async function totalRows(client: Reader, resource: Resource, query: URLSearchParams) {
  for (const name of ['_start', '_end', '_sort', '_order']) {
    if (query.has(name)) throw badRequest(`«${name}» non serve ai totali, che riguardano tutte le righe.`)
  }
  const { list, rows } = sourceOf(resource, query)
  const all = sourceOf(resource, new URLSearchParams())
  const keys = Object.keys(resource.fields).filter((key) => 'adds' in (resource.fields[key] ?? {}))
  const sums = keys.map((key) => sql`sum(${sql.identifier(columnOf(key))})::numeric as ${sql.identifier(key)}`)
  const [[{ total, ...rest } = { total: 0 }], ofAll] = await Promise.all([
    run<{ total: number } & Record<string, string | null>>(
      client,
      sql`select ${sql.join([sql`count(*) as total`, ...sums], sql`, `)} from ${rows(keys)} as found`,
    ),
    list.asked.length === 0 ? null : totalOf(client, all.count ?? countOf(all.rows([]))),
  ])
  return { count: total, all: ofAll ?? total, sums: rest }
}

interface Source {
  resource: Resource
  list: ListQuery
  /** The rows that meet the conditions, with these fields besides those that are asked about; of one part of them, where it is said. */
  rows: (fields: readonly string[], part?: Resource) => SQL
  /** How many they are, where that is cheaper apart. */
  count: SQL | null
}

/** A list is read from the spans of its journal, where it has one, else from what it is declared to be. */
function sourceOf(resource: Resource, query: URLSearchParams): Source {
  const flat = flatRowsOf(resource)
  const book = bookOf(resource)
  const list = parseListQuery(resource, query, flat && waysOfSpans(flat))
  const { where, asked, conditions } = list
  const rows: Source['rows'] = (fields, part = flat?.resource ?? resource) =>
    sql`(select * from ${rowsWith(part, ['id', ...asked, ...fields])} as told where ${where})`
  const isOfBalances = book && conditions.every((name) => tells(book, name))
  const balances =
    book && (conditions.length > 0 ? sql`${balancesOf(book).from([])} where ${where}` : sql`${sql.raw(book.count)}(${day})`)
  return {
    resource,
    list,
    rows,
    count: isOfBalances
      ? sql`select coalesce(sum(change), 0)::bigint as total from ${balances}`
      : flat || isOfTable(resource, asked)
        ? countOf(rows([]))
        : null,
  }
}

const countOf = (rows: SQL) => sql`select count(*) as total from ${rows} as found`

async function totalOf(client: Reader, count: SQL) {
  const [counted] = await run<{ total: number }>(client, count)
  return counted?.total ?? 0
}

/**
 * At least the first rows in the order asked. What stands in several tables gives those of each by its own index, where what
 * unites them would have to order them all.
 */
function firstRows({ resource, list, rows }: Source, { isLatest }: Moments): SQL {
  const { asked, ordered } = list
  const flat = flatRowsOf(resource)
  if (flat) {
    const { lasting, ended, retracted } = flat.parts
    const ofParts = [lasting, ended].map((part) => rows(ordered, part))
    // What had ended by then and is believed was mostly written later: of what is left all are found before they are ordered.
    return firstOf(
      isLatest
        ? ofParts
        : [rows(ordered, lasting), sql`(select * from ${rows(ordered, ended)} as told offset 0)`, rows(ordered, retracted)],
      list,
    )
  }
  return isOfTable(resource, [...asked, ...ordered]) ? firstOf(versionsOf(resource, list), list) : rows(ordered)
}

function firstOf(tables: readonly SQL[], { orderBy, limit, offset, ordered }: ListQuery) {
  const fields = [...new Set(['id', ...ordered])].map((field) => sql.identifier(columnOf(field)))
  const each = tables.map(
    (rows) => sql`(select ${sql.join(fields, sql`, `)} from ${rows} as one order by ${orderBy} limit ${limit + offset})`,
  )
  return sql`(${sql.join(each, sql` union all `)})`
}

/** What stands in a table, and what stood in it at the moment asked about. */
function versionsOf(resource: Resource, { where }: ListQuery) {
  const name = sql.identifier(getTableName(resource.table as PgTable))
  const known = sql.raw(knownAt)
  return [
    sql`(select * from public.${name} where ${where} and recorded_at <= ${known})`,
    sql`(select * from history.${name} where ${where} and recorded_at <= ${known} and retracted_at > ${known})`,
  ]
}

/** The whole rows of some ids, in their order. */
async function rowsOfPage(client: Reader, resource: Resource, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Row>(pageStatement(resource), [ids])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const pageStatement = once((resource: Resource) => {
  const of = flatRowsOf(resource)?.resource ?? resource
  return named(
    `records of ${resource.name}`,
    `select ${listed(resource)} from (${rowsOf(of, Object.keys(resource.fields))}) record where "id" = any($1)`,
  )
})
