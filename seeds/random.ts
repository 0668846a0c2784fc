import { createHash } from 'node:crypto'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export interface Random {
  /** From 0 included to 1 excluded. */
  fraction(): number
  /** A whole number between the two, both included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  weighted<K extends string>(weights: Partial<Record<K, number>>): K
  /** Waiting time of something that happens on average every `mean`. */
  waiting(mean: number): number
}

/** A sub-stream of its own for every name: one more entity does not reshuffle the others. */
export function stream(name: string): Random {
  const generator = xoroshiro128plus(createHash('sha1').update(name).digest().readInt32BE(0))
  const fraction = () => (generator.next() >>> 0) / 0x1_0000_0000
  const between = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: (choices) => chosen(choices, Math.floor(fraction() * choices.length)),
    weighted: (weights) => weighted(weights, fraction()),
    waiting: (mean) => -Math.log(1 - fraction()) * mean,
  }
}

function chosen<T>(choices: readonly T[], index: number): T {
  const choice = choices[index]
  if (choice === undefined) throw new Error('Nothing to pick from')
  return choice
}

function weighted<K extends string>(weights: Partial<Record<K, number>>, fraction: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let rest = fraction * entries.reduce((total, [, weight]) => total + weight, 0)
  for (const [key, weight] of entries) {
    rest -= weight
    if (rest < 0) return key
  }
  return chosen(entries, entries.length - 1)[0]
}
