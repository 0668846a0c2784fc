import type { units } from '../../db/entities/estate/units.ts'
import { idOf } from '../ids.ts'
import { forgotten } from '../flaws.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import type { Building } from './buildings.ts'

type Unit = Row<typeof units> & { id: string }

const services = { sap: 870, sas: 70, sat: 18, temporary: 8, free: 22, outOfErp: 12 }

/** A dwelling, its floor and interior in order up each staircase. */
export function dwelling(building: Building, index: number, period: Period, random: Random): Unit {
  const perStaircase = 18
  const perFloor = 3
  const staircase = Math.floor(index / perStaircase)
  const within = index % perStaircase
  const rooms = random.between(1, 5)
  const area = 20 + rooms * 13 + random.between(0, 900) / 100
  return {
    ...identified(building, index),
    regionalCode: random.chance(0.85) ? `MI${building.code.replace('-', '')}${String(index + 1).padStart(3, '0')}` : null,
    staircase: building.dwellings > perStaircase ? String.fromCodePoint(65 + (staircase % 26)) : null,
    floor: within < perFloor ? 'T' : String(Math.floor(within / perFloor)),
    interior: String(index + 1),
    use: 'dwelling',
    service: random.weighted(services),
    area: area.toFixed(2),
    rooms,
    accessible: random.chance(0.12),
    theoreticalRent: rentOf(codeOf(building, index), area * (2.2 + random.fraction() * 3)),
    ...recorded(period, { source, isDemo: true }),
  }
}

const rentOf = (code: string, rent: number) => (forgotten(`rent ${code}`, 80) ? null : rent.toFixed(2))

const source = 'agenzia dimostrativa'
const uses = { garage: 80, shop: 13, office: 3, other: 4 }

/** What a building has besides dwellings: it counts among the units, never in a rate. */
export function other(building: Building, index: number, period: Period, random: Random): Unit {
  const use = random.weighted(uses)
  const area = use === 'garage' ? random.between(11, 19) : random.between(24, 140)
  return {
    ...identified(building, building.dwellings + index),
    staircase: null,
    floor: use === 'garage' ? '-1' : 'T',
    interior: String(index + 1),
    use,
    service: null,
    area: area.toFixed(2),
    rooms: null,
    theoreticalRent: (area * (use === 'garage' ? 4 : 7)).toFixed(2),
    ...recorded(period, { source, isDemo: true }),
  }
}

const codeOf = ({ code }: Building, index: number) => `${code}.${String(index + 1).padStart(3, '0')}`

export const unitIdOf = (building: Building, index: number) => idOf(`unit ${codeOf(building, index)}`)

const identified = (building: Building, index: number) => ({
  id: unitIdOf(building, index),
  code: codeOf(building, index),
  buildingId: building.id,
})
