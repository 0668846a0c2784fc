import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/transaction.ts'
import { run } from '../../resources/readRows.ts'
import type { Present } from './subject.ts'

interface Track {
  /** Table of spans `[valid_from, valid_to)`. */
  table: string
  /** Its column that says whose they are, and whose. */
  subject: string
  id: string
}

const mine = ({ subject, id }: Track): SQL => sql`${sql.identifier(subject)} = ${id}`

/** The span of the day asked about, named by `state`, an expression over its columns. */
export async function presentSpan(client: Transaction, track: Track, state = sql`state::text`): Promise<Present> {
  const [span] = await run<Present>(
    client,
    sql`select ${state} as state, valid_from as since from ${sql.identifier(track.table)}
      where ${mine(track)} and valid_from <= (select app.as_of()) and valid_to > (select app.as_of())`,
  )
  return span ?? { state: 'none', since: null }
}

/**
 * Closes the open span and opens the next. A day has one state, its last: a span that began that very day is rewritten, and
 * the history keeps what it was.
 */
export async function moveSpan(client: Transaction, track: Track, on: string, values: Record<string, unknown>) {
  const table = sql.identifier(track.table)
  const rewritten = await run(
    client,
    sql`update ${table} set ${sql.join(
      Object.entries(values).map(([column, value]) => sql`${sql.identifier(column)} = ${value}`),
      sql`, `,
    )} where ${mine(track)} and valid_to = 'infinity' and valid_from = ${on} returning id`,
  )
  if (rewritten.length > 0) return
  await closeSpan(client, track, on)
  await insert(client, track.table, { [track.subject]: track.id, valid_from: on, ...values })
}

/** Ends the open span, if there is one; one that began that very day is taken away. */
export async function closeSpan(client: Transaction, track: Track, on: string) {
  const table = sql.identifier(track.table)
  await run(client, sql`delete from ${table} where ${mine(track)} and valid_to = 'infinity' and valid_from = ${on}`)
  await run(client, sql`update ${table} set valid_to = ${on} where ${mine(track)} and valid_to = 'infinity'`)
}

/** Adds one row, its values by column; those not given take the table's default. */
export async function insert(client: Transaction, table: string, values: Record<string, unknown>): Promise<string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const [row] = await run<{ id: string }>(
    client,
    sql`insert into ${sql.identifier(table)}
      (${sql.join(
        given.map(([column]) => sql.identifier(column)),
        sql`, `,
      )})
      values (${sql.join(
        given.map(([, value]) => sql`${value}`),
        sql`, `,
      )}) returning id`,
  )
  return row?.id ?? ''
}
