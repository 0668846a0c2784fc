import { neighbourhoods } from '../../db/entities/territory/neighbourhoods.ts'
import { units } from '../../db/entities/estate/units.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import type { Writer } from '../writer.ts'
import { planBuildings, writeBuilding, type Building, type Places } from './buildings.ts'
import { writeDwellingAndFormerService } from './formerValues.ts'
import type { LotsOfUog } from './lots.ts'
import { seedNeighbourhoods } from './neighbourhoods.ts'
import { writeNotices, writeOtherAmbiti } from './notices.ts'
import { writeOccupations } from './occupations.ts'
import { type Offer, offersOf } from './offers.ts'
import { sizesOf } from './sizes.ts'
import { writeStory } from './spans.ts'
import { tellDwelling, tellOther } from './tellUnit.ts'
import { dwelling, other } from './units.ts'

const source = 'agenzia dimostrativa'

/** Writes the stock and its history, one estate at a time: a whole agency does not fit in memory at once. Answers the buildings. */
export async function writeAgency(period: Period, lots: LotsOfUog, writer: Writer): Promise<Building[]> {
  writer.add(neighbourhoods, ...seedNeighbourhoods(period))
  writeOtherAmbiti(period, writer)
  const stock: Building[] = []
  const offers: Offer[] = []
  const places: Places = { numbers: new Map(), count: 0 }
  for (const size of sizesOf(period.profile)) {
    for (const building of planBuildings(size, places)) {
      writeBuilding(building, period, writer)
      stock.push(building)
      offers.push(...writeUnits(building, period, lots, writer))
    }
    await writer.flush()
  }
  writeNotices(offers, period, writer)
  return stock
}

function writeUnits(building: Building, period: Period, lots: LotsOfUog, writer: Writer): Offer[] {
  const offers: Offer[] = []
  const random = stream(`units ${building.code}`)
  const telling = stream(`stories ${building.code}`)
  const recording = stream(`recordings ${building.code}`)
  const occupying = stream(`occupations ${building.code}`)
  const trouble = 0.4 + Math.min(telling.waiting(0.6), 2.4)
  const by = `${building.estate.uogId.toLowerCase()}@demo.local`
  for (let index = 0; index < building.dwellings; index += 1) {
    const unit = dwelling(building, index, period, random)
    writeDwellingAndFormerService(unit, period, writer)
    const steps = tellDwelling(building, trouble, period, lots, telling)
    const story = { ...told(unit), steps, by, source }
    const recordings = writeStory(story, period, recording, writer)
    const squatting = building.estate.squatting * trouble
    writeOccupations({ ...story, recordings, squatting, period, random: occupying, writer })
    enterLots(unit.id, building.estate.comuneId, steps)
    offers.push(...offersOf(unit.id, building, steps))
  }
  for (let index = 0; index < building.others; index += 1) {
    const unit = other(building, index, period, random)
    writer.add(units, unit)
    writeStory({ ...told(unit), steps: tellOther(building, period, telling), by, source }, period, recording, writer)
  }
  return offers
}

const told = ({ id, buildingId, use }: ReturnType<typeof dwelling>) => ({ unitId: id, kept: { buildingId, use } })

function enterLots(unitId: string, comuneId: string, steps: ReturnType<typeof tellOther>) {
  for (const [index, { lot, reason, stage, from }] of steps.entries()) {
    if (!lot || reason === 'restored' || stage === 'testing') continue
    if (lot.dwellings.some((entered) => entered.unitId === unitId)) continue
    const restored = steps.slice(index).find((step) => step.lot === lot && step.reason === 'restored')
    lot.dwellings.push({ unitId, comuneId, enteredOn: from, restoredOn: restored?.from ?? null })
  }
}
