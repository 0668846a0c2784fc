import { dayOf, instantOf, isoOf } from './days.ts'
import type { Period } from './period.ts'
import type { Random } from './random.ts'

interface Origin {
  source: string
  isDemo?: boolean
  /** The day the fact became known, when it is later than the first day of history. */
  on?: string
  by?: string
}

/** The record's side of a row that has one version: loaded with the first day, or written the morning after it was known. */
export function recorded(period: Period, { source, isDemo = false, on, by = 'sistema' }: Origin) {
  const known = on === undefined ? period.loaded : instantOf(dayOf(on) + 1, 8, 30)
  return {
    source,
    isDemo,
    recordedAt: isoOf(Math.min(Math.max(known, period.loaded), period.last)),
    recordedBy: by,
    version: 1,
  }
}

/** A documented fact is part of the past of a seed only if it happened before the seed's today. */
export const happened = (period: Period, date: string) => dayOf(date) < period.today

/** The record's side of a row written once, within a day of what happened. */
export function writtenOn(day: number, period: Period, random: Random, by: string) {
  const at = instantOf(day + (random.chance(0.6) ? 0 : 1), random.between(8, 17), random.between(0, 59))
  return { recordedAt: isoOf(Math.min(Math.max(at, period.loaded), period.last)), recordedBy: by, version: 1 }
}
