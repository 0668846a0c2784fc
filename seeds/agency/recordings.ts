import { instantOf } from '../days.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'

/** What was written about a change, and when: more than once if it was written wrong at first. */
export interface Recording {
  at: number
  day: number
  /** Set on a correction: what was wrong. */
  correction: 'day' | 'reason' | null
}

export interface Change {
  day: number
  /** The days of the changes before and after this one. */
  previousDay: number
  nextDay: number
  /** Whether a wrong reason can have been written. */
  hasReason: boolean
}

/** When each change of one unit was written, in order; those before the first day were loaded with it. */
export function record(changes: Change[], period: Period, random: Random): Recording[][] {
  let previous = period.loaded
  return changes.map((change) => {
    const written =
      change.day < period.start ? [{ at: period.loaded, day: change.day, correction: null }] : write(change, previous)
    previous = written.at(-1)?.at ?? previous
    return written
  })

  function write({ day, previousDay, nextDay, hasReason }: Change, earliest: number): Recording[] {
    const at = Math.max(instantOf(day + delay(random), random.between(7, 16), random.between(0, 59)), earliest + 60_000)
    if (at >= period.last) return [{ at: Math.max(period.last, earliest + 1), day, correction: null }]
    const again = at + instantOf(random.between(6, 45), 1, random.between(0, 59))
    if (!random.chance(0.03) || again >= period.last || again >= instantOf(nextDay)) return [{ at, day, correction: null }]
    if (hasReason && random.chance(0.6)) {
      return [
        { at, day, correction: null },
        { at: again, day, correction: 'reason' },
      ]
    }
    const wrong = day - random.between(1, 9)
    if (wrong <= previousDay || wrong < period.start) return [{ at, day, correction: null }]
    return [
      { at, day: wrong, correction: null },
      { at: again, day, correction: 'day' },
    ]
  }
}

function delay(random: Random) {
  if (random.chance(0.6)) return random.between(0, 1)
  return random.chance(0.8) ? random.between(2, 6) : random.between(7, 21)
}
