import { type accompanimentPhaseKinds, accompanimentPhases } from '../../db/entities/helpDesks/accompanimentPhases.ts'
import { accompanimentTasks } from '../../db/entities/helpDesks/accompanimentTasks.ts'
import { serviceSpaces, type spaceUses } from '../../db/entities/helpDesks/serviceSpaces.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import { projectIdOf } from './projects.ts'

const card = 'Scheda PON Metro MI3.1.1.a'

export const borgo = projectIdOf('PON-METRO-1420', 'MI3.1.1.a')

const phases: [kind: keyof typeof accompanimentPhaseKinds, description: string][] = [
  [
    'selection',
    'Procedura di evidenza pubblica per il partenariato (art. 180 D.Lgs. 50/2016): il Comune mette a disposizione l’immobile; al partner progettazione, lavori, gestione integrata e accompagnamento.',
  ],
  [
    'preliminary',
    'Prima della fine dei lavori: piano organico di assegnazione degli alloggi con i target di destinatari, spazi per servizi alla residenza e al quartiere, analisi del contesto, dei bisogni e delle progettualità presenti.',
  ],
  ['preallocation', 'Preassegnazione degli alloggi, per avviare in anticipo il lavoro con la futura comunità.'],
  [
    'entry',
    'Ingresso dei nuclei: relazioni positive tra i residenti e con il gestore, gruppi, reti di vicinato, regole di buona convivenza e di uso degli spazi comuni.',
  ],
  ['management', 'Gestione condivisa e autogestione, promozione del territorio e iniziative di aggregazione.'],
]

const tasks: [title: string, description: string][] = [
  [
    'Accompagnamento differenziato',
    'Proporre al Comune soluzioni diversificate di accompagnamento rispetto alle diverse tipologie di nuclei.',
  ],
  [
    'Attenzione preventiva',
    'Porre preventivamente particolare attenzione verso le situazioni che dovessero richiedere misure di accompagnamento mirate, in sinergia e coordinamento coi servizi pubblici e privati eventualmente già operanti sul territorio.',
  ],
  [
    'Ingresso negli alloggi',
    'Seguire e monitorare l’ingresso degli assegnatari negli alloggi ristrutturati, fornendo un costante supporto per la risoluzione di problematiche legate al corretto funzionamento di impianti e dotazioni e nei rapporti con il gestore.',
  ],
  [
    'Sede in loco e materiale informativo',
    'Gestire specifiche attività di comunicazione, anche attraverso una sede operativa in loco, curando la predisposizione di materiale informativo utile a comprendere le procedure, i regolamenti, i referenti e i canali da utilizzare nel rapporto col gestore.',
  ],
  [
    'Servizi della zona',
    'Trasferire agli assegnatari tutte le informazioni utili sui servizi presenti nella zona, per favorire la conoscenza del territorio e la familiarizzazione con il contesto.',
  ],
  [
    'Piano di comunicazione',
    'Proporre e gestire un piano di comunicazione in relazione alle varie fasi e ai diversi target di riferimento (abitanti, quartiere, città).',
  ],
  [
    'Funzioni di quartiere',
    'Definire percorsi per l’individuazione delle funzioni di quartiere e delle modalità di assegnazione e gestione successiva.',
  ],
  [
    'Regole condivise e autogestione',
    'Definire percorsi per la costruzione di regole condivise e strumenti per forme di autogestione dei servizi condominiali.',
  ],
]

const example = 'Fra gli esempi della scheda; la funzione si precisa con le analisi preliminari.'

const spaces: [name: string, use: keyof typeof spaceUses, note: string][] = [
  ['Sede operativa in loco', 'office', 'Punto informativo e di appoggio, più vicino ai destinatari.'],
  ['Doposcuola', 'neighbourhood', example],
  ['Sala incontri e feste', 'residents', example],
  ['Mutuo aiuto e scambi di competenze', 'residents', example],
]

export const taskIdOf = (number: number) => idOf(`borgo task ${number}`)
export const spaceIdOf = (number: number) => idOf(`borgo space ${number}`)

/** What the card of Abitare in borgo describes: it dates no phase, and counts no dwelling. */
export function writeBorgo(period: Period, writer: Writer) {
  const origin = recorded(period, { source: card })
  for (const [index, [kind, description]] of phases.entries()) {
    writer.add(accompanimentPhases, { id: idOf(`borgo phase ${index + 1}`), projectId: borgo, kind, description, ...origin })
  }
  for (const [index, [title, description]] of tasks.entries()) {
    writer.add(accompanimentTasks, {
      id: taskIdOf(index + 1),
      projectId: borgo,
      number: index + 1,
      title,
      description,
      ...origin,
    })
  }
  for (const [index, [name, use, note]] of spaces.entries()) {
    writer.add(serviceSpaces, { id: spaceIdOf(index + 1), projectId: borgo, name, use, note, ...origin })
  }
}
