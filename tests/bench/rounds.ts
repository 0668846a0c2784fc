import { performance } from 'node:perf_hooks'

export interface Timing {
  p50: number
  p95: number
}

/** Something to be measured, asked by one of several clients. */
export interface Work {
  ask(client: number): Promise<unknown>
  /** What has to happen before it is asked, and is not measured. */
  before?: () => Promise<unknown>
  /** CPU milliseconds taken so far by whoever answers. */
  cpu(): number
}

export interface Measured {
  /** CPU milliseconds of one request. */
  cpu: number
  alone: Timing
  together: Timing
}

export const clients = 8
const turns = 3
/** However slow it is, one turn asks so many times. */
const fewest = 2

/**
 * Measures some works in turn, one turn unheard: a machine that is slower for a minute is slower for all of them. In a turn one
 * client asks again and again for some seconds, whose CPU is read; then all clients ask at once for half as long.
 */
export async function inTurn<K extends string>(works: Record<K, Work>, seconds: number): Promise<Record<K, Measured>> {
  const named = Object.entries(works) as [K, Work][]
  const taken = named.map(() => ({ cpu: 0, alone: [] as number[], together: [] as number[] }))
  for (let turn = -1; turn < turns; turn++) {
    for (const [i, [, work]] of named.entries()) {
      const began = work.cpu()
      const alone = await again(work, 1, seconds)
      const cpu = work.cpu() - began
      const together = await again(work, clients, seconds / 2)
      if (turn < 0) continue
      const sums = taken[i] as (typeof taken)[number]
      sums.cpu += cpu
      sums.alone.push(...alone)
      sums.together.push(...together)
    }
  }
  return Object.fromEntries(
    named.map(([name], i) => {
      const { cpu, alone, together } = taken[i] as (typeof taken)[number]
      return [name, { cpu: cpu / alone.length, alone: timingOf(alone), together: timingOf(together) }]
    }),
  ) as Record<K, Measured>
}

/** How long each answer took, in milliseconds, when so many ask at once, wait for all of them, and ask again. */
async function again({ ask, before }: Work, atOnce: number, seconds: number): Promise<number[]> {
  const ends = performance.now() + seconds * 1000
  const taken: number[] = []
  for (let round = 0; round < fewest || performance.now() < ends; round++) {
    await before?.()
    await Promise.all(
      Array.from({ length: atOnce }, async (_, client) => {
        const began = performance.now()
        await ask(client)
        taken.push(performance.now() - began)
      }),
    )
  }
  return taken
}

export function timingOf(taken: readonly number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** How many answers a second all clients get who ask again as soon as they are answered. */
export async function throughput({ ask }: Pick<Work, 'ask'>, seconds: number): Promise<number> {
  const began = performance.now()
  let answered = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - began < seconds * 1000) {
        await ask(client)
        answered += 1
      }
    }),
  )
  return (answered * 1000) / (performance.now() - began)
}
