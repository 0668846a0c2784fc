/** Age classes of an open episode, in months; an average month is 30.4375 days. */
export const ageBands = {
  m0to3: '0–3 mesi',
  m3to6: '3–6 mesi',
  m6to12: '6–12 mesi',
  m12to24: '1–2 anni',
  m24to60: '2–5 anni',
  m60plus: 'oltre 5 anni',
} as const

const upperMonths = { m0to3: 3, m3to6: 6, m6to12: 12, m12to24: 24, m24to60: 60 } as const

const firstDayAfter = (months: number) => Math.ceil(months * 30.4375)

/** The days of age on which the next class begins. */
export const ageBandsBegin = Object.values(upperMonths).map(firstDayAfter)

/** The class of a number of days, in SQL. */
export function ageBandOf(days: string) {
  const cases = Object.entries(upperMonths).map(([band, months]) => `when ${days} < ${firstDayAfter(months)} then '${band}'`)
  return `case ${cases.join(' ')} else 'm60plus' end`
}
