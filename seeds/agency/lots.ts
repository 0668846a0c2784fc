import { stream } from '../random.ts'
import type { UogId } from '../facts/uogs.ts'
import type { Period } from '../period.ts'

/** A lot of vacant dwellings that a UOG restores with one contract. Its dwellings are found while their stories are told. */
export interface Lot {
  name: string
  uogId: UogId
  number: number
  /** The day its money was assigned: a dwelling that waits may enter it then. */
  fundedOn: number
  tenderedOn: number
  siteOn: number
  plannedEnd: number
  end: number
  suspension: { from: number; to: number } | null
  /** Whether a dwelling that waits enters it. */
  uptake: number
  dwellings: { unitId: string; comuneId: string; enteredOn: number; restoredOn: number | null }[]
}

const lotsOfYear = { sample: 3, demo: 3, full: 8 }
const uogIds: UogId[] = ['UOG1', 'UOG2', 'UOG3', 'UOG4', 'UOG5', 'UOG6']
const fundedEachYear = 0.215
const yearsBefore = 1.6

export type LotsOfUog = Record<UogId, Lot[]>

export function planLots(period: Period): LotsOfUog {
  return Object.fromEntries(uogIds.map((uogId) => [uogId, lotsOf(uogId, period)])) as LotsOfUog
}

function lotsOf(uogId: UogId, period: Period): Lot[] {
  const random = stream(`lots ${uogId}`)
  const everyDays = Math.round(365 / lotsOfYear[period.profile])
  const lots: Lot[] = []
  let day = period.start - Math.round(365 * yearsBefore) + random.between(0, everyDays)
  while (day < period.today) {
    lots.push(lotFunded(day, uogId, lots.length + 1))
    day += random.between(Math.round(everyDays * 0.7), Math.round(everyDays * 1.3))
  }
  return lots

  function lotFunded(fundedOn: number, uog: UogId, number: number): Lot {
    const tenderedOn = fundedOn + random.between(40, 100)
    const siteOn = tenderedOn + random.between(40, 90)
    const plannedEnd = siteOn + random.between(115, 220)
    const suspended = random.chance(0.14)
    const from = siteOn + random.between(30, 70)
    const suspension = suspended ? { from, to: from + random.between(60, 300) } : null
    const slip = random.chance(0.5) ? random.between(20, 190) : -random.between(0, 15)
    const end = plannedEnd + slip + (suspension ? suspension.to - suspension.from : 0)
    return {
      name: `lot ${uog} ${number}`,
      uogId: uog,
      number,
      fundedOn,
      tenderedOn,
      siteOn,
      plannedEnd,
      end,
      suspension,
      uptake: fundedEachYear / lotsOfYear[period.profile],
      dwellings: [],
    }
  }
}
