import type { buildings } from '../../db/entities/estate/buildings.ts'
import { buildingUogs } from '../../db/entities/estate/buildingUogs.ts'
import type { UogId } from '../facts/uogs.ts'
import { dayOf, instantOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream, type Random } from '../random.ts'
import { recorded } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import { isCarloPorta, type Estate } from './estates.ts'
import { writeBuildingAndFormerOwner } from './formerValues.ts'
import { neighbourhoodIdOf } from './neighbourhoods.ts'
import { shareOut, type Size } from './sizes.ts'

/** What befalls a whole building: told apart, so that every case a user may meet is there. */
export type Fate = 'demolished' | 'toBeDemolished' | 'newBuild' | 'subdivided' | 'carloPorta' | null

export interface Building {
  id: string
  code: string
  estate: Estate
  address: string
  yearBuilt: number
  dwellings: number
  others: number
  fate: Fate
}

const founded = '2018-01-01'
const reorganised = '2025-03-01'
const source = 'agenzia dimostrativa'

/** The first building of these estates has a fate of its own. */
const fates: Record<string, Fate> = {
  'Milano Lorenteggio aler': 'demolished',
  'Milano Giambellino aler': 'toBeDemolished',
  'Milano Olmi aler': 'newBuild',
  'Milano Quarto Oggiaro aler': 'subdivided',
}

export interface Places {
  /** Next house number of each street, so that no two buildings share one. */
  numbers: Map<string, number>
  count: number
}

export function planBuildings({ estate, dwellings, others }: Size, places: Places): Building[] {
  const random = stream(`buildings ${estate.name}`)
  const mean = estate.municipio === null && !estate.fixed ? 14 : 26
  const count = isCarloPorta(estate) ? 3 : Math.max(1, Math.round(dwellings / mean))
  const sizes = shareOut(
    dwellings,
    Array.from({ length: count }, () => 0.6 + random.fraction() * 0.8),
  )
  const shares = shareOut(others, sizes)
  return sizes.map((size, index) => {
    places.count += 1
    const code = `${estate.uogId.slice(3)}-${String(places.count).padStart(4, '0')}`
    const fate = isCarloPorta(estate) ? 'carloPorta' : index === 0 ? (fates[estate.name] ?? null) : null
    return {
      id: idOf(`building ${code}`),
      code,
      estate,
      address: addressOf(estate, places, random),
      yearBuilt: fate === 'newBuild' ? 2024 : estate.yearBuilt + random.between(-6, 6),
      dwellings: size,
      others: shares[index] ?? 0,
      fate,
    }
  })
}

export function writeBuilding(building: Building, period: Period, writer: Writer) {
  const { id, code, estate, address, yearBuilt } = building
  const random = stream(`building ${code}`)
  const row: Row<typeof buildings> = {
    id,
    code,
    address,
    postcode: estate.postcode,
    comuneId: estate.comuneId,
    neighbourhoodId: estate.neighbourhood ? neighbourhoodIdOf(estate) : null,
    owner: estate.owner,
    yearBuilt,
    mixedOwnership: random.chance(0.12),
    latitude: String(near(estate.latitude, random)),
    longitude: String(near(estate.longitude, random)),
    ...recorded(period, { source, isDemo: true }),
  }
  writeBuildingAndFormerOwner(row, estate.name, period, writer)
  writeUogs(building, period, random, writer)
}

function addressOf({ comune, streets }: Estate, { numbers }: Places, random: Random) {
  const street = random.pick(streets)
  const key = `${comune} ${street}`
  const number = (numbers.get(key) ?? random.between(0, 6)) + random.between(1, 3)
  numbers.set(key, number)
  return `${street} ${number}${random.chance(0.06) ? '/A' : ''}`
}

const near = (degrees: number, random: Random) => Number((degrees + (random.fraction() - 0.5) * 0.012).toFixed(5))

/** In 2025 some buildings at the edge of a UOG passed to the next one. */
const moved: Record<string, { to: UogId; share: number }> = {
  'Milano Barona – Sant’Ambrogio aler': { to: 'UOG2', share: 0.4 },
  'Milano Gorla – Crescenzago aler': { to: 'UOG4', share: 0.5 },
}

function writeUogs({ id, estate }: Building, period: Period, random: Random, writer: Writer) {
  const move = moved[estate.name]
  const moves = move !== undefined && random.chance(move.share) && dayOf(reorganised) < period.today
  const first = {
    id: idOf(`building uog ${id}`),
    buildingId: id,
    uogId: estate.uogId,
    validFrom: founded,
    validTo: 'infinity',
    source,
    isDemo: true,
  }
  if (!move || !moves) return writer.add(buildingUogs, { ...first, ...recorded(period, { source, isDemo: true }) })
  const decided = Math.max(instantOf(dayOf(reorganised) - 20, 10), period.loaded)
  const { current, earlier } = versionsOf(
    first,
    period.loaded,
    [{ at: decided, values: { validTo: reorganised }, reason: 'Riorganizzazione delle UOG' }],
    'direzione@demo.local',
  )
  writer.add(buildingUogs, current, {
    ...first,
    id: idOf(`building uog 2025 ${id}`),
    uogId: move.to,
    validFrom: reorganised,
    recordedAt: current.recordedAt,
    recordedBy: current.recordedBy,
    version: 1,
  })
  writer.retract(buildingUogs, ...earlier)
}
