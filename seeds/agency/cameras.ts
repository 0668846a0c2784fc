import { cameraSystems } from '../../db/entities/occupations/cameraSystems.ts'
import { dateOf, instantOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import { type Patch, versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import type { Building } from './buildings.ts'

const by = 'tutela@demo.local'

/** Which buildings have cameras in their common areas, since when, and whether the city's system sees them. */
export function writeCameras(stock: Building[], period: Period, writer: Writer) {
  for (const building of stock) {
    const random = stream(`cameras ${building.code}`)
    if (building.fate === 'demolished' || !random.chance(building.estate.squatting > 1 ? 0.55 : 0.15)) continue
    const planned = random.between(period.start - 500, period.today - 120)
    const activated = planned + random.between(150, 600)
    const connected = activated + random.between(60, 420)
    const cameras = random.between(2, 16)
    const first: Row<typeof cameraSystems> & { id: string } = {
      id: idOf(`cameras ${building.code}`),
      buildingId: building.id,
      plannedOn: dateOf(planned),
      plannedCameras: cameras,
      activatedOn: null,
      activeCameras: null,
      connectedOn: null,
      note: null,
      source: 'agenzia dimostrativa',
      isDemo: true,
    }
    const works = random.chance(0.85)
    const steps: [day: number, happens: boolean, values: Partial<typeof first>][] = [
      [activated, works, { activatedOn: dateOf(activated), activeCameras: Math.max(1, cameras - random.between(0, 2)) }],
      [connected, works && random.chance(0.6), { connectedOn: dateOf(connected) }],
    ]
    const patches: Patch<typeof first>[] = steps
      .filter(([day, happens]) => happens && day < period.today - 3)
      .map(([day, , values]) => ({ at: Math.max(instantOf(day + 1, 9), period.loaded), values }))
    const { current, earlier } = versionsOf(first, Math.max(instantOf(planned + 1, 9), period.loaded), patches, by)
    writer.add(cameraSystems, current)
    writer.retract(cameraSystems, ...earlier)
  }
}
