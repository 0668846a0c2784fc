import { LRUCache } from 'lru-cache'
import type { Moments } from '../../db/clocks.ts'

export interface Held {
  answers: number
  bytes: number
}

/**
 * The last answers, by what they answer and by the last entry of the protocol they were read after: its digest stands for all
 * that was ever written, so that neither a late replica nor a database put back from a copy is answered for another.
 */
export class KeptAnswers<T extends object> {
  readonly #answers = new LRUCache<string, T>({
    max: 50,
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: (answer) => Buffer.byteLength(JSON.stringify(answer)),
  })

  /** How many there are, and how long they are as they are sent. */
  get held(): Held {
    return { answers: this.#answers.size, bytes: this.#answers.calculatedSize }
  }

  async get({ asOf, entry }: Moments, question: readonly unknown[], read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([entry, asOf, ...question])
    const kept = this.#answers.get(key)
    if (kept) return kept
    const answer = await read()
    this.#answers.set(key, answer)
    return answer
  }
}
