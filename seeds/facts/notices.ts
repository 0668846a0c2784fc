import { annualPlans } from '../../db/entities/allocation/annualPlans.ts'
import { annualPlanUnits } from '../../db/entities/allocation/annualPlanUnits.ts'
import { notices } from '../../db/entities/allocation/notices.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { happened, recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { ambitoIdOf } from './ambiti.ts'
import { documents } from './uogs.ts'

type Notice = Omit<Row<typeof notices>, 'id' | 'ambitoId' | 'opensOn' | 'source'> & {
  ambito: string
  opensOn: string
  source: string
}

export const altoMilaneseNotice = idOf('notice Alto Milanese 2022')
export const altoMilaneseOpening = '2022-12-01'

const known: (Notice & { id: string })[] = [
  {
    id: idOf('notice Sesto 2017'),
    title: 'Primo bando sperimentale, Sesto San Giovanni e Cologno Monzese',
    kind: 'experimental',
    ambito: 'Sesto San Giovanni e Cologno Monzese',
    opensOn: '2017-10-30',
    note: 'Sperimentazione delle nuove regole: Sesto San Giovanni è comune capofila. La fonte non dice chiusura, alloggi, domande.',
    source: documents.column2018,
  },
  {
    id: idOf('notice Milano 2020'),
    title: 'Avviso di Comune e Aler, Milano, fine 2020',
    ambito: 'Milano',
    opensOn: '2020-12-01',
    applications: 14_901,
    declaredUnits: 560,
    note: 'Quasi 15 mila domande per 560 alloggi. La fonte indica il mese.',
    source: 'Affaritaliani, «Erp Milano: bando Aler-MM»',
  },
  {
    id: idOf('notice Milano 2022'),
    title: 'Avviso di Comune e Aler, Milano, inizio 2022',
    ambito: 'Milano',
    opensOn: '2022-02-01',
    declaredUnits: 700,
    declaredAsIs: 50,
    indigentShare: 0.2,
    note: '650 alloggi pronti e 50 nello stato di fatto, con lavori fino a € 8.000. La fonte indica il mese.',
    source: 'MilanoPost, 27/02/2022',
  },
  {
    id: altoMilaneseNotice,
    title: 'Avviso dell’Alto Milanese, fine 2022',
    ambito: 'Alto Milanese',
    opensOn: altoMilaneseOpening,
    declaredUnits: 103,
    note: '103 alloggi subito assegnabili, circa la metà in via Carlo Porta secondo un articolo successivo. Il giorno è dedotto.',
    source: 'Il Giorno, Legnano; LegnanoNews',
  },
  {
    id: idOf('notice 9220'),
    code: '9220',
    title: 'Avviso del Corsichese, primavera 2024',
    ambito: 'Corsichese',
    opensOn: '2024-04-08',
    closesOn: '2024-05-17',
    declaredUnits: 20,
    note: 'Quattro graduatorie provvisorie, una per proprietario.',
    source: 'Comune di Cesano Boscone, avviso 9220',
  },
  {
    id: idOf('notice 12562'),
    code: '12562',
    title: 'Avviso per nuclei con disabilità grave, Milano 2025',
    kind: 'reserved',
    ambito: 'Milano',
    opensOn: '2025-11-01',
    closesOn: '2025-12-31',
    declaredUnits: 100,
    note: 'Cento alloggi riservati alla disabilità grave. La fonte indica i mesi.',
    source: 'Cronaca Milano, avviso 12562',
  },
]

interface Plan {
  year: number
  source: string
  note?: string
  indigentShare?: number
  units: [owner: 'aler' | 'comune' | null, service: 'sap' | 'sat' | null, units: number][]
}

const undivided = 'La fonte dà solo il totale.'

const plansOfMilano: Plan[] = [
  {
    year: 2021,
    source: 'Robertaosculati.it, 16/12/2020: «Il piano casa per il 2021»',
    units: [
      ['comune', 'sap', 982],
      ['aler', 'sap', 1032],
      ['comune', 'sat', 150],
      ['aler', 'sat', 50],
    ],
  },
  { year: 2023, source: 'MilanoEvents, 20/01/2023', note: undivided, units: [[null, null, 1850]] },
  {
    year: 2025,
    source: 'Dietro la notizia, febbraio 2025',
    note: 'La quota per gli indigenti passa dal 20 al 40 %.',
    indigentShare: 0.4,
    units: [
      ['comune', 'sap', 720],
      ['aler', 'sap', 1150],
      ['comune', 'sat', 180],
      ['aler', 'sat', 50],
    ],
  },
  {
    year: 2026,
    source: 'Zazoom, 03/03/2026',
    note: `${undivided} Quattro su dieci per gli indigenti.`,
    indigentShare: 0.4,
    units: [[null, null, 2321]],
  },
]

export function writeDocumentedNotices(period: Period, writer: Writer) {
  for (const { ambito, source, ...row } of known.filter(({ opensOn }) => happened(period, opensOn))) {
    writer.add(notices, { ...row, ambitoId: ambitoIdOf(ambito), ...recorded(period, { source, on: row.opensOn }) })
  }
  for (const plan of plansOfMilano.filter(({ year }) => happened(period, `${year}-01-01`))) writePlan(plan, period, writer)
}

function writePlan({ year, source, units, note, indigentShare }: Plan, period: Period, writer: Writer) {
  const planId = idOf(`plan Milano ${year}`)
  const origin = recorded(period, { source, on: `${year}-01-01` })
  writer.add(annualPlans, { id: planId, ambitoId: ambitoIdOf('Milano'), year, state: 'approved', indigentShare, note, ...origin })
  for (const [owner, service, planned] of units) {
    writer.add(annualPlanUnits, {
      id: idOf(`plan Milano ${year} ${owner} ${service}`),
      planId,
      owner,
      service,
      units: planned,
      ...origin,
    })
  }
}
