import { agendaItems, type tableThemes } from '../../db/entities/coordination/agendaItems.ts'
import { attendances } from '../../db/entities/coordination/attendances.ts'
import { coordinationTableComuni } from '../../db/entities/coordination/coordinationTableComuni.ts'
import { coordinationTables } from '../../db/entities/coordination/coordinationTables.ts'
import { decisions } from '../../db/entities/coordination/decisions.ts'
import { meetings } from '../../db/entities/coordination/meetings.ts'
import { meetingStages } from '../../db/entities/coordination/meetingStages.ts'
import { tableMembers } from '../../db/entities/coordination/tableMembers.ts'
import { isoOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { bodyIdOf, comuneBody } from './bodies.ts'
import { comuneOf } from './comuni.ts'
import { documents } from './uogs.ts'
import { documentedWorks } from './works.ts'

export const legnanoTable = idOf('table Legnano')
const firstMeeting = idOf('meeting Legnano 2017-10-17')
const firstDay = '2017-10-17'

const comune = bodyIdOf(comuneBody('Legnano'))
const aler = bodyIdOf('Aler Milano')

const members: Pick<Row<typeof tableMembers>, 'name' | 'role' | 'bodyId' | 'sector'>[] = [
  { name: 'Ilaria Ceroni', role: 'Assessore ai Servizi sociali', bodyId: comune, sector: 'socialServices' },
  { name: 'Maira Cacucci', role: 'Assessore alla Sicurezza', bodyId: comune, sector: 'security' },
  { name: 'Gianluca Alpoggio', role: 'Assessore all’Urbanistica', bodyId: comune, sector: 'urbanPlanning' },
  { name: 'Stefano Gianuzzi', role: 'Dirigente della UOG preposta agli alloggi di Legnano', bodyId: aler },
  { name: 'Simone Bianchi', role: 'Responsabile del settore tecnico', bodyId: aler },
  { name: 'Carlo Parotti', role: 'Referente del Contratto di Quartiere Mazzafame', bodyId: aler },
  { name: 'Stefano Di Clemente', role: 'Responsabile dei progetti di riqualificazione urbana', bodyId: aler },
]

export const legnanoMembers = members.map(({ name, role, bodyId }) => ({
  id: idOf(`member Legnano ${name}`),
  name,
  role,
  bodyId,
}))

const agenda: { title: string; theme: keyof typeof tableThemes; note: string; workId?: string }[] = [
  {
    title: 'Destinazione dei 111 alloggi di via Carlo Porta',
    theme: 'programming',
    note: 'Ristrutturazione di alloggi esistenti con un apposito finanziamento regionale; lavori previsti in avvio nel 2019.',
    workId: documentedWorks.carloPorta,
  },
  {
    title: 'Contratto di Quartiere Mazzafame',
    theme: 'needs',
    note: 'Oggi in esecuzione.',
    workId: documentedWorks.mazzafame,
  },
  {
    title: 'Sopralluoghi congiunti per le priorità di manutenzione straordinaria',
    theme: 'needs',
    note: 'Aler garantisce la propria disponibilità: si valutano insieme gli interventi necessari per le future programmazioni.',
  },
  {
    title: 'Diffusione del numero verde 840.02.12.12',
    theme: 'tenants',
    note: 'Attivo 24 ore su 24 per le segnalazioni degli utenti; utile, ma necessita di maggiore diffusione.',
  },
  {
    title: 'Calendario degli incontri',
    theme: 'cooperation',
    note: 'Cadenza bimensile, temi specifici, settori comunali di volta in volta interessati.',
  },
]

const minutes = `## Primo incontro del tavolo

L’incontro ha consentito una prima conoscenza diretta tra i soggetti responsabili dei diversi ambiti.

- **Manutenzione**: Aler è disponibile a sopralluoghi congiunti, da cui ricavare le priorità da inserire nelle future programmazioni di opere di manutenzione straordinaria.
- **Via Carlo Porta**: il tavolo è la sede per valutare insieme la destinazione dei 111 alloggi; lavori previsti in avvio nel 2019.
- **Mazzafame**: il contratto di quartiere è in esecuzione.
- **Segnalazioni**: il numero 840.02.12.12 necessita di maggiore diffusione tra l’utenza.
- **Calendario**: incontri con cadenza bimensile, su temi specifici, con i settori maggiormente interessati.
`

const taken: Pick<Row<typeof decisions>, 'kind' | 'text' | 'decidedOn' | 'workId'>[] = [
  {
    kind: 'dwellingDestination',
    text: 'Destinazione dei 111 alloggi di via Carlo Porta tra SAP, SAS e SAT: da valutare insieme.',
    workId: documentedWorks.carloPorta,
  },
  {
    kind: 'maintenancePriority',
    text: 'Organizzare sopralluoghi congiunti per rilevare le priorità da inserire nelle programmazioni di manutenzione straordinaria.',
    decidedOn: firstDay,
  },
  {
    kind: 'organisation',
    text: 'Calendario di incontri con cadenza bimensile, dedicati a temi specifici.',
    decidedOn: firstDay,
  },
]
const topics = [0, 2, 4]

/** The table that the note of October 2017 tells of: its members, its cadence, its first meeting. */
export function writeLegnanoTable(period: Period, writer: Writer) {
  const origin = recorded(period, { source: documents.legnano2017, on: firstDay })
  writer.add(coordinationTables, {
    id: legnanoTable,
    name: 'Tavolo di Legnano',
    cadence: 'twiceMonthly',
    uogId: 'UOG5',
    startedOn: firstDay,
    sectors: 'Servizi sociali; Assetto e gestione del territorio',
    aims:
      'Ricognizione delle esigenze abitative e sviluppo dell’offerta; programmazione coordinata con urbanistica, rigenerazione e welfare; ' +
      'contrasto alle occupazioni abusive; comunicazione con gli assegnatari; collaborazione tra enti.',
    ...origin,
  })
  writer.add(coordinationTableComuni, {
    id: idOf('table comune Legnano'),
    coordinationTableId: legnanoTable,
    comuneId: comuneOf('Legnano').id,
    ...origin,
  })
  for (const member of members) {
    const id = idOf(`member Legnano ${member.name}`)
    writer.add(tableMembers, { id, coordinationTableId: legnanoTable, ...member, ...origin })
    writer.add(attendances, {
      id: idOf(`attendance ${firstMeeting} ${id}`),
      meetingId: firstMeeting,
      tableMemberId: id,
      state: 'present',
      ...origin,
    })
  }
  writeFirstMeeting(period, writer)
}

function writeFirstMeeting(period: Period, writer: Writer) {
  const origin = recorded(period, { source: `${documents.legnano2017}; ora e luogo non indicati`, on: firstDay })
  writer.add(meetings, {
    id: firstMeeting,
    coordinationTableId: legnanoTable,
    convenedOn: firstDay,
    day: firstDay,
    sectors: 'Servizi sociali, Sicurezza, Urbanistica',
    minutes,
    ...origin,
  })
  writer.add(meetingStages, {
    id: idOf(`meeting stage ${firstMeeting}`),
    meetingId: firstMeeting,
    state: 'held',
    validFrom: firstDay,
    heldOn: firstDay,
    frozenAsOf: firstDay,
    frozenKnownAt: isoOf(period.loaded),
    note: 'Tenuto prima che l’archivio esistesse: i dati sono quelli del primo caricamento.',
    ...origin,
  })
  const items = agenda.map((item, index) => ({ id: idOf(`agenda ${firstMeeting} ${index}`), ...item }))
  for (const [index, item] of items.entries())
    writer.add(agendaItems, { meetingId: firstMeeting, position: index + 1, ...item, ...origin })
  for (const [index, decision] of taken.entries()) {
    writer.add(decisions, {
      id: idOf(`decision ${firstMeeting} ${index}`),
      meetingId: firstMeeting,
      agendaItemId: items[topics[index] ?? 0]?.id ?? null,
      ...decision,
      ...origin,
    })
  }
}
