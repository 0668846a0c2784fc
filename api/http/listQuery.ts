import { type Name, type SQL, sql } from 'drizzle-orm'
import { columnOf, type Field, type Resource } from '../../db/defineResource.ts'
import { comparisons, readParameter, searchedFields } from '../../db/dialect.ts'
import { isToldFromItsDay, recordedColumn } from '../../db/rowsOf.ts'
import { badRequest } from './errors.ts'
import { checkId, checkValue } from './fieldValues.ts'

export const largestPage = 1000
const defaultPage = 50
const mostValues = 500
const mostWords = 10

/** A list request in SQL: the rows wanted, in which order, which page of them. */
export interface ListQuery {
  where: SQL
  orderBy: SQL
  limit: number
  offset: number
  /** The fields that the conditions look at, and those that the order does. */
  asked: string[]
  ordered: string[]
  /** The names of the conditions; of a search, which no field is enough to tell, `q`. */
  conditions: string[]
}

const reserved = new Set(['_start', '_end', '_sort', '_order', 'q', 'asOf', 'knownAt'])

/** How rows are found by a word, and put in order. */
export interface Ways {
  /** The fields that are looked at for a word, and when it is in them. */
  looked: readonly string[]
  finds: (word: string) => SQL
  /** Where what a record is called stands, and when a word is in that. */
  calledIn: string
  calls: (word: string) => SQL
  /** What a list ordered by a field is ordered by, and the field that holds it. */
  order: (name: string) => { by: SQL; in: string }
}

/** Reads the dialect of `@refinedev/simple-rest`: what it does not know is refused by name, never ignored. */
export function parseListQuery(resource: Resource, query: URLSearchParams, ways = waysOf(resource)): ListQuery {
  const offset = wholeNumber(query, '_start') ?? 0
  const end = wholeNumber(query, '_end') ?? offset + defaultPage
  if (end < offset) throw badRequest('_end non può essere minore di _start.')
  if (end - offset > largestPage) throw badRequest(`Una pagina ha al massimo ${largestPage} righe: ridurre _end.`)
  return {
    where: parseFilters(resource, query, ways),
    orderBy: parseSort(resource, query, ways),
    limit: end - offset,
    offset,
    asked: fieldsAsked(resource, query, ways),
    ordered: [...sortFields(resource, query).map((name) => ways.order(name).in), ...(isRanked(query) ? [ways.calledIn] : [])],
    conditions: [...conditionNames(query), ...(wordsOf(query).length > 0 ? ['q'] : [])],
  }
}

/** The conditions of a query, all of which hold: `field=v` (repeated: one of), `field_gte=v`, `q=words`. */
export function parseFilters(resource: Resource, query: URLSearchParams, ways = waysOf(resource)): SQL {
  const conditions = conditionNames(query).map((name) => condition(resource, name, query.getAll(name)))
  const words = wordsOf(query)
  if (words.length > 0) conditions.push(searchCondition(resource, words, ways))
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** The fields that the conditions of a query look at. */
export function fieldsAsked(resource: Resource, query: URLSearchParams, ways = waysOf(resource)): string[] {
  const looked = wordsOf(query).length > 0 ? ways.looked : []
  return [...conditionNames(query).map((name) => fieldAndComparison(resource, name).key), ...looked]
}

const conditionNames = (query: URLSearchParams) => [...new Set([...query.keys()].filter((name) => !reserved.has(name)))]

function wholeNumber(query: URLSearchParams, name: string) {
  const text = query.get(name)
  if (text === null) return null
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`${name} vale «${text}»: serve un numero intero.`)
  return Number(text)
}

function condition(resource: Resource, name: string, values: string[]): SQL {
  const { key, field, comparison } = fieldAndComparison(resource, name)
  if (values.length > mostValues) throw badRequest(`${name} ha troppi valori: al massimo ${mostValues}.`)
  const column = sql.identifier(columnOf(key))
  if (comparison === 'null') return isNull(column, field, values, name)
  if (values.some((value) => value.includes('\0'))) throw badRequest(`${name}: il testo contiene un carattere non ammesso.`)
  if (comparison === 'like')
    return sql`(${sql.join(
      values.map((value) => contains(sql`${column}::text`, value)),
      sql` or `,
    )})`
  for (const value of values) {
    const complaint = key === 'id' ? checkId(resource, value) : checkValue(field, value)
    if (complaint) throw badRequest(`${name}: ${complaint}`)
  }
  return compare(resource, { key, field, comparison }, { name, values })
}

function fieldAndComparison(resource: Resource, name: string) {
  const said = readParameter(name)
  const field = said && Object.hasOwn(resource.fields, said.field) ? resource.fields[said.field] : undefined
  if (!said || !field) {
    throw badRequest(`«${name}» non è un filtro di ${resource.label.many.toLowerCase()}: campo o operatore sconosciuto.`)
  }
  return { key: said.field, field, comparison: said.comparison }
}

