import { begin, type Clocks, type Transaction } from '../../db/clocks.ts'
import type { TestApp } from '../harness/startApp.ts'

/** Reads in a transaction as a request's, at a pair of moments. */
export async function reading<T>({ pool }: TestApp, clocks: Clocks, read: (client: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await read(await begin(client, { clocks, user: 'test', writes: false }))
  } finally {
    await client.query('rollback')
    client.release()
  }
}
