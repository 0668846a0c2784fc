/** The day asked about, as a scalar sub-select: Postgres evaluates it once per query. */
export const asOf = '(select app.as_of())'

/**
 * The instant at which it was known, in the same way. What stands is never retracted: also when nobody says an instant, and
 * `app.known_at()` is infinity itself.
 */
export const knownAt = `(select least(app.known_at(), timestamptz '9999-12-31'))`

/** The instant at which a day begins in Rome. Comparing instants, not the days they fall on, lets an index find them. */
export const beginningOf = (day: string) => `((${day})::timestamp at time zone 'Europe/Rome')`

/** `<alias>`'s span holds on the day asked about. */
export const holds = (alias: string) => `${alias}.valid_from <= ${asOf} and ${alias}.valid_to > ${asOf}`

/** A date that had come by the day asked about, else null. */
export const past = (column: string) => `case when ${column} <= ${asOf} then ${column} end`

/** The record's own bookkeeping, for rows that are of one table and from another. */
export const recordOf = (alias: string) => ({
  source: `${alias}.source`,
  isDemo: `${alias}.is_demo`,
  recordedAt: `${alias}.recorded_at`,
  recordedBy: `${alias}.recorded_by`,
  version: `${alias}.version`,
})

/** The day from which on something changes that has no day of its own. */
export const always = `'-infinity'`
