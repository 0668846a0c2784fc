import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'
import { begin, type Clocks, expectWholeTables, type Moments, type Transaction } from '../../db/clocks.ts'

/** Whatever answers queries from one snapshot of the database. */
export interface Reader {
  readonly moments: Moments
  /** How many queries it answers at the same time. */
  readonly lanes: number
  query: <R extends QueryResultRow>(text: string, params?: unknown[]) => Promise<QueryResult<R>>
}

/** More would take processors from the other pages that are being read. */
const mostConnections = 2

/**
 * The transaction of a request, read by a second connection as well while the pool has one to spare: both see the same
 * rows, and a page of many scans takes about half the time.
 */
export class SharedSnapshot implements Reader {
  readonly #pool: Pool
  readonly #setting: { clocks: Clocks; user: string }
  readonly #first: Transaction
  readonly #borrowed: PoolClient[] = []
  readonly #free: PoolClient[]
  readonly #waiting: ((client: PoolClient) => void)[] = []

  private constructor(pool: Pool, first: Transaction, setting: { clocks: Clocks; user: string }) {
    this.#pool = pool
    this.#setting = setting
    this.#first = first
    this.#free = [first]
  }

  get moments() {
    return this.#first.moments
  }

  get lanes() {
    return this.#borrowed.length + 1
  }

  /** Reads with all connections that can be had; they are given back whatever happens. */
  static async read<T>(
    pool: Pool,
    first: Transaction,
    setting: { clocks: Clocks; user: string },
    work: (reader: Reader) => Promise<T>,
  ): Promise<T> {
    const shared = new SharedSnapshot(pool, first, setting)
    try {
      await expectWholeTables(first, setting.clocks)
      await shared.#borrow()
      return await work(shared)
    } finally {
      await shared.#giveBack()
    }
  }

  async query<R extends QueryResultRow>(text: string, params?: unknown[]): Promise<QueryResult<R>> {
    const client = this.#free.pop() ?? (await new Promise<PoolClient>((resolve) => this.#waiting.push(resolve)))
    try {
      return await client.query<R>(text, params)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(client)
      else this.#free.push(client)
    }
  }

  async #borrow() {
    while (this.#borrowed.length + 1 < mostConnections && hasOneToSpare(this.#pool)) {
      const client = await this.#pool.connect()
      this.#borrowed.push(client)
      const { rows } = await this.#first.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
      await begin(client, { ...this.#setting, writes: false, snapshot: rows[0]?.snapshot })
      await expectWholeTables(client, this.#setting.clocks)
      this.#free.push(client)
    }
  }

  async #giveBack() {
    await Promise.all(
      this.#borrowed.map(async (client) => {
        try {
          await client.query('rollback')
          client.release()
        } catch (error) {
          client.release(error as Error)
        }
      }),
    )
  }
}

/** Waiting for a connection while holding one is how a pool locks itself. */
const hasOneToSpare = (pool: Pool) => pool.waitingCount === 0 && (pool.idleCount > 0 || pool.totalCount < pool.options.max)
