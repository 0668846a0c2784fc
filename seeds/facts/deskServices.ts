import type { deskServices, serviceGroups } from '../../db/entities/helpDesks/deskServices.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row } from '../writer.ts'

export const deskCard = 'Scheda PON Metro MI3.1.1.b1'

type Action = 'milano' | 'metropolitan'

interface Service {
  group: keyof typeof serviceGroups
  name: string
  shortName: string
  /** The bodies register's name of who offers it. */
  body: string
  offeredBy?: string
  note?: string
}

const milan = 'Comune di Milano'
const milanoAbitare = 'Milano Abitare'
const welfare = 'Fondazione Welfare Ambrosiano'
const comuniInsieme = 'Comuni Insieme per lo Sviluppo Sociale'
const housingAgency = 'C.A.S.A. – Agenzia Sociale per l’Abitare'

/** The two catalogues of the card, point by point and in its order. */
export const catalogue: Record<Action, Service[]> = {
  milano: [
    { group: 'milano', shortName: 'Valutazione del bisogno', name: 'Valutazione del bisogno', body: milan },
    {
      group: 'milano',
      shortName: 'Canone concordato e morosità incolpevole',
      name: 'Accesso e orientamento alle misure e agli strumenti di sostegno erogati dall’Agenzia sociale per la locazione Milano Abitare (misure a sostegno del canone concordato, misure a sostegno della morosità incolpevole)',
      body: milanoAbitare,
    },
    {
      group: 'milano',
      shortName: 'Orientamento all’ERP',
      name: 'Orientamento all’accesso all’Edilizia Residenziale Pubblica in collaborazione con gli uffici preposti del Comune di Milano',
      body: milan,
    },
    {
      group: 'milano',
      shortName: 'Residenzialità temporanea ed emergenziale',
      name: 'Orientamento all’accesso ai servizi di residenzialità temporanea ed emergenziale e ad altri servizi di natura socio-assistenziale attivati dal Comune di Milano',
      body: milan,
    },
    {
      group: 'milano',
      shortName: 'Edilizia sociale del terzo settore',
      name: 'Orientamento all’accesso ai servizi di residenzialità offerti da soggetti del terzo settore gestori di edilizia sociale',
      body: milan,
      offeredBy: 'Soggetti del terzo settore, con orientamento del Comune di Milano',
    },
    {
      group: 'milano',
      shortName: 'Servizi di Fondazione Welfare Ambrosiano',
      name: 'Orientamento all’accesso ai servizi aggiuntivi offerti da Fondazione Welfare Ambrosiano (Anticipazione Sociale in caso di cassa integrazione; Mutualità sanitaria integrativa per anziani)',
      body: welfare,
    },
  ],
  metropolitan: [
    {
      group: 'ownServices',
      shortName: 'Nucleo Integrazione Lavorativa',
      name: 'Nucleo Integrazione Lavorativa: accompagna le persone appartenenti a categorie protette o svantaggiate e le realtà produttive in percorsi di integrazione lavorativa',
      body: comuniInsieme,
    },
    {
      group: 'ownServices',
      shortName: 'Servizio sociale di base',
      name: 'Integrazione del servizio sociale di base',
      body: comuniInsieme,
    },
    {
      group: 'housingAgency',
      shortName: 'C.A.S.A. – Canone concordato e morosità incolpevole',
      name: 'Accesso e orientamento alle misure a sostegno del canone concordato o calmierato e a quelle per i cittadini in condizione di morosità incolpevole',
      body: housingAgency,
    },
    {
      group: 'housingAgency',
      shortName: 'C.A.S.A. – Orientamento all’ERP',
      name: 'Orientamento all’accesso all’Edilizia Residenziale Pubblica in collaborazione con gli uffici preposti dei comuni associati',
      body: housingAgency,
    },
    {
      group: 'housingAgency',
      shortName: 'C.A.S.A. – Residenzialità temporanea ed emergenziale',
      name: 'Orientamento e accesso ai servizi di residenzialità temporanea ed emergenziale e ad altri servizi sociali di natura socio-assistenziale attivati sul territorio',
      body: housingAgency,
    },
    {
      group: 'housingAgency',
      shortName: 'C.A.S.A. – Edilizia sociale del terzo settore',
      name: 'Orientamento e accesso ai servizi di residenzialità offerti da soggetti del terzo settore gestori di edilizia sociale',
      body: housingAgency,
    },
    {
      group: 'controlledRent',
      shortName: 'Fondo di garanzia e Microcredito inquilini',
      name: 'Fondo di garanzia e Microcredito per gli Inquilini',
      body: milanoAbitare,
    },
    {
      group: 'controlledRent',
      shortName: 'Assistenza giuridica e calcolo ISEE/ISE',
      name: 'Assistenza giuridica e calcolo ISEE/ISE per la gestione dei contratti a canone concordato',
      body: milanoAbitare,
    },
    {
      group: 'controlledRent',
      shortName: 'Piattaforma domanda e offerta',
      name: 'Piattaforma on line per il matching immediato fra domanda e offerta di appartamenti a canone concordato, anche in area metropolitana',
      body: milanoAbitare,
    },
    {
      group: 'controlledRent',
      shortName: 'Gestione collaborativa e mobilità',
      name: 'Gestione in forma collaborativa, anche con mobilità tra comuni diversi, di tutti i servizi per l’abitare',
      body: milanoAbitare,
    },
    {
      group: 'welfareFoundation',
      shortName: 'Anticipazione Sociale',
      name: 'Anticipazione Sociale in caso di cassa integrazione',
      body: welfare,
    },
    {
      group: 'welfareFoundation',
      shortName: 'Mutualità sanitaria per anziani',
      name: 'Mutualità sanitaria integrativa per anziani',
      body: welfare,
    },
  ],
}

export const serviceIdOf = (action: Action, position: number) => idOf(`desk service ${action} ${position}`)

export function seedDeskServices(period: Period): Row<typeof deskServices>[] {
  return (['milano', 'metropolitan'] as const).flatMap((action) =>
    catalogue[action].map(({ body, offeredBy = body, ...service }, index) => ({
      id: serviceIdOf(action, index + 1),
      action,
      position: index + 1,
      offeredBy,
      ...service,
      ...recorded(period, { source: deskCard }),
    })),
  )
}
