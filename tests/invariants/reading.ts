import type { Clocks } from '../../db/clocks.ts'
import { inTransaction, type Transaction } from '../../db/transaction.ts'
import type { TestApp } from '../harness/startApp.ts'

/** Reads in a transaction as a request's, at a pair of moments. */
export const reading = <T>({ pool }: TestApp, clocks: Clocks, read: (client: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(pool, { asking: { name: 'test' }, clocks, writes: false }, read)
