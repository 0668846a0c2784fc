import type { offices } from '../../db/entities/territory/offices.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { comuneOf, milano } from './comuni.ts'
import { documents, type UogId } from './uogs.ts'

type Office = Omit<Row<typeof offices>, 'id' | 'body' | 'comuneId'> & { comune: string; body?: string; source: string }

const announced2017 = 'Federproprietà, giugno 2017: sei nuove filiali'
const seat = (uogId: UogId, address: string): Office => ({
  name: `Sede della ${uogId.replace('UOG', 'UOG ')}`,
  kind: 'main',
  uogId,
  address,
  comune: 'Milano',
  note: 'La fonte elenca le strade senza civico e senza la UOG: abbinamento da confermare.',
  source: announced2017,
})

const known: Office[] = [
  seat('UOG1', 'via Saponaro'),
  seat('UOG2', 'via Newton'),
  seat('UOG3', 'via Salemi'),
  seat('UOG4', 'viale Romagna'),
  {
    name: 'Sede principale della UOG 5',
    kind: 'main',
    uogId: 'UOG5',
    address: 'Rozzano',
    comune: 'Rozzano',
    note: 'La fonte indica il comune, non la strada.',
    source: documents.legnano2017,
  },
  {
    name: 'Uffici di Legnano, via Bissolati 5',
    kind: 'operating',
    uogId: 'UOG5',
    address: 'via Bissolati 5',
    comune: 'Legnano',
    sectors: 'Amministrativo, Condomini, Servizi',
    source: documents.legnano2017,
  },
  {
    name: 'Uffici di Legnano, via Bissolati 9',
    kind: 'operating',
    uogId: 'UOG5',
    address: 'via Bissolati 9',
    comune: 'Legnano',
    sectors: 'Tecnico, Impianti',
    source: documents.legnano2017,
  },
  {
    name: 'Sede operativa unica di Legnano',
    kind: 'planned',
    uogId: 'UOG5',
    address: 'da definire',
    comune: 'Legnano',
    note: 'Previsione di unificare la sede operativa più in prossimità dei grandi quartieri di proprietà.',
    source: documents.legnano2017,
  },
  {
    name: 'Sede della UOG 6',
    kind: 'main',
    uogId: 'UOG6',
    address: 'Sesto San Giovanni',
    comune: 'Sesto San Giovanni',
    note: 'Posizione molto prossima al Comune e al Servizio Agenzia casa. Un direttore e circa 50 collaboratori.',
    source: documents.column2018,
  },
  {
    name: 'Sede condivisa di via Puricelli Guerra 24',
    kind: 'shared',
    uogId: 'UOG6',
    body: 'Aler Milano e Comune di Sesto San Giovanni',
    address: 'via Puricelli Guerra 24',
    comune: 'Sesto San Giovanni',
    sectors: 'Front office della UOG e del Servizio Agenzia Casa, spazio espositivo',
    note:
      'Sportello, accettazione delle domande ai bandi regionali, attività amministrative sulle assegnazioni. ' +
      'Contratto di 18 anni dal 1/3/2018, canone di € 57.057,00 annui; tempi e orari d’uso stabiliti dal contratto.',
    source: documents.column2018,
  },
  {
    name: 'Sportello di San Giuliano Milanese',
    kind: 'desk',
    uogId: 'UOG5',
    address: 'Municipio',
    comune: 'San Giuliano Milanese',
    hours: 'Un giorno ogni quindici, 14:00–15:30',
    note: 'Oltre 280 inquilini, altrimenti serviti da Rozzano.',
    source: 'RecSando: nuovo sportello Aler sul territorio',
  },
]

export function seedOffices(period: Period): Row<typeof offices>[] {
  return known.map(({ comune, source, body = 'Aler Milano', ...office }) => ({
    id: idOf(`office ${office.name}`),
    body,
    comuneId: comune === 'Milano' ? milano : comuneOf(comune).id,
    ...office,
    ...recorded(period, { source }),
  }))
}
