import { shelterPlaces } from '../../db/entities/occupations/shelterPlaces.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { milano } from './comuni.ts'
import { projectIdOf } from './projects.ts'

type Shelter = Omit<Row<typeof shelterPlaces>, 'id' | 'comuneId'> & { source: string }

const demo = 'agenzia dimostrativa'

const known: Shelter[] = [
  {
    name: 'Immobili per l’accoglienza temporanea, da individuare',
    kind: 'municipal',
    body: 'Comune di Milano',
    projectId: projectIdOf('MIN-INTERNO', 'ACCOGLIENZA-2020'),
    note: 'Il protocollo prevede di individuarli in alcuni quartieri, con il contributo di € 980.000,00 del Ministero dell’Interno; non dice quanti posti.',
    source: 'Protocollo 29/09/2020',
  },
  {
    name: 'Hub cittadino per l’ospitalità temporanea',
    kind: 'contracted',
    body: 'Comune di Milano',
    projectId: projectIdOf('PON-METRO-1420', 'MI3.3.1.a'),
    note: 'Nominato dalla scheda come intervento in convenzione; posti e indirizzo non indicati.',
    source: 'Scheda PON Metro MI3.1.1.b1',
  },
  {
    name: 'Residenza temporanea Nord (dimostrativa)',
    kind: 'municipal',
    body: 'Comune di Milano',
    places: 48,
    openedOn: '2021-06-01',
    isDemo: true,
    source: demo,
  },
  {
    name: 'Casa di accoglienza Est (dimostrativa)',
    kind: 'contracted',
    body: 'Ente convenzionato',
    places: 26,
    openedOn: '2022-02-14',
    isDemo: true,
    source: demo,
  },
  {
    name: 'Alloggi ponte Sud (dimostrativi)',
    kind: 'contracted',
    body: 'Ente convenzionato',
    places: 18,
    openedOn: '2024-09-02',
    isDemo: true,
    source: demo,
  },
]

/** The structures that the sources name, without the places they do not say, and some that are open. */
export function writeShelters(period: Period, writer: Writer) {
  for (const { source, isDemo = false, ...shelter } of known) {
    writer.add(shelterPlaces, {
      id: idOf(`shelter ${shelter.name}`),
      comuneId: milano,
      ...shelter,
      ...recorded(period, { source, isDemo, ...(shelter.openedOn && { on: shelter.openedOn }) }),
    })
  }
}
