import type { Pool, PoolClient } from 'pg'
import { expect } from 'vitest'

/** Several statements in one transaction. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>, end = 'commit'): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** What somebody does who may do anything to the database, and does not want to be seen. */
export const tamper = (pool: Pool, ...statements: string[]) =>
  inTransaction(pool, async (client) => {
    await client.query('set local session_replication_role = replica')
    for (const statement of statements) expect((await client.query(statement)).rowCount, statement).toBeGreaterThan(0)
  })

export interface Entry {
  number: number
  recordedAt: string
  author: string
  origin: string
  reason: string | null
}

export async function entries(pool: Pool): Promise<Entry[]> {
  const { rows } = await pool.query<Entry>(
    'select number, recorded_at as "recordedAt", author, origin, reason from app.protocol order by number',
  )
  return rows
}

export const lastEntry = async (pool: Pool) => (await entries(pool)).at(-1) as Entry
