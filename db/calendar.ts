import { formatMonth, formatQuarter } from './format.ts'

/** Days are `YYYY-MM-DD`; periods are half-open `[from, to)`; a day begins at midnight in Rome. */
export type Grain = 'month' | 'quarter' | 'year'

export const grains = { month: 'Mese', quarter: 'Trimestre', year: 'Anno' } as const satisfies Record<Grain, string>

const inRome = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is in Rome. */
export const today = (instant = new Date()) => inRome.format(instant)

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

export function addDays(day: string, days: number) {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** The first day of the month `months` away from the one of `day`. */
export function addMonths(day: string, months: number) {
  const date = utc(day)
  return dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)))
}

export const daysBetween = (from: string, to: string) => Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)

const monthsOf: Record<Grain, number> = { month: 1, quarter: 3, year: 12 }

/** The first day of the period of this grain that holds `day`. */
export function startOf(grain: Grain, day: string) {
  const month = Number(day.slice(5, 7)) - 1
  return addMonths(day, -(month % monthsOf[grain]))
}

export interface Span {
  /** `2026-10`, `2026-T4`, `2026`. */
  key: string
  label: string
  from: string
  to: string
}

function spanOf(grain: Grain, from: string): Span {
  const year = from.slice(0, 4)
  const to = addMonths(from, monthsOf[grain])
  if (grain === 'year') return { key: year, label: year, from, to }
  if (grain === 'month') return { key: from.slice(0, 7), label: formatMonth(from, 'short'), from, to }
  const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3)
  return { key: `${year}-T${quarter + 1}`, label: formatQuarter(from, 'short'), from, to }
}

/** The first and the last day that anybody may ask about: text compares days rightly only while years have four figures. */
export const firstDay = '1900-01-01'
export const finalDay = '2200-12-31'

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** How many periods of a grain meet `[from, to)`, without making them. */
export function countPeriods(grain: Grain, from: string, to: string): number {
  if (from >= to) return 0
  const ordinal = (day: string) => Math.floor(monthNumber(day) / monthsOf[grain])
  return ordinal(addDays(to, -1)) - ordinal(from) + 1
}

/** Every period of a grain that meets `[from, to)`, the first and the last cut to it. */
export function periodsOf(grain: Grain, from: string, to: string): Span[] {
  const first = startOf(grain, from)
  return Array.from({ length: countPeriods(grain, from, to) }, (_, i) => {
    const span = spanOf(grain, addMonths(first, i * monthsOf[grain]))
    return { ...span, from: span.from < from ? from : span.from, to: span.to > to ? to : span.to }
  })
}

/** The last day of a span: the day at which a stock is taken for it. */
export const lastDay = ({ to }: Span) => addDays(to, -1)

/** The last day of the last month that was over on `day`. */
export const lastClosedMonth = (day: string) => addDays(startOf('month', day), -1)
