import type { ClientBase, Pool } from 'pg'
import { type Prepared, readPrepared } from './installed.ts'

/** What a copy of a database must hold to be called a copy. */
export interface Census extends Prepared {
  /** Rows of each table, by its full name. */
  rows: Record<string, number>
  /** The last entry of the protocol, where there is one. */
  protocol: { number: string; digest: string } | null
  attachments: Attachment[]
}

/** A content that belongs to the database though it is kept beside it; that of a deleted record is still in the history. */
export interface Attachment {
  id: string
  size: number
  digest: string
}

export async function takeCensus(client: Pool | ClientBase): Promise<Census> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('app', 'auth', 'drizzle', 'history', 'journal', 'public') order by 1`)
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::float8 as rows from ${name}`)
  const { rows } = await client.query<{ name: string; rows: number }>(counts.join(' union all '))
  const has = (table: string) => tables.some(({ name }) => name === table)
  return {
    ...(await readPrepared(client)),
    rows: Object.fromEntries(rows.map((counted) => [counted.name, counted.rows])),
    protocol: has('app.protocol') ? await lastEntry(client) : null,
    attachments: has('public.attachments') ? await attachmentsOf(client) : [],
  }
}

async function lastEntry(client: Pool | ClientBase): Promise<Census['protocol']> {
  const { rows } = await client.query<{ number: string; digest: string }>(
    `select number::text, encode(digest, 'hex') as digest from app.protocol order by app.protocol.number desc limit 1`,
  )
  return rows[0] ?? null
}

async function attachmentsOf(client: Pool | ClientBase): Promise<Attachment[]> {
  const { rows } = await client.query<Attachment>(`
    select id, size::float8 as size, digest from public.attachments
    union select id, size::float8, digest from history.attachments order by id`)
  return rows
}
