import { workUnits } from '../../db/entities/works/workUnits.ts'
import { documentedWorks } from '../facts/works.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import type { Building } from './buildings.ts'
import { unitIdOf } from './units.ts'

export const carloPortaRestoredOn = '2022-11-01'

/** The 111 dwellings of the documented renovation: their number is a fact, each of them is invented. */
export function writeCarloPorta(buildings: Building[], period: Period, writer: Writer) {
  for (const building of buildings.filter(({ fate }) => fate === 'carloPorta')) {
    for (let index = 0; index < building.dwellings; index += 1) {
      const unitId = unitIdOf(building, index)
      writer.add(workUnits, {
        id: idOf(`work unit Carlo Porta ${unitId}`),
        workId: documentedWorks.carloPorta,
        unitId,
        restoredOn: carloPortaRestoredOn,
        ...recorded(period, { source: 'agenzia dimostrativa', isDemo: true, on: carloPortaRestoredOn }),
      })
    }
  }
}
