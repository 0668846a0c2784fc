import { buildings } from '../../db/entities/estate/buildings.ts'
import { buildingUogs } from '../../db/entities/estate/buildingUogs.ts'
import { units } from '../../db/entities/estate/units.ts'
import { unitStateSpans } from '../../db/entities/status/unitStates.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { comuneOf } from './comuni.ts'
import { documents, type UogId } from './uogs.ts'

export const puricelliGuerra = idOf('building Puricelli Guerra 24')
export const mazzafameBuildings = [idOf('building Mazzafame Aler'), idOf('building Mazzafame Comune')] as const

const mazzafame = 'Il Giorno, Legnano; LegnanoNews'
const legnano = comuneOf('Legnano').id

type Known = Omit<Row<typeof buildings>, 'source'> & { id: string; source: string; uogId: UogId }

const known: Known[] = [
  {
    id: puricelliGuerra,
    code: '6-PURICELLI',
    address: 'via Puricelli Guerra 24',
    postcode: '20099',
    comuneId: comuneOf('Sesto San Giovanni').id,
    owner: 'comune',
    manager: 'Comune di Sesto San Giovanni e Aler Milano',
    uogId: 'UOG6',
    source: documents.column2018,
  },
  {
    id: mazzafameBuildings[0],
    code: '5-MAZZAFAME-A',
    address: 'via delle Rose e via Nazario Sauro (37 alloggi Aler in costruzione)',
    comuneId: legnano,
    owner: 'aler',
    uogId: 'UOG5',
    source: mazzafame,
  },
  {
    id: mazzafameBuildings[1],
    code: '5-MAZZAFAME-C',
    address: 'via delle Rose e via Nazario Sauro (22 alloggi comunali in costruzione)',
    comuneId: legnano,
    owner: 'comune',
    uogId: 'UOG5',
    source: mazzafame,
  },
]

/** The buildings a source names: the shared office, and those of Mazzafame, which have no units until they are finished. */
export function writeDocumentedBuildings(period: Period, writer: Writer) {
  for (const { uogId, source, ...row } of known) {
    const origin = recorded(period, { source })
    writer.add(buildings, { ...row, ...origin })
    writer.add(buildingUogs, {
      id: idOf(`building uog ${row.id}`),
      buildingId: row.id,
      uogId,
      validFrom: '2018-01-01',
      ...origin,
    })
  }
  const unitId = idOf('unit Puricelli Guerra 24')
  const origin = recorded(period, { source: documents.column2018 })
  writer.add(units, { id: unitId, code: '6-PURICELLI.001', buildingId: puricelliGuerra, floor: 'T', use: 'office', ...origin })
  writer.add(unitStateSpans, {
    id: idOf('state Puricelli Guerra 24'),
    unitId,
    state: 'let',
    validFrom: '2018-03-01',
    document: 'Contratto di 18 anni dal 1/3/2018, canone di € 57.057,00 annui',
    ...origin,
  })
}
