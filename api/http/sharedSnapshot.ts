import type { Pool, QueryResult, QueryResultRow } from 'pg'
import type { Clocks } from '../../db/clocks.ts'
import { expectWholeTables, type Named, type Reader, Transaction } from '../../db/transaction.ts'

/** More would take processors from the other pages that are being read. */
const mostConnections = 2

/**
 * The transaction of a request, read by a second connection as well while the pool has one to spare: both see the same
 * rows, and a page of many scans takes about half the time. Nothing is asked any more once its work is over, however it ended.
 */
export class SharedSnapshot implements Reader {
  readonly #first: Transaction
  readonly #borrowed: Transaction[] = []
  readonly #free: Transaction[]
  readonly #waiting: { take: (lane: Transaction) => void; give: (up: Error) => void }[] = []
  #over = false

  private constructor(first: Transaction) {
    this.#first = first
    this.#free = [first]
  }

  get lanes() {
    return this.#borrowed.length + 1
  }

  /** Reads with all connections that can be had; those it borrowed are given back whatever happens. */
  static async read<T>(pool: Pool, first: Transaction, clocks: Clocks, work: (reader: Reader) => Promise<T>): Promise<T> {
    const shared = new SharedSnapshot(first)
    try {
      await first.entered()
      await expectWholeTables(first, clocks)
      await shared.#borrow(pool, clocks)
      return await work(shared)
    } finally {
      await shared.#end()
    }
  }

  async entered() {
    return this.#first.entered()
  }

  async query<R extends QueryResultRow>(statement: string | Named, params?: unknown[]): Promise<QueryResult<R>> {
    const lane = await this.#lane()
    try {
      return await lane.query<R>(statement, params)
    } finally {
      const next = this.#waiting.shift()
      if (next) next.take(lane)
      else this.#free.push(lane)
    }
  }

  async #lane(): Promise<Transaction> {
    if (this.#over) throw late()
    return this.#free.pop() ?? new Promise((take, give) => this.#waiting.push({ take, give }))
  }

  async #borrow(pool: Pool, clocks: Clocks) {
    while (this.#borrowed.length + 1 < mostConnections && hasOneToSpare(pool)) {
      const { rows } = await this.#first.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
      const lane = new Transaction(pool, {
        ...this.#first.question,
        snapshot: rows[0]?.snapshot ?? '',
      })
      this.#borrowed.push(lane)
      await expectWholeTables(lane, clocks)
      await lane.entered()
      this.#free.push(lane)
    }
  }

  async #end() {
    this.#over = true
    for (const { give } of this.#waiting.splice(0)) give(late())
    await Promise.all(this.#borrowed.map(async (lane) => lane.end('rollback')))
  }
}

const late = () => new Error('A question was asked after its page was over.')

/** Waiting for a connection while holding one is how a pool locks itself. */
const hasOneToSpare = (pool: Pool) => pool.waitingCount === 0 && (pool.idleCount > 0 || pool.totalCount < pool.options.max)
