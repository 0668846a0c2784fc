import type { Random } from './random.ts'

const millisecondsOfDay = 86_400_000

/** Days are whole numbers while they are reckoned with, text when they are written. */
export const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / millisecondsOfDay

const written = new Map<number, string>()

export function dateOf(day: number): string {
  if (day === Infinity) return 'infinity'
  let date = written.get(day)
  if (date === undefined) {
    date = new Date(day * millisecondsOfDay).toISOString().slice(0, 10)
    written.set(day, date)
  }
  return date
}

/** The same day of an earlier month, or the last day that month has. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dateOf(first.getTime() / millisecondsOfDay + Math.min(day, last) - 1)
}

/** An instant of a day, in UTC. */
export const instantOf = (day: number, hour = 0, minute = 0) => day * millisecondsOfDay + (hour * 60 + minute) * 60_000

export const isoOf = (instant: number) => new Date(instant).toISOString()

const august = (day: number) => dateOf(day).slice(5, 7) === '08'

/** Little happens in August: most of what would falls into September and after. */
export const afterAugust = (day: number, random: Random) =>
  august(day) && random.chance(0.8) ? day + random.between(20, 70) : day
