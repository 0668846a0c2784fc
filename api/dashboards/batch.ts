import type { Metric } from '../../db/defineMetric.ts'

type Read<T> = (metrics: readonly Metric[], sets: readonly (readonly string[])[]) => Promise<T[][]>

interface Waiting<T> {
  metrics: Map<string, Metric>
  sets: Map<string, readonly string[]>
  answer: Promise<Map<string, T[]>>
}

/**
 * Joins the questions that are asked at the same moment of the same rows: their metrics and their dimensions go into one
 * scan, and each asker gets its own part of the answer.
 */
export class Batch<T> {
  readonly #waiting = new Map<string, Waiting<T>>()

  async ask(rows: string, metrics: readonly Metric[], by: readonly string[], read: Read<T>): Promise<T[]> {
    const waiting = this.#waiting.get(rows) ?? this.#open(rows, read)
    for (const metric of metrics) waiting.metrics.set(metric.id, metric)
    waiting.sets.set(JSON.stringify(by), by)
    return (await waiting.answer).get(JSON.stringify(by)) ?? []
  }

  #open(rows: string, read: Read<T>): Waiting<T> {
    const metrics: Waiting<T>['metrics'] = new Map()
    const sets: Waiting<T>['sets'] = new Map()
    const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.#waiting.delete(rows)
      const found = await read([...metrics.values()], [...sets.values()])
      return new Map([...sets.keys()].map((key, i) => [key, found[i] ?? []]))
    })
    const waiting = { metrics, sets, answer }
    this.#waiting.set(rows, waiting)
    return waiting
  }
}
