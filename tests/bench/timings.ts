import { performance } from 'node:perf_hooks'

export interface Timing {
  p50: number
  p95: number
}

/** Runs something a few times unheard, then times it, one after the other; `before` is not timed. */
export async function timed(
  times: number,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
): Promise<Timing> {
  const taken: number[] = []
  for (let run = -2; run < times; run++) {
    await before()
    const began = performance.now()
    await work()
    if (run >= 0) taken.push(performance.now() - began)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** How many answers a second some clients get who ask again as soon as they are answered, for some seconds. */
export async function throughput(clients: number, seconds: number, work: () => Promise<unknown>): Promise<number> {
  const ends = performance.now() + seconds * 1000
  let answered = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < ends) {
        await work()
        answered += 1
      }
    }),
  )
  return answered / seconds
}
