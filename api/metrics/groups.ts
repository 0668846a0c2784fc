import type { Metric } from '../../db/defineMetric.ts'
import { type Measured, nothing } from './figure.ts'

export interface Group {
  /** The value of each dimension asked for, and what it is called. */
  keys: (string | null)[]
  labels: (string | null)[]
  /** The first day of a period, or the ordinal of a day, from 1. */
  bucket: string | null
  demo: boolean
  /** By metric id. */
  figures: Record<string, Measured>
}

const alphabet = new Intl.Collator('it')

/** By what their keys are called, those without a key last: the same question is always answered in the same order. */
export function byName(a: Group, b: Group): number {
  for (const [i, key] of a.keys.entries()) {
    const other = b.keys[i] ?? null
    if (key === other) continue
    if (key === null || other === null) return key === null ? 1 : -1
    return alphabet.compare(a.labels[i] ?? key, b.labels[i] ?? other) || (key < other ? -1 : 1)
  }
  return 0
}

/** Groups of the same key as one; where a source found no row of it, its metrics have nothing to count. */
export function together(metrics: readonly Metric[], groups: readonly Group[]): Group[] {
  const empty = Object.fromEntries(metrics.map((metric) => [metric.id, nothing(metric)]))
  const joined = new Map<string, Group>()
  for (const group of groups) {
    const key = JSON.stringify([group.keys, group.bucket])
    const before = joined.get(key)
    joined.set(key, {
      ...group,
      demo: group.demo || (before?.demo ?? false),
      figures: { ...empty, ...before?.figures, ...group.figures },
    })
  }
  return [...joined.values()].toSorted(byName)
}
