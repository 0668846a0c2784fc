/** A day, and for figures of a period its days: the last is out. */
export interface Question {
  day: string
  from: string
  to: string
}

/**
 * The day and the half year that ends with it; a day of the past, when another UOG had some of it, and its year; that year seen
 * from the day; a period that begins and ends in the middle of months; and one that goes on after the day, when little is known yet.
 */
export const questions: readonly [Question, ...Question[]] = [
  { day: '2026-06-30', from: '2026-01-01', to: '2026-07-01' },
  { day: '2025-12-31', from: '2025-01-01', to: '2026-01-01' },
  { day: '2026-06-30', from: '2025-01-01', to: '2026-01-01' },
  { day: '2026-06-30', from: '2026-02-10', to: '2026-05-20' },
  { day: '2026-06-30', from: '2026-06-30', to: '2027-02-01' },
]
