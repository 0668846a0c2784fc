import { watchAreaBuildings } from '../../db/entities/occupations/watchAreaBuildings.ts'
import { watchAreas } from '../../db/entities/occupations/watchAreas.ts'
import { dateOf } from '../days.ts'
import { grouped } from '../grouped.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import type { Building } from './buildings.ts'

const measures = [
  'Passaggi serali concordati con le forze di polizia; lastratura degli alloggi vuoti.',
  'Presidio nelle parti comuni e videosorveglianza da collegare al sistema comunale.',
  'Sopralluoghi settimanali con il custode sociale.',
]

/** Where pressure is highest, the areas that the Prefettura keeps an eye on. */
export function writeWatchAreas(buildings: Building[], period: Period, writer: Writer) {
  const random = stream('watch areas')
  for (const [estate, own] of grouped(buildings, (building) => building.estate)) {
    if (estate.squatting < 1.2) continue
    const from = random.between(period.start - 500, period.today - 200)
    const ended = random.chance(0.15) ? dateOf(Math.min(from + 400, period.today - 1)) : 'infinity'
    const id = idOf(`watch area ${estate.name}`)
    const origin = recorded(period, { source: 'agenzia dimostrativa', isDemo: true, on: dateOf(from) })
    writer.add(watchAreas, {
      id,
      name: `${estate.neighbourhood}, ${own[0]?.address.replace(/ \d.*/, '')}`,
      comuneId: estate.comuneId,
      level: Math.min(4, Math.max(1, Math.round(estate.squatting * 1.6))),
      validFrom: dateOf(from),
      validTo: ended,
      measures: random.pick(measures),
      ...origin,
    })
    for (const building of own.slice(0, random.between(3, 8))) {
      writer.add(watchAreaBuildings, {
        id: idOf(`watched ${id} ${building.id}`),
        watchAreaId: id,
        buildingId: building.id,
        ...origin,
      })
    }
  }
}
