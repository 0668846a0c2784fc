import { LRUCache } from 'lru-cache'
import type { PoolClient } from 'pg'

/**
 * The last answers, by what they answer and by the state of the database they were read from: the same snapshot means the
 * same rows, and any write gives another.
 */
export class KeptAnswers<T extends object> {
  readonly #answers = new LRUCache<string, T>({ max: 50 })

  async get(client: PoolClient, question: readonly unknown[], read: () => Promise<T>): Promise<T> {
    const { rows } = await client.query<{ state: string }>(`select pg_current_snapshot()::text || ' ' || app.as_of() as state`)
    const key = JSON.stringify([rows[0]?.state, ...question])
    const kept = this.#answers.get(key)
    if (kept) return kept
    const answer = await read()
    this.#answers.set(key, answer)
    return answer
  }
}
