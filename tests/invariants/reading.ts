import type { PoolClient } from 'pg'
import { begin, type Clocks } from '../../db/clocks.ts'
import type { TestApp } from '../harness/startApp.ts'

/** Reads in a transaction as a request's, at a pair of moments. */
export async function reading<T>({ pool }: TestApp, clocks: Clocks, read: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await begin(client, { clocks, user: 'test', writes: false })
    return await read(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
