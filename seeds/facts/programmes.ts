import type { complexProgrammes } from '../../db/entities/works/complexProgrammes.ts'
import type { programmes } from '../../db/entities/funding/programmes.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'
import { comuneOf, milano } from './comuni.ts'

export const programmeIdOf = (code: string) => idOf(`programme ${code}`)

type Programme = Omit<Row<typeof programmes>, 'id' | 'source'> & { source: string }

const known: Programme[] = [
  {
    code: 'PON-METRO-1420',
    name: 'PON Città Metropolitane 2014–2020',
    cci: '2014IT16M2OP004',
    cycle: '2014–2020',
    fundingSource: 'euEsf',
    endowment: '874000000.00',
    decommitmentRule: 'n3',
    eligibilityEnd: '2023-12-31',
    source: 'PN Metro Plus, notizie del 2019 e del 2021: circa 874 milioni per 14 città',
  },
  {
    code: 'POC-METRO-1420',
    name: 'Programma complementare al PON Città Metropolitane',
    cycle: '2014–2020',
    fundingSource: 'state',
    endowment: '240004120.55',
    source: 'Warrant Hub, scheda del programma',
  },
  {
    code: 'PN-METROPLUS-2127',
    name: 'PN Metro Plus e Città Medie Sud 2021–2027',
    cycle: '2021–2027',
    fundingSource: 'euErdf',
    endowment: '126900000.00',
    decommitmentRule: 'n2',
    source:
      'Comune di Milano, aggiornamento 25/10/2024: dotazione di Milano, al netto della flessibilità; regola di disimpegno da confermare',
  },
  {
    code: 'PNRR-PINQUA',
    name: 'PNRR M5C2 I2.3 – PINQuA',
    cycle: 'PNRR',
    fundingSource: 'pnrr',
    source: 'Italia Domani, progetti PNRR pubblicati nel febbraio 2023',
  },
  {
    code: 'PNC-SVS',
    name: 'Sicuro, verde e sociale',
    cycle: 'PNRR',
    fundingSource: 'pnc',
    endowment: '39280089.00',
    source: 'Regione Lombardia: 12 progetti a Milano',
  },
  {
    code: 'CDQ-II',
    name: 'Contratti di quartiere II',
    fundingSource: 'region',
    source: 'Aler Milano, L. 21/2001 art. 4, bando regionale 13/10/2003',
  },
  {
    code: 'RL-SFITTI-1618',
    name: 'Programma regionale di recupero degli alloggi sfitti 2016–2018',
    cycle: '2016–2018',
    fundingSource: 'region',
    endowment: '38500000.00',
    source: 'Regione Lombardia, «contatore zero sfitti»: quota di Milano, importo arrotondato',
  },
  {
    code: 'RL-SFITTI-2526',
    name: 'Recupero degli alloggi sfitti 2025–2026',
    cycle: '2025–2026',
    fundingSource: 'region',
    endowment: '10000000.00',
    source: 'Lombardia Notizie: 10 milioni per 330 alloggi',
  },
  {
    code: 'POR-FESR-LORENTEGGIO',
    name: 'POR FESR 2014–2020, Asse V – Lorenteggio',
    cycle: '2014–2020',
    fundingSource: 'euErdf',
    endowment: '45000000.00',
    decommitmentRule: 'n3',
    source: 'Accordo di programma 2016: 45 milioni per opere ERP',
  },
  {
    code: 'RL-SAN-SIRO',
    name: 'Interventi regionali per San Siro',
    fundingSource: 'region',
    endowment: '12000000.00',
    source: 'Affaritaliani, 2022: 12 milioni per 195 alloggi',
  },
  {
    code: 'MIN-INTERNO',
    name: 'Contributo del Ministero dell’Interno',
    fundingSource: 'interiorMinistry',
    endowment: '980000.00',
    source: 'Protocollo 29/09/2020',
  },
]

export function seedProgrammes(period: Period): Row<typeof programmes>[] {
  return known.map(({ source, ...programme }) => ({
    id: programmeIdOf(programme.code),
    ...programme,
    ...recorded(period, { source }),
  }))
}

export const mazzafameProgramme = idOf('complex programme Mazzafame')

export function seedComplexProgrammes(period: Period): Row<typeof complexProgrammes>[] {
  return [
    {
      id: mazzafameProgramme,
      kind: 'neighbourhoodContract',
      name: 'Contratto di quartiere Mazzafame',
      comuneId: comuneOf('Legnano').id,
      agreedOn: '2007-01-01',
      initialAmount: '13800000.00',
      revisedAmount: '17528000.00',
      revisedOn: '2023-11-01',
      note:
        'Accordo del 2007 (la fonte indica l’anno). Risorse regionali da 13,8 a 17,5 milioni: + € 3.728.000 nel novembre 2023 (la fonte indica il mese). ' +
        'Un articolo più vecchio cita 32 e 23 alloggi invece di 37 e 22. Referente nel 2017: Carlo Parotti.',
      ...recorded(period, { source: 'Il Giorno, Legnano; LegnanoNews' }),
    },
    {
      id: idOf('complex programme Lorenteggio'),
      kind: 'programmeAgreement',
      name: 'Accordo di programma Lorenteggio',
      comuneId: milano,
      agreedOn: '2016-01-01',
      initialAmount: '45000000.00',
      note: 'Accordo del 2016 (la fonte indica l’anno): 45 milioni per opere ERP con il POR FESR, Asse V.',
      ...recorded(period, { source: 'Bollettino ufficiale della Regione Lombardia' }),
    },
    {
      id: idOf('complex programme Gratosoglio'),
      kind: 'pinqua',
      name: 'PINQuA – Gratosoglio Sud',
      comuneId: milano,
      agreedOn: '2021-07-22',
      initialAmount: '52326676.00',
      note: 'Il giorno è quello della notizia, non dell’accordo.',
      ...recorded(period, { source: 'Italia Domani, progetti PNRR pubblicati nel febbraio 2023; Agenzia Nova, 22/07/2021' }),
    },
    {
      id: idOf('complex programme demo'),
      kind: 'other',
      name: 'Patto di quartiere Crocetta',
      comuneId: comuneOf('Cinisello Balsamo').id,
      agreedOn: '2022-03-14',
      initialAmount: '2400000.00',
      ...recorded(period, { source: 'agenzia dimostrativa', isDemo: true, on: '2022-03-14' }),
    },
  ]
}
