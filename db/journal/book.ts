import { getTableName } from 'drizzle-orm'
import { columnOf, type Journal, type Resource } from '../defineResource.ts'
import { searchedFields } from '../dialect.ts'
import { once } from '../once.ts'

/**
 * The journal of a resource, after double-entry book-keeping. Its cells are the combinations of what figures are cut by. An
 * entry moves a record into or out of a cell on a day, or changes its amounts there, and has the instant at which that became
 * known; nothing written is ever changed. So a stock as of day D, as it was known at K, is the sum of the entries of no later
 * day than D and no later instant than K. Balances carry the sums forward, by the first of every month and for each cell, so
 * that few entries are left to add up.
 */
export interface Book {
  cells: string
  spans: string
  entries: string
  balances: string
  /** The functions that answer the balances of a day by cell, without sums and with them. */
  count: string
  stock: string
  /** What a cell tells, by field or, where it is only whether the field has no value, by its `_null` condition. */
  keys: readonly string[]
  /** The fields that are added up. */
  sums: readonly string[]
  /** All the fields that a span tells. */
  flat: readonly string[]
  /** Those of them whose texts are searched together. */
  searched: readonly string[]
}

export const bookOf = once(({ fields, journal, table }: Resource): Book | undefined => {
  if (!journal || !table) return undefined
  const name = getTableName(table)
  const keys = [...journal.keys, 'isDemo']
  return {
    cells: `journal.${name}_cells`,
    spans: `journal.${name}_spans`,
    entries: `journal.${name}_entries`,
    balances: `journal.${name}_balances`,
    count: `journal.${name}_count`,
    stock: `journal.${name}_stock`,
    keys,
    sums: journal.sums,
    flat: [...new Set([...keys.map(fieldOfKey), ...journal.sums, ...journal.lists])],
    searched: searchedFields(fields).filter((field) => journal.lists.includes(field)),
  }
})

const emptiness = '_null'

/** The field that a key is about. */
export const fieldOfKey = (key: string) => key.replace(emptiness, '')

export const isEmptiness = (key: string) => key.endsWith(emptiness)

/** The column of what is added up. */
export const summed = (field: string) => `sum_${columnOf(field)}`

export interface Written extends Book {
  name: string
  journal: Journal
  resource: Resource
}

/** The spans that are believed and have no end, those that have one, and those that are no longer believed. */
export const spanParts = ['lasting', 'ended', 'retracted'] as const

export type SpanPart = (typeof spanParts)[number]

export const named = (fields: readonly string[]) => fields.map((field) => `"${columnOf(field)}"`)

export const keysToldBy = ({ keys }: Book, row: string) =>
  keys.map((key) => `${row}."${columnOf(fieldOfKey(key))}"${isEmptiness(key) ? ' is null' : ''}`)

export const keysNamed = (book: Book, row: string) =>
  keysToldBy(book, row).map((told, i) => `${told} as ${columnOf(book.keys[i] ?? '')}`)
