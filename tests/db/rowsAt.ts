import type { Pool } from 'pg'
import { inTransaction } from '../../db/transaction.ts'

/** The rows of a read view as of a day, in the order of a column. */
export async function rowsAt<Row>(pool: Pool, view: string, asOf: string, order = 'id'): Promise<Row[]> {
  const question = { asking: { name: 'test' }, clocks: { asOf, knownAt: null }, writes: false }
  const read = await inTransaction(pool, question, async (client) => client.query(`select * from ${view} order by ${order}`))
  return read.rows as Row[]
}
