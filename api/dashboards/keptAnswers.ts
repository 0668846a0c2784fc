import type { PoolClient } from 'pg'

const most = 50

/**
 * The last answers, by what they answer and by the state of the database they were read from: the same snapshot means the
 * same rows, and any write gives another.
 */
export class KeptAnswers<T> {
  readonly #answers = new Map<string, T>()

  async get(client: PoolClient, question: readonly unknown[], read: () => Promise<T>): Promise<T> {
    const { rows } = await client.query<{ state: string }>(`select pg_current_snapshot()::text || ' ' || app.as_of() as state`)
    const key = JSON.stringify([rows[0]?.state, ...question])
    const kept = this.#answers.get(key)
    if (kept !== undefined) return kept
    const answer = await read()
    this.#answers.set(key, answer)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > most && oldest !== undefined) this.#answers.delete(oldest)
    return answer
  }
}
