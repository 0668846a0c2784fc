import type { declaredFigures } from '../../db/entities/territory/declaredFigures.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { happened, recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { comuneOf, milano } from './comuni.ts'
import { declaredUnits, documents } from './uogs.ts'

interface Figure {
  subject: string
  figure: string
  value: number
  unit: string
  on: string
  source: string
  uogId?: string
  comuneId?: string
  caveat?: string
}

const aler = 'Aler Milano'
const sesto = comuneOf('Sesto San Giovanni').id
const legnano = comuneOf('Legnano').id
const protocol = 'Protocollo 29/09/2020'
const auditors = 'Corte dei Conti, dato al 31/12/2022 (L’Arena)'
const toConfirm = 'Significato da confermare: la fonte non dice quale insieme di alloggi conti; non è il patrimonio.'

const ofUogs: Figure[] = Object.entries(declaredUnits).map(([uogId, value]) => ({
  subject: uogId.replace('UOG', 'UOG '),
  figure: 'Unità immobiliari gestite',
  value,
  unit: 'unità immobiliari',
  on: '2018-01-01',
  uogId,
  source: uogId === 'UOG5' || uogId === 'UOG6' ? documents.column2018 : documents.federcasa,
  caveat: uogId === 'UOG5' ? 'La colonna del 2018 dice «la più grande» senza nominarla; Federcasa la nomina.' : undefined,
}))

const ofStock: Figure[] = [
  {
    subject: aler,
    figure: 'Unità immobiliari gestite, somma delle sei UOG',
    value: 71_057,
    unit: 'unità immobiliari',
    on: '2018-01-01',
    source: documents.federcasa,
    caveat: '43.245 in città più 27.812 in provincia.',
  },
  {
    subject: aler,
    figure: 'Unità immobiliari gestite, sito istituzionale',
    value: 70_057,
    unit: 'unità immobiliari',
    on: '2018-01-01',
    source: 'aler.mi.it, «L’azienda»',
    caveat: 'Stampa 42.245 in città: con 27.812 in provincia fa 70.057. Una delle due fonti ha un refuso di 1.000.',
  },
  {
    subject: aler,
    figure: 'Alloggi a disposizione',
    value: 56_191,
    unit: 'alloggi',
    on: '2022-12-31',
    source: auditors,
    caveat: 'Alloggi, non unità immobiliari: è il denominatore dei tassi.',
  },
  {
    subject: aler,
    figure: 'Alloggi sfitti, esclusi vendita e demolizione',
    value: 6_314,
    unit: 'alloggi',
    on: '2022-12-31',
    source: auditors,
    caveat: 'Esclude le unità nei piani di vendita e di demolizione: 11,2% di 56.191.',
  },
  {
    subject: aler,
    figure: 'Alloggi sfitti, tutti',
    value: 10_364,
    unit: 'alloggi',
    on: '2023-12-31',
    source: 'Open, luglio 2024; MilanoToday',
    caveat: 'Conta ogni motivo; riportato ora per la sola città, ora per città e area metropolitana.',
  },
  {
    subject: aler,
    figure: 'Alloggi nella città di Milano',
    value: 35_569,
    unit: 'alloggi',
    on: '2025-01-01',
    source: 'Affaritaliani, 2025',
    comuneId: milano,
  },
]

const ofNotices: Figure[] = (
  [
    ['Avvisi attivi nel 2022', 47, 'avvisi', 'Di questi 15 aperti e chiusi nell’anno.'],
    ['Alloggi negli avvisi attivi nel 2022', 2_728, 'alloggi', undefined],
  ] as const
).map(([figure, value, unit, caveat]) => ({
  subject: aler,
  figure,
  value,
  unit,
  on: '2022-12-31',
  source: 'MiaNews, 14/07/2023, Corte dei Conti',
  caveat,
}))

const ofAssignments: Figure[] = [
  {
    subject: 'Comune di Milano e Aler',
    figure: 'Alloggi assegnati a Milano nel 2022',
    value: 1_714,
    unit: 'alloggi',
    on: '2022-12-31',
    source: 'MilanoEvents, 20/01/2023',
    comuneId: milano,
  },
]

