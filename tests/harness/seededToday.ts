/** The day on which the history of the seeded database ends. */
export const seededToday = '2026-06-30'
