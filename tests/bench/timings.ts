import { performance } from 'node:perf_hooks'

export interface Timing {
  p50: number
  p95: number
}

/** Something to be timed; what has to happen before each time is not. */
export interface Timed {
  work: () => Promise<unknown>
  before?: (() => Promise<unknown>) | undefined
}

/**
 * Runs some things a few times unheard, then times them in turn, round after round: a machine that is slower for a minute is
 * slower for all of them.
 */
export async function inTurn<K extends string>(rounds: number, things: Record<K, Timed>): Promise<Record<K, Timing>> {
  const named = Object.entries(things) as [K, Timed][]
  const taken = named.map((): number[] => [])
  for (let round = -2; round < rounds; round++) {
    for (const [i, [, { work, before }]] of named.entries()) {
      await before?.()
      const began = performance.now()
      await work()
      if (round >= 0) taken[i]?.push(performance.now() - began)
    }
  }
  return Object.fromEntries(named.map(([name], i) => [name, timingOf(taken[i] ?? [])])) as Record<K, Timing>
}

function timingOf(taken: readonly number[]): Timing {
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