const ofPlaces: Figure[] = [
  {
    subject: 'UOG 6',
    figure: 'Comuni del territorio',
    value: 61,
    unit: 'comuni',
    on: '2018-02-01',
    uogId: 'UOG6',
    source: documents.column2018,
    caveat: 'L’elenco dei 61 comuni non è noto: quello mostrato è un’ipotesi.',
  },
  {
    subject: 'Sesto San Giovanni',
    figure: 'Alloggi di proprietà comunale',
    value: 958,
    unit: 'alloggi',
    on: '2018-02-01',
    uogId: 'UOG6',
    comuneId: sesto,
    source: documents.column2018,
  },
  {
    subject: 'Sesto San Giovanni',
    figure: 'Alloggi di proprietà Aler',
    value: 1_450,
    unit: 'alloggi',
    on: '2018-02-01',
    uogId: 'UOG6',
    comuneId: sesto,
    source: documents.column2018,
  },
  {
    subject: 'via Carlo Porta, Legnano',
    figure: 'Nuovi alloggi in fase di realizzazione',
    value: 111,
    unit: 'alloggi',
    on: '2017-10-17',
    uogId: 'UOG5',
    comuneId: legnano,
    source: documents.legnano2017,
    caveat: 'Ristrutturazione di alloggi esistenti, con apposito finanziamento regionale; avvio previsto nel 2019.',
  },
]

const ofMazzafame: Figure[] = (
  [
    ['Nuovi alloggi Aler', 37],
    ['Nuovi alloggi comunali', 22],
  ] as const
).map(([figure, value]) => ({
  subject: 'Contratto di quartiere Mazzafame, Legnano',
  figure,
  value,
  unit: 'alloggi',
  on: '2023-11-01',
  uogId: 'UOG5',
  comuneId: legnano,
  source: 'Il Giorno, Legnano; LegnanoNews',
  caveat: 'Un articolo più vecchio cita 32 e 23. La fonte indica il mese.',
}))

const ofPonMetro: Figure[] = (
  [
    ['2018-12-31', 125_000_000],
    ['2019-12-31', 222_400_000],
    ['2020-12-31', 304_300_000],
  ] as const
).map(([on, value]) => ({
  subject: 'PON Città Metropolitane 2014–2020',
  figure: `Spesa certificata al ${on.split('-').toReversed().join('/')}`,
  value,
  unit: 'euro',
  on,
  source: 'PN Metro Plus, notizie del 2019, 2020 e 2021',
  caveat: 'Di tutte le 14 città, arrotondata; l’obiettivo N+3 del 2018 era di circa 119 milioni.',
}))

const ofProtocol: Figure[] = [
  ['Alloggi del protocollo', 1_179],
  ['Alloggi del protocollo: Comune di Milano', 365],
  ['Alloggi del protocollo: Aler', 814],
].map(([figure, value]) => ({
  subject: 'Piano operativo contro le occupazioni abusive',
  figure: String(figure),
  value: Number(value),
  unit: 'alloggi',
  on: '2020-09-29',
  source: protocol,
  caveat: toConfirm,
}))

const ofRecovery: Figure[] = (
  [
    ['2019-01-31', 1_167],
    ['2019-07-31', 1_981],
    ['2019-11-30', 2_288],
    ['2020-06-30', 2_608],
    ['2020-11-30', 2_682],
  ] as const
).map(([on, value]) => ({
  subject: 'Programma regionale di recupero degli alloggi sfitti',
  figure: `Alloggi recuperati al ${on.split('-').toReversed().join('/')}`,
  value,
  unit: 'alloggi',
  on,
  source: 'Regione Lombardia, «contatore zero sfitti»',
  caveat: 'Su 2.682 finanziati. La fonte dà il mese; il giorno è l’ultimo del mese.',
}))

export function seedDeclaredFigures(period: Period): Row<typeof declaredFigures>[] {
  return [
    ...ofUogs,
    ...ofStock,
    ...ofNotices,
    ...ofAssignments,
    ...ofPlaces,
    ...ofMazzafame,
    ...ofProtocol,
    ...ofRecovery,
    ...ofPonMetro,
  ]
    .filter(({ on }) => happened(period, on))
    .map(({ source, on, value, ...figure }) => ({
      id: idOf(`declared ${figure.subject} ${figure.figure}`),
      ...figure,
      value: value.toFixed(2),
      statedOn: on,
      ...recorded(period, { source, on }),
    }))
}
