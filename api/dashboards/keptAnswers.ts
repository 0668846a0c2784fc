import type { Reader } from '../http/sharedSnapshot.ts'
import { LRUCache } from 'lru-cache'

/**
 * The last answers, by what they answer and by the state of the database they were read from: the same snapshot means the
 * same rows, and any write gives another.
 */
export class KeptAnswers<T extends object> {
  readonly #answers = new LRUCache<string, T>({ max: 50 })

  async get(client: Reader, question: readonly unknown[], read: () => Promise<T>): Promise<T> {
    const { rows } = await client.query<{ state: string }>(`select pg_current_snapshot()::text as state`)
    const key = JSON.stringify([rows[0]?.state, client.moments.asOf, ...question])
    const kept = this.#answers.get(key)
    if (kept) return kept
    const answer = await read()
    this.#answers.set(key, answer)
    return answer
  }
}
