import { declaredUnits, type UogId } from '../facts/uogs.ts'
import type { Profile } from '../period.ts'
import { estates, type Estate } from './estates.ts'

export interface Size {
  estate: Estate
  dwellings: number
  /** Garages, shops, offices and the like. */
  others: number
}

const declaredDwellings = 56_191
const othersPerDwelling = 0.125
const shareOfInvented = { sample: 0.15, demo: 1 }

const uogIds = Object.keys(declaredUnits) as UogId[]
const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** How many units each estate has: the demo's own numbers, or those that add up to the declared ones, UOG by UOG. */
export function sizesOf(profile: Profile): Size[] {
  if (profile !== 'full') {
    return estates.map((estate) => {
      const dwellings = estate.fixed ? estate.dwellings : Math.ceil(estate.dwellings * shareOfInvented[profile])
      return { estate, dwellings, others: Math.round(dwellings * othersPerDwelling) }
    })
  }
  const units = uogIds.map((uogId) => declaredUnits[uogId])
  const dwellings = shareOut(declaredDwellings, units)
  return uogIds.flatMap((uogId, index) => sizesOfUog(uogId, dwellings[index] ?? 0, units[index] ?? 0))
}

function sizesOfUog(uogId: UogId, dwellings: number, units: number): Size[] {
  const own = estates.filter((estate) => estate.uogId === uogId)
  const fixed = total(own.map((estate) => (estate.fixed ? estate.dwellings : 0)))
  const free = own.map((estate) => (estate.fixed ? 0 : estate.dwellings))
  const shares = shareOut(dwellings - fixed, free)
  const counts = own.map((estate, index) => (estate.fixed ? estate.dwellings : (shares[index] ?? 0)))
  const others = shareOut(units - dwellings, counts)
  return own.map((estate, index) => ({ estate, dwellings: counts[index] ?? 0, others: others[index] ?? 0 }))
}

/** Whole numbers in proportion to the weights, that add up to `whole`. */
export function shareOut(whole: number, weights: number[]): number[] {
  const sum = total(weights)
  let weight = 0
  let given = 0
  return weights.map((own) => {
    weight += own
    const share = Math.round((whole * weight) / sum) - given
    given += share
    return share
  })
}
