import { dayOf, instantOf, monthsBefore } from './days.ts'

const monthsOfHistory = 36

/** What the seed is about: `[start, today)`, 36 months that end on the day given. Nothing happens on `today` itself. */
export interface Period {
  start: number
  today: number
  /** When what was already true was loaded, in the evening before the first day. */
  loaded: number
  /** Nothing is recorded later. */
  last: number
  profile: Profile
}

/** `sample` is the demo with fewer invented dwellings, for tests that read every one of them many times. */
export type Profile = 'sample' | 'demo' | 'full'

export function periodOf(profile: Profile, today: string): Period {
  const start = dayOf(monthsBefore(today, monthsOfHistory))
  return {
    profile,
    start,
    today: dayOf(today),
    loaded: instantOf(start - 1, 20),
    last: instantOf(dayOf(today) - 1, 21, 59),
  }
}
