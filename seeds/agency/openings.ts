import { dateOf, dayOf } from '../days.ts'
import { knownAmbitoOf } from '../facts/ambiti.ts'
import type { UogId } from '../facts/uogs.ts'

/** The ambito of a comune: the one a source names, or the invented rest of its UOG. */
export const ambitoOf = (comuneId: string, uogId: UogId) => knownAmbitoOf(comuneId) ?? restOf(uogId)

export const restOf = (uogId: UogId) => `Altri comuni della ${uogId.replace('UOG', 'UOG ')} (ipotesi)`

const calendar = ['01-14', '04-08', '06-24', '10-07']

/** Each ambito opens its notices on days of its own, four a year. */
function openingsAround(day: number, ambito: string): number[] {
  const year = Number(dateOf(day).slice(0, 4))
  const late = Array.from(ambito, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % 15
  return [year - 1, year, year + 1].flatMap((one) => calendar.map((date) => dayOf(`${one}-${date}`) + late))
}

/** The opening nearest to a day, among those that come after another. */
export function openingNear(day: number, after: number, ambito: string): number {
  const open = openingsAround(Math.max(day, after), ambito).filter((opening) => opening > after)
  return open.reduce((best, opening) => (Math.abs(opening - day) < Math.abs(best - day) ? opening : best))
}

/** The opening a day falls under: the last one not after it. */
export const openingBefore = (day: number, ambito: string): number =>
  Math.max(...openingsAround(day, ambito).filter((opening) => opening <= day))
