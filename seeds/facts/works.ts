import { progressCertificates } from '../../db/entities/works/progressCertificates.ts'
import { workBuildings } from '../../db/entities/works/workBuildings.ts'
import { workEvents, type workEventKinds } from '../../db/entities/works/workEvents.ts'
import { works } from '../../db/entities/works/works.ts'
import { workStages } from '../../db/entities/works/workStages.ts'
import type { workStates } from '../../db/enumerations/workStates.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { happened, recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { mazzafameBuildings, puricelliGuerra } from './buildings.ts'
import { comuneOf, milano } from './comuni.ts'
import { mazzafameProgramme } from './programmes.ts'
import { documents } from './uogs.ts'

export const documentedWorks = {
  office: idOf('work Puricelli Guerra'),
  carloPorta: idOf('work Carlo Porta'),
  mazzafame: idOf('work Mazzafame'),
  recovery: idOf('work regional recovery'),
}

interface DocumentedWork {
  row: Omit<Row<typeof works>, 'source'> & { id: string; dwellings: number }
  source: string
  stages: { state: keyof typeof workStates; from: string; note?: string }[]
  events?: { kind: keyof typeof workEventKinds; on: string; cause?: string; newEnd?: string; document?: string }[]
  /** Dwellings restored so far, by day. */
  restored?: [on: string, dwellings: number][]
  buildingIds?: string[]
}

const legnano = comuneOf('Legnano').id
const yearOnly = 'La fonte indica l’anno.'

const known: DocumentedWork[] = [
  {
    row: {
      id: documentedWorks.office,
      code: 'SEDE-PURICELLI-24',
      title: 'Sede condivisa di via Puricelli Guerra 24: ristrutturazione, messa in sicurezza e adeguamento dei locali',
      kind: 'office',
      comuneId: comuneOf('Sesto San Giovanni').id,
      uogId: 'UOG6',
      buildingId: puricelliGuerra,
      dwellings: 0,
      baselineStart: '2018-02-01',
      baselineEnd: '2018-03-01',
      initialAmount: '250000.00',
    },
    source: `${documents.column2018}: spesa stimata pari a circa € 250.000,00`,
    stages: [
      {
        state: 'scheduled',
        from: '2018-02-01',
        note: 'Comprende progettazione, direzione lavori, sicurezza e collaudi. La fonte non dice quando i lavori siano iniziati e finiti.',
      },
    ],
  },
  {
    row: {
      id: documentedWorks.carloPorta,
      code: 'RISTR-CARLO-PORTA',
      title: 'Ristrutturazione di 111 alloggi in via Carlo Porta, Legnano',
      kind: 'renovation',
      comuneId: legnano,
      uogId: 'UOG5',
      origin: 'table',
      dwellings: 111,
      baselineStart: '2019-01-01',
      baselineEnd: '2019-12-31',
    },
    source: `${documents.legnano2017}: apposito finanziamento regionale, avvio previsto nel 2019; importo e fine non indicati`,
    stages: [
      { state: 'funded', from: '2017-10-17', note: 'Apposito finanziamento regionale; avvio previsto nel 2019.' },
      { state: 'completed', from: '2022-11-01', note: 'Dedotto dall’avviso di fine 2022, che offre alloggi di via Carlo Porta.' },
    ],
  },
  {
    row: {
      id: documentedWorks.mazzafame,
      code: 'CDQ-MAZZAFAME',
      title: 'Mazzafame: 59 nuovi alloggi (37 Aler e 22 Comune), via delle Rose e via Nazario Sauro',
      kind: 'newBuild',
      complexProgrammeId: mazzafameProgramme,
      comuneId: legnano,
      uogId: 'UOG5',
      dwellings: 59,
      baselineStart: '2016-01-01',
      baselineEnd: '2018-12-31',
      actualStart: '2016-01-01',
      initialAmount: '4300000.00',
    },
    source: 'Il Giorno, Legnano; LegnanoNews: importo iniziale di circa 4,3 milioni',
    stages: [
      { state: 'underway', from: '2016-01-01', note: `${yearOnly} Fine prevista nel 2018.` },
      { state: 'suspended', from: '2019-01-01', note: 'Fallimento dell’impresa; la fonte non dà la data.' },
      { state: 'tendering', from: '2023-01-01', note: `Riappalto. ${yearOnly}` },
    ],
    events: [
      { kind: 'suspension', on: '2019-01-01', cause: 'Fallimento dell’impresa; la fonte non dà la data' },
      { kind: 'contractorFailure', on: '2019-01-01', cause: 'Fallimento dell’impresa; la fonte non dà la data' },
      {
        kind: 'retender',
        on: '2023-01-01',
        cause: 'Riappalto per poco più di 3,4 milioni di euro, 426 giorni',
        document: yearOnly,
      },
      {
        kind: 'supplementaryAct',
        on: '2023-11-01',
        cause: 'Risorse regionali da 13,8 a 17,5 milioni di euro: + € 3.728.000',
        document: 'La fonte indica il mese.',
      },
    ],
    buildingIds: [...mazzafameBuildings],
  },
  {
    row: {
      id: documentedWorks.recovery,
      code: 'RL-SFITTI-2682',
      title: 'Programma regionale di recupero degli alloggi sfitti 2016–2018: 2.682 alloggi di Aler Milano',
      kind: 'dwellingRestoration',
      comuneId: milano,
      dwellings: 2682,
      baselineStart: '2016-01-01',
      baselineEnd: '2018-12-31',
      actualStart: '2016-01-01',
      actualEnd: '2020-11-30',
      initialAmount: '38500000.00',
    },
    source: 'Regione Lombardia, «contatore zero sfitti»: importo arrotondato, SAL senza importi',
    stages: [
      { state: 'underway', from: '2016-01-01' },
      { state: 'completed', from: '2020-11-30' },
    ],
    restored: [
      ['2019-01-31', 1167],
      ['2019-07-31', 1981],
      ['2019-11-30', 2288],
      ['2020-06-30', 2608],
      ['2020-11-30', 2682],
    ],
  },
]

export function writeDocumentedWorks(period: Period, writer: Writer) {
  for (const { row, source, stages, events = [], restored = [], buildingIds = [] } of known) {
    const { id } = row
    const origin = recorded(period, { source })
    writer.add(works, { ...row, ...origin })
    for (const [index, { from, ...stage }] of stages.entries()) {
      writer.add(workStages, {
        id: idOf(`work stage ${id} ${index}`),
        workId: id,
        ...stage,
        validFrom: from,
        validTo: stages[index + 1]?.from ?? 'infinity',
        ...origin,
      })
    }
    for (const { on, ...event } of events.filter((candidate) => happened(period, candidate.on))) {
      writer.add(workEvents, {
        id: idOf(`event ${id} ${event.kind}`),
        workId: id,
        occurredOn: on,
        ...event,
        ...recorded(period, { source, on }),
      })
    }
    for (const [index, [on, dwellings]] of restored.entries()) {
      writer.add(progressCertificates, {
        id: idOf(`certificate ${id} ${index}`),
        workId: id,
        number: index + 1,
        certifiedOn: on,
        amount: '0.00',
        physicalProgress: Number((dwellings / row.dwellings).toFixed(4)),
        restoredDwellings: dwellings,
        ...origin,
      })
    }
    for (const buildingId of buildingIds) {
      writer.add(workBuildings, { id: idOf(`work building ${id} ${buildingId}`), workId: id, buildingId, ...origin })
    }
  }
}