function compare(
  resource: Resource,
  { key, field, comparison }: ReturnType<typeof fieldAndComparison>,
  { name, values }: { name: string; values: string[] },
) {
  const column = sql.identifier(columnOf(key))
  const list = sql`${sql.param(values)}`
  if (field.kind === 'references') {
    const overlaps = sql`${column} && ${list}::text[]`
    if (comparison === '') return overlaps
    if (comparison === 'ne') return sql`not coalesce(${overlaps}, false)`
    throw badRequest(`«${name}» non si può confrontare: il campo ammette solo uguale e diverso.`)
  }
  if (comparison === '') return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${list})`
  if (comparison === 'ne') return sql`(${column} is null or ${column} <> all(${list}))`
  // Of a date that may not have come yet an index knows what is recorded; whether it has come is asked of what that finds.
  const operator = sql.raw(comparisons[comparison].operator ?? '=')
  const happens = isToldFromItsDay(resource, key)
  const found = happens ? sql.identifier(recordedColumn(key)) : column
  const bounds = values.map((value) => sql`${found} ${operator} ${value}`)
  return sql.join([...bounds, ...(happens ? [sql`${column} is not null`] : [])], sql` and `)
}

function isNull(column: ReturnType<typeof sql.identifier>, field: Field, values: string[], name: string) {
  const [value, ...more] = values
  if (more.length > 0 || (value !== 'true' && value !== 'false')) throw badRequest(`${name} vale true oppure false.`)
  const empty = field.kind === 'date' ? sql`coalesce(${column} = 'infinity', true)` : sql`${column} is null`
  return value === 'true' ? sql`(${empty})` : sql`not (${empty})`
}

/** Case- and accent-blind; `%` and `_` mean themselves. */
export const contains = (text: SQL | Name, value: string) => foldedContains(sql`app.search_key(${text})`, value)

/** Of a text that is folded already. */
export function foldedContains(text: SQL | Name, value: string) {
  const pattern = value.replace(/[\\%_]/g, (special) => `\\${special}`)
  return sql`${text} like '%' || app.search_key(${pattern}) || '%'`
}

/** In the fields themselves, all together. */
export function waysOf({ fields, title }: Pick<Resource, 'fields' | 'title'>): Ways {
  const looked = searchedFields(fields)
  const text = sql`concat_ws(' ', ${sql.join(
    looked.map((key) => sql.identifier(columnOf(key))),
    sql`, `,
  )})`
  return {
    looked,
    finds: (word) => contains(text, word),
    calledIn: title,
    calls: (word) => contains(sql`${sql.identifier(columnOf(title))}::text`, word),
    order: (name) => ({ by: sortKey(name, fields[name]), in: orderedBy(name, fields[name]) }),
  }
}

function searchCondition(resource: Resource, words: readonly string[], { finds }: Ways) {
  if (words.some((word) => word.includes('\0'))) throw badRequest('q: il testo contiene un carattere non ammesso.')
  if (searchedFields(resource.fields).length === 0) {
    throw badRequest(`In ${resource.label.many.toLowerCase()} non si cerca per testo: usare i filtri.`)
  }
  if (words.length > mostWords) throw badRequest(`q ha ${words.length} parole: al massimo ${mostWords}.`)
  return sql.join(words.map(finds), sql` and `)
}

function sortFields(resource: Resource, query: URLSearchParams) {
  const names = (query.get('_sort') ?? '').split(',').filter(Boolean)
  return names.length > 0 ? names : [resource.sort.replace(/^-/, '')]
}

function parseSort(resource: Resource, query: URLSearchParams, ways: Ways): SQL {
  const names = sortFields(resource, query)
  const orders = (query.get('_order') ?? '').split(',').filter(Boolean)
  if (names.length > 5) throw badRequest('_sort ha troppi campi: al massimo cinque.')
  const terms = names.map((name, i) => {
    const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined
    if (!field) throw badRequest(`«${name}» non è un campo di ${resource.label.many.toLowerCase()}: non si può ordinare.`)
    const order = orders[i]?.toLowerCase() ?? (query.has('_sort') || !resource.sort.startsWith('-') ? 'asc' : 'desc')
    if (order !== 'asc' && order !== 'desc') throw badRequest(`_order vale «${order}»: serve asc oppure desc.`)
    return sql`${ways.order(name).by} ${sql.raw(order)} nulls last`
  })
  // Unless another order is asked for, what is called by the words looked for comes before what only has to do with them.
  const ranked = isRanked(query) ? wordsOf(query).map((word) => sql`${ways.calls(word)} desc nulls last`) : []
  return sql.join([...ranked, ...terms, sql`"id"`], sql`, `)
}

const isRanked = (query: URLSearchParams) => !query.has('_sort') && wordsOf(query).length > 0

const wordsOf = (query: URLSearchParams) => query.get('q')?.trim().split(/\s+/).filter(Boolean) ?? []

const sortedAsText = new Set(['text', 'longText'])

/** References are ordered by what is shown. */
const orderedBy = (name: string, field: Field | undefined) => (field?.kind === 'reference' && field.show ? field.show : name)

/** Text is ordered as people do; a key is not text that anybody reads in order. */
function sortKey(name: string, field: Field | undefined): SQL {
  if (name === 'id' || !field) return sql`"id"`
  const column = columnOf(orderedBy(name, field))
  return sortedAsText.has(field.kind) || column !== columnOf(name) ? asPeopleRead(column) : sql`${sql.identifier(column)}`
}

const asPeopleRead = (column: string) => sql`app.one_apostrophe(${sql.identifier(column)}::text) collate app.as_people_read`
