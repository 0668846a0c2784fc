import { buildings } from '../../db/entities/estate/buildings.ts'
import { formerPlaces } from '../../db/entities/estate/formerPlaces.ts'
import { formerUses } from '../../db/entities/estate/formerUses.ts'
import { units } from '../../db/entities/estate/units.ts'
import { dayOf, instantOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import { happened } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'

const bought = '2024-07-01'
const passedToSas = '2025-02-01'

/** Some buildings of an estate were of the comune until the agency bought them. */
const boughtIn: Record<string, number> = { 'Milano Lambrate – Feltre aler': 0.5 }

/** When a change of a day was written: some mornings later, or with all that was there when the history begins. */
const writtenAfter = (day: string, period: Period) => Math.max(instantOf(dayOf(day) + 3, 9), period.loaded)

/** A building as it stands, and as it was before it was bought. */
export function writeBuildingAndFormerOwner(building: Row<typeof buildings>, estate: string, period: Period, writer: Writer) {
  const share = boughtIn[estate]
  if (!share || !happened(period, bought) || !stream(`bought ${building.code}`).chance(share)) {
    return writer.add(buildings, building)
  }
  const { current, earlier } = versionsOf<Row<typeof buildings>>(
    { ...building, owner: 'comune' },
    period.loaded,
    [{ at: writtenAfter(bought, period), values: { owner: building.owner }, reason: 'Acquisto dal comune' }],
    'direzione@demo.local',
  )
  writer.add(buildings, current)
  writer.retract(buildings, ...earlier)
  writer.add(formerPlaces, {
    id: idOf(`former place ${building.code}`),
    buildingId: building.id as string,
    validTo: bought,
    comuneId: building.comuneId,
    neighbourhoodId: building.neighbourhoodId ?? null,
    owner: 'comune',
    source: building.source ?? null,
    isDemo: true,
    recordedAt: current.recordedAt,
    recordedBy: current.recordedBy,
    version: 1,
  })
}

/** A dwelling as it stands and, of half of those in the social service, as it was in the public one before. */
export function writeDwellingAndFormerService(dwelling: Row<typeof units> & { id: string }, period: Period, writer: Writer) {
  if (dwelling.service !== 'sas' || !happened(period, passedToSas) || !stream(`sas ${dwelling.code}`).chance(0.5)) {
    return writer.add(units, dwelling)
  }
  const { current, earlier } = versionsOf<Row<typeof units>>(
    { ...dwelling, service: 'sap' },
    period.loaded,
    [{ at: writtenAfter(passedToSas, period), values: { service: 'sas' }, reason: 'Passaggio al servizio abitativo sociale' }],
    'direzione@demo.local',
  )
  writer.add(units, current)
  writer.retract(units, ...earlier)
  writer.add(formerUses, {
    id: idOf(`former use ${dwelling.code}`),
    unitId: dwelling.id,
    validTo: passedToSas,
    use: dwelling.use,
    service: 'sap',
    source: dwelling.source ?? null,
    isDemo: true,
    recordedAt: current.recordedAt,
    recordedBy: current.recordedBy,
    version: 1,
  })
}
