import { addDays } from '../../db/calendar.ts'
import { todayInRome } from './periods.ts'

/** The day an instant falls on in Rome. */
export const dayOfInstant = (instant: string): string => todayInRome(new Date(instant))

/** The instant a day begins at in Rome, on the days the clocks change too. */
export function startOfDayInRome(day: string): string {
  const [winter, summer] = [1, 2].map((hours) => new Date(Date.parse(`${day}T00:00:00Z`) - hours * 3_600_000))
  const midnight = [winter, summer].find((instant) => instant && romeTime.format(instant) === '00:00')
  return (midnight ?? new Date(`${day}T00:00:00Z`)).toISOString()
}

/** The last millisecond of a day in Rome. */
export const endOfDayInRome = (day: string): string => new Date(Date.parse(startOfDayInRome(addDays(day, 1))) - 1).toISOString()

const romeTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
