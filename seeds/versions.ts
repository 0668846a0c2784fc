import { isoOf } from './days.ts'

/** A part of a record as it was written at an instant. */
export interface Patch<V> {
  at: number
  values: Partial<V>
  reason?: string | null
}

interface Version {
  recordedAt: string
  recordedBy: string
  version: number
}

interface Versions<V> {
  current: V & Version
  earlier: (V & Version & { retractedAt: string; retractedBy: string; retractionReason: string | null })[]
}

/** Folds what was written into the record as it stands and the versions it had before, as the history trigger would. */
export function versionsOf<V extends object>(first: V, at: number, patches: Patch<V>[], by: string): Versions<V> {
  let current = { ...first, recordedAt: isoOf(at), recordedBy: by, version: 1 }
  const earlier: Versions<V>['earlier'] = []
  for (const patch of patches) {
    const recordedAt = isoOf(patch.at)
    const next = { ...current, ...patch.values, recordedAt }
    if (recordedAt === current.recordedAt) {
      current = next
      continue
    }
    earlier.push({ ...current, retractedAt: recordedAt, retractedBy: by, retractionReason: patch.reason ?? null })
    current = { ...next, version: current.version + 1 }
  }
  return { current, earlier }
}
