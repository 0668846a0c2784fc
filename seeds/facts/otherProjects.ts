import { projectWorks } from '../../db/entities/funding/projectWorks.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import { comuneOf, milano } from './comuni.ts'
import { projectIdOf, writeDocumentedProject, type DocumentedProject } from './projects.ts'
import { documentedWorks } from './works.ts'

const mazzafame = 'Il Giorno, Legnano; LegnanoNews'
const rounded = 'Importo arrotondato dalla fonte.'

const known: DocumentedProject[] = [
  {
    programme: 'CDQ-II',
    row: {
      code: 'CDQ-MAZZAFAME',
      title: 'Contratto di quartiere Mazzafame',
      summary: '59 nuovi alloggi, 37 di Aler e 22 del Comune, in via delle Rose e via Nazario Sauro.',
      city: 'Legnano',
      implementingBody: 'Aler Milano',
      startedOn: '2007-01-01',
      proceduralState: 'tendering',
      procedureKind: 'contract',
    },
    source: mazzafame,
    comuneIds: [comuneOf('Legnano').id],
    stages: [{ state: 'underway', from: '2007-01-01' }],
    sources: { region: '17528000.00' },
    movements: [
      { kind: 'programmed', on: '2007-01-01', amount: '13800000.00', document: 'Contratto di quartiere, 2007', note: rounded },
      {
        kind: 'programmed',
        on: '2023-11-01',
        amount: '3728000.00',
        document: 'Regione Lombardia, novembre 2023',
        note: 'La fonte indica il mese.',
      },
    ],
  },
  {
    programme: 'RL-SFITTI-1618',
    row: {
      code: 'SFITTI-MILANO-2682',
      title: 'Recupero di 2.682 alloggi sfitti di Aler Milano',
      implementingBody: 'Aler Milano',
      proceduralState: 'executed',
      procedureKind: 'contract',
    },
    source: 'Regione Lombardia, «contatore zero sfitti»',
    comuneIds: [milano],
    stages: [
      { state: 'underway', from: '2016-01-01' },
      { state: 'concluded', from: '2020-11-30' },
    ],
    sources: { region: '38500000.00' },
    movements: [{ kind: 'programmed', on: '2016-01-01', amount: '38500000.00', document: 'Programma 2016–2018', note: rounded }],
  },
  {
    programme: 'MIN-INTERNO',
    row: {
      code: 'ACCOGLIENZA-2020',
      title: 'Accoglienza temporanea di nuclei fragili',
      summary:
        'Immobili da destinare all’accoglienza temporanea di nuclei familiari socialmente fragili e occupanti senza titolo di alloggi pubblici, ' +
        'con risorse dedicate del Comune di Milano, in collaborazione con la Regione Lombardia, per alcuni quartieri.',
      city: 'Milano',
      implementingBody: 'Comune di Milano',
      startedOn: '2020-09-29',
      proceduralState: 'undetermined',
      procedureKind: 'grant',
    },
    source: 'Protocollo 29/09/2020',
    comuneIds: [milano],
    sources: { interiorMinistry: '980000.00' },
    movements: [{ kind: 'programmed', on: '2020-09-29', amount: '980000.00', document: 'Protocollo 29/09/2020' }],
  },
  {
    programme: 'RL-SAN-SIRO',
    row: {
      code: 'SAN-SIRO-195',
      title: 'San Siro: recupero di 195 alloggi',
      city: 'Milano',
      implementingBody: 'Aler Milano',
      proceduralState: 'undetermined',
    },
    source: 'Affaritaliani, 2022',
    comuneIds: [milano],
    sources: { region: '12000000.00' },
    movements: [
      {
        kind: 'programmed',
        on: '2022-01-01',
        amount: '12000000.00',
        document: 'Regione Lombardia, 2022',
        note: `${rounded} La fonte indica l’anno.`,
      },
    ],
  },
]

const paidFor: [programme: string, code: string, work: string][] = [
  ['CDQ-II', 'CDQ-MAZZAFAME', documentedWorks.mazzafame],
  ['RL-SFITTI-1618', 'SFITTI-MILANO-2682', documentedWorks.recovery],
]

export function writeOtherProjects(period: Period, writer: Writer) {
  for (const project of known) writeDocumentedProject(project, period, writer)
  for (const [programme, code, workId] of paidFor) {
    writer.add(projectWorks, {
      id: idOf(`project work ${programme} ${workId}`),
      projectId: projectIdOf(programme, code),
      workId,
      ...recorded(period, { source: mazzafame }),
    })
  }
}
