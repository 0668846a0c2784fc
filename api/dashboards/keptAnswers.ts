import { LRUCache } from 'lru-cache'
import type { Moments } from '../../db/clocks.ts'

/**
 * The last answers, by what they answer and by the last entry of the protocol they were read after: its digest stands for all
 * that was ever written, so that neither a late replica nor a database put back from a copy is answered for another.
 */
export class KeptAnswers<T extends object> {
  readonly #answers = new LRUCache<string, T>({ max: 50 })

  async get({ asOf, entry }: Moments, question: readonly unknown[], read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([entry, asOf, ...question])
    const kept = this.#answers.get(key)
    if (kept) return kept
    const answer = await read()
    this.#answers.set(key, answer)
    return answer
  }
}
