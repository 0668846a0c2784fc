import type { Pool } from 'pg'
import { begin } from '../../db/clocks.ts'

/** The rows of a read view as of a day, in the order of a column. */
export async function rowsAt<Row>(pool: Pool, view: string, asOf: string, order = 'id'): Promise<Row[]> {
  const client = await pool.connect()
  try {
    await begin(client, { clocks: { asOf, knownAt: null }, user: 'test', writes: false })
    const { rows } = await client.query(`select * from ${view} order by ${order}`)
    await client.query('commit')
    return rows as Row[]
  } finally {
    client.release()
  }
}
