import { getTableColumns, getTableName, SQL } from 'drizzle-orm'
import { type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import type pg from 'pg'

export type Row<T extends PgTable> = T['$inferInsert']

/** An earlier version of a row, as the history keeps it. */
export type Retracted<T extends PgTable> = Row<T> & { retractedAt: string; retractedBy: string; retractionReason: string | null }

export interface Writer {
  add<T extends PgTable>(table: T, ...rows: Row<T>[]): void
  retract<T extends PgTable>(table: T, ...rows: Retracted<T>[]): void
  /** Writes what was added, in the order of the tables. */
  flush(): Promise<void>
}

const rowsOfStatement = 4000
const retraction = { retractedAt: 'retracted_at', retractedBy: 'retracted_by', retractionReason: 'retraction_reason' }

interface Batch {
  statement: string
  columns: { key: string; fallback: unknown }[]
  rows: Record<string, unknown>[]
}

/** Collects rows and writes them many at a time, current ones and earlier versions; `tables` are in foreign-key order. */
export function openWriter(client: pg.ClientBase, tables: readonly PgTable[]): Writer {
  const current = new Map(tables.map((table) => [table, openBatch('public', table)]))
  const authors = new Map<string, number>()
  const earlier = new Map(tables.map((table) => [table, openBatch('history', table)]))
  return {
    add: (table, ...rows) => void batchOf(current, table).rows.push(...rows),
    retract: (table, ...rows) => void batchOf(earlier, table).rows.push(...rows),
    flush: async () => {
      giveAuthorsInstants(
        [...current.values(), ...earlier.values()].map(({ rows }) => rows),
        authors,
      )
      for (const batch of [...current.values(), ...earlier.values()]) await flush(client, batch)
    },
  }
}

function batchOf(batches: Map<PgTable, Batch>, table: PgTable): Batch {
  const batch = batches.get(table)
  if (!batch) throw new Error(`The seed does not write ${getTableName(table)}`)
  return batch
}

function openBatch(schema: 'public' | 'history', table: PgTable): Batch {
  const all = Object.entries(getTableColumns(table))
  const own = all.flatMap(([key, column]) =>
    column.generated
      ? []
      : {
          key,
          name: column.name,
          type: column.getSQLType(),
          fallback: column.default instanceof SQL ? null : (column.default ?? null),
        },
  )
  const kept = Object.entries(retraction).map(([key, column]) => ({
    key,
    name: column,
    type: key === 'retractedAt' ? 'timestamptz' : 'text',
    fallback: null,
  }))
  const columns = schema === 'history' ? [...own, ...kept] : own
  // What the table works out by itself, its history is told.
  const generated = schema === 'history' ? all.flatMap(([, column]) => (column.generated ? column : [])) : []
  const list = (of: readonly { name: string }[]) => of.map(({ name }) => `"${name}"`)
  const values = columns.map((column, index) => `$${index + 1}::${column.type}[]`).join(', ')
  return {
    statement: `insert into ${schema}.${getTableName(table)} (${[...list(columns), ...list(generated)].join(', ')})
      select ${['*', ...generated.map(expressionOf)].join(', ')} from unnest(${values}) as told (${list(columns).join(', ')})`,
    columns,
    rows: [],
  }
}

const stamps = [
  ['recordedAt', 'recordedBy'],
  ['retractedAt', 'retractedBy'],
] as const

/** An entry of the protocol has one author: each writes some microseconds past the instant, as many as no other. */
function giveAuthorsInstants(tables: readonly Record<string, unknown>[][], authors: Map<string, number>) {
  for (const row of tables.flat()) {
    for (const [at, by] of stamps) {
      const author = row[by] as string | undefined
      if (author === undefined || author === 'sistema') continue
      const turn = authors.get(author) ?? authors.size + 1
      authors.set(author, turn)
      row[at] = (row[at] as string).replace(/(\.\d{3})Z$/, `$1${String(turn).padStart(3, '0')}Z`)
    }
  }
}

const dialect = new PgDialect()

const expressionOf = ({ generated }: PgColumn) => dialect.sqlToQuery(generated?.as as SQL).sql

async function flush(client: pg.ClientBase, batch: Batch) {
  for (let from = 0; from < batch.rows.length; from += rowsOfStatement) {
    const rows = batch.rows.slice(from, from + rowsOfStatement)
    const values = batch.columns.map(({ key, fallback }) => rows.map((row) => row[key] ?? fallback))
    await client.query(batch.statement, values)
  }
  batch.rows = []
}
