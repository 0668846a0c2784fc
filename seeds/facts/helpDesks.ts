import { deskOfferings } from '../../db/entities/helpDesks/deskOfferings.ts'
import { deskServices } from '../../db/entities/helpDesks/deskServices.ts'
import { helpDeskAreas } from '../../db/entities/helpDesks/helpDeskAreas.ts'
import { helpDesks } from '../../db/entities/helpDesks/helpDesks.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import { bodyIdOf } from './bodies.ts'
import { comuneOf, milano } from './comuni.ts'
import { catalogue, deskCard, seedDeskServices, serviceIdOf } from './deskServices.ts'
import { municipioIdOf } from './municipi.ts'
import { projectIdOf } from './projects.ts'

interface Desk {
  key: string
  name: string
  body: string
  action: 'milano' | 'metropolitan' | null
  source: string
  areas: { comuneId: string; municipioId: string | null }[]
  address?: string
  hours?: string
  note?: string
  /** Whether the source says what the desk does. */
  services?: false
}

const comuneArea = (comune: string) => ({ comuneId: comuneOf(comune).id, municipioId: null })

const ofMilano: Desk[] = Array.from({ length: 9 }, (_, index) => ({
  key: `municipio ${index + 1}`,
  name: `Milano Abitare – Municipio ${index + 1}`,
  body: 'Comune di Milano',
  action: 'milano',
  source: deskCard,
  areas: [{ comuneId: milano, municipioId: municipioIdOf(index + 1) }],
  note: 'Uno dei nove punti della scheda, uno per municipio. La scheda non dà l’indirizzo né il giorno di apertura.',
}))

/** The desks that the sources name: nine of Milano, two metropolitan, and that of Aler in San Giuliano. */
export const desks: Desk[] = [
  ...ofMilano,
  {
    key: 'comuni insieme',
    name: 'Sportello metropolitano Comuni Insieme (C.A.S.A.)',
    body: 'Comuni Insieme per lo Sviluppo Sociale',
    action: 'metropolitan',
    source: deskCard,
    areas: [
      'Bollate',
      'Senago',
      'Novate Milanese',
      'Baranzate',
      'Garbagnate Milanese',
      'Solaro',
      'Cesate',
      'Paderno Dugnano',
    ].map(comuneArea),
    note: 'Primo sportello metropolitano: convenzione con Milano Abitare, accordo fra enti ai sensi dell’art. 15 della legge 241/1990.',
  },
  {
    key: 'second metropolitan',
    name: 'Secondo sportello metropolitano',
    body: 'Comune di Milano',
    action: 'metropolitan',
    source: deskCard,
    areas: [],
    services: false,
    note: 'Previsto dopo la sperimentazione del primo, in un’area omogenea ancora da scegliere.',
  },
  {
    key: 'san giuliano',
    name: 'Sportello Aler di San Giuliano Milanese',
    body: 'Aler Milano',
    action: null,
    source: 'RecSando: nuovo sportello Aler sul territorio',
    areas: [comuneArea('San Giuliano Milanese')],
    address: 'Municipio di San Giuliano Milanese',
    hours: 'Un giorno ogni quindici, 14:00–15:30',
    services: false,
    note: 'Oltre 280 inquilini, altrimenti serviti da Rozzano.',
  },
]

export const deskIdOf = (key: string) => idOf(`help desk ${key}`)

export function writeHelpDesks(period: Period, writer: Writer) {
  writer.add(deskServices, ...seedDeskServices(period))
  for (const { key, name, body, action, source, areas, services, ...rest } of desks) {
    const id = deskIdOf(key)
    const origin = recorded(period, { source })
    const projectId = action && projectIdOf('PON-METRO-1420', 'MI3.1.1.b1')
    writer.add(helpDesks, { id, name, bodyId: bodyIdOf(body), action, projectId, ...rest, ...origin })
    for (const area of areas) {
      writer.add(helpDeskAreas, {
        id: idOf(`area ${id} ${area.comuneId} ${area.municipioId}`),
        helpDeskId: id,
        ...area,
        ...origin,
      })
    }
    if (!action || services === false) continue
    for (const [index, service] of catalogue[action].entries()) {
      writer.add(deskOfferings, {
        id: idOf(`offering ${id} ${index + 1}`),
        helpDeskId: id,
        deskServiceId: serviceIdOf(action, index + 1),
        bodyId: bodyIdOf(service.body),
        ...origin,
      })
    }
  }
}
