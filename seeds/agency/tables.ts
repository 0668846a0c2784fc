import { coordinationTableComuni } from '../../db/entities/coordination/coordinationTableComuni.ts'
import { coordinationTables, type cadences } from '../../db/entities/coordination/coordinationTables.ts'
import { bodies } from '../../db/entities/territory/bodies.ts'
import { tableMembers, type municipalSectors } from '../../db/entities/coordination/tableMembers.ts'
import { dateOf } from '../days.ts'
import { bodyIdOf, comuneBody } from '../facts/bodies.ts'
import { comuneOf } from '../facts/comuni.ts'
import { legnanoMembers, legnanoTable } from '../facts/legnanoTable.ts'
import type { UogId } from '../facts/uogs.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'

interface Member {
  id: string
  name: string
  role: string
  bodyId: string
}

/** A table whose meetings are told: how many were held until now, and how many days apart. */
export interface Table {
  id: string
  comuni: string[]
  place: string
  by: string
  members: Member[]
  held: number
  every: number
  /** Which of the meetings, counted from the last one held, was called off. */
  cancelled?: number
}

interface Invented {
  name: string
  comuni: string[]
  uogId: UogId | null
  cadence: keyof typeof cadences
  place: string
  sectors: string
  held: number
  every: number
  cancelled?: number
  members: [name: string, role: string, body: string, sector?: keyof typeof municipalSectors][]
}

const invented: Invented[] = [
  {
    name: 'Tavolo di San Donato Milanese',
    comuni: ['San Donato Milanese'],
    uogId: 'UOG5',
    cadence: 'monthly',
    place: 'Municipio di San Donato Milanese',
    sectors: 'Servizi sociali; Ambiente',
    held: 6,
    every: 30,
    cancelled: 3,
    members: [
      ['Marta Colnaghi', 'Assessore alla Casa', 'Comune di San Donato Milanese', 'housing'],
      ['Ivano Brusa', 'Dirigente dei Lavori pubblici', 'Comune di San Donato Milanese', 'publicWorks'],
      ['Elena Scotti', 'Responsabile tecnico della UOG 5', 'Aler Milano'],
      ['Paolo Verri', 'Referente del gestore dei rifiuti', 'Servizio rifiuti del Sud Milano'],
    ],
  },
  {
    name: 'Tavolo di Sesto San Giovanni e Cologno Monzese',
    comuni: ['Sesto San Giovanni', 'Cologno Monzese'],
    uogId: 'UOG6',
    cadence: 'everyTwoMonths',
    place: 'via Puricelli Guerra 24, Sesto San Giovanni',
    sectors: 'Servizio Agenzia Casa; Servizi sociali',
    held: 5,
    every: 61,
    members: [
      ['Sara Mantegazza', 'Responsabile del Servizio Agenzia Casa', 'Comune di Sesto San Giovanni', 'housing'],
      ['Luca Arosio', 'Dirigente del settore Assetto e gestione del territorio', 'Comune di Sesto San Giovanni', 'territory'],
      ['Anna Brivio', 'Direttore della UOG 6', 'Aler Milano'],
      ['Giorgio Tosi', 'Responsabile della manutenzione della UOG 6', 'Aler Milano'],
    ],
  },
  {
    name: 'Tavolo di Rozzano',
    comuni: ['Rozzano'],
    uogId: 'UOG5',
    cadence: 'quarterly',
    place: 'Sede principale della UOG 5, Rozzano',
    sectors: 'Sicurezza; Servizi sociali',
    held: 4,
    every: 91,
    members: [
      ['Franca Lodi', 'Assessore alla Sicurezza', 'Comune di Rozzano', 'security'],
      ['Davide Crespi', 'Responsabile dei Servizi sociali', 'Comune di Rozzano', 'socialServices'],
      ['Elena Scotti', 'Responsabile tecnico della UOG 5', 'Aler Milano'],
      ['Mauro Gatti', 'Funzionario della Direzione Casa', 'Regione Lombardia'],
    ],
  },
  {
    name: 'Tavolo di San Giuliano Milanese',
    comuni: ['San Giuliano Milanese'],
    uogId: 'UOG5',
    cadence: 'free',
    place: 'Municipio di San Giuliano Milanese',
    sectors: 'Servizi sociali',
    held: 2,
    every: 140,
    members: [
      ['Rosa Pagani', 'Assessore ai Servizi sociali', 'Comune di San Giuliano Milanese', 'socialServices'],
      ['Elena Scotti', 'Responsabile tecnico della UOG 5', 'Aler Milano'],
    ],
  },
  {
    name: 'Tavolo settimanale con la Prefettura',
    comuni: ['Milano'],
    uogId: null,
    cadence: 'weekly',
    place: 'Prefettura di Milano',
    sectors: 'Sicurezza; Servizi sociali',
    held: 6,
    every: 7,
    cancelled: 4,
    members: [
      ['Chiara Bassi', 'Viceprefetto', 'Prefettura di Milano'],
      ['Enrico Fumagalli', 'Dirigente della Sicurezza', 'Comune di Milano', 'security'],
      ['Laura Ratti', 'Responsabile della tutela del patrimonio', 'Aler Milano'],
    ],
  },
]

const furtherBodies = [
  [comuneBody('San Giuliano Milanese'), 'comune', 'San Giuliano Milanese'],
  ['Servizio rifiuti del Sud Milano', 'company', null],
] as const

/** The tables of other comuni, and how often each has met; the one of Legnano, which is documented, goes on meeting. */
export function writeTables(period: Period, writer: Writer): Table[] {
  const legnano: Table = {
    id: legnanoTable,
    comuni: ['Legnano'],
    place: 'Municipio di Legnano',
    by: 'uog5@demo.local',
    members: legnanoMembers,
    held: 8,
    every: 15,
    cancelled: 5,
  }
  const source = { source: 'agenzia dimostrativa', isDemo: true }
  for (const [name, kind, comune] of furtherBodies) {
    const comuneId = comune ? comuneOf(comune).id : null
    writer.add(bodies, { id: bodyIdOf(name), name, kind, comuneId, ...recorded(period, source) })
  }
  return [legnano, ...invented.map((table) => writeTable(table, period, writer))]
}

function writeTable(table: Invented, period: Period, writer: Writer): Table {
  const { name, comuni, uogId, cadence, place, sectors, held, every, cancelled } = table
  const id = idOf(`table ${name}`)
  const startedOn = dateOf(period.today - 40 - every * (held + 1))
  const origin = recorded(period, { source: 'agenzia dimostrativa', isDemo: true, on: startedOn })
  writer.add(coordinationTables, { id, name, cadence, uogId, startedOn, sectors, place, ...origin })
  for (const comune of comuni) {
    writer.add(coordinationTableComuni, {
      id: idOf(`table comune ${name} ${comune}`),
      coordinationTableId: id,
      comuneId: comuneOf(comune).id,
      ...origin,
    })
  }
  const members = table.members.map(([member, role, body, sector = null]) => {
    const row = { id: idOf(`member ${name} ${member}`), name: member, role, bodyId: bodyIdOf(body) }
    writer.add(tableMembers, { ...row, sector, coordinationTableId: id, ...origin })
    return row
  })
  const by = uogId ? `${uogId.toLowerCase()}@demo.local` : 'direzione@demo.local'
  return { id, comuni, place, by, members, held, every, ...(cancelled && { cancelled }) }
}
