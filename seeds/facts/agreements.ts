import { agreementParties } from '../../db/entities/agreements/agreementParties.ts'
import { agreementPerimeters } from '../../db/entities/agreements/agreementPerimeters.ts'
import { agreements } from '../../db/entities/agreements/agreements.ts'
import { agreementWorks } from '../../db/entities/agreements/agreementWorks.ts'
import { commitments } from '../../db/entities/agreements/commitments.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Row, Writer } from '../writer.ts'
import { bodyIdOf, comuneBody } from './bodies.ts'
import { comuneOf, milano } from './comuni.ts'
import { documents } from './uogs.ts'
import { documentedWorks } from './works.ts'

type Terms = Omit<Row<typeof agreements>, 'id' | 'source' | 'payerId' | 'payeeId' | 'supersedesId'> & {
  payer?: string
  payee?: string
  supersedes?: string
}

interface Documented {
  terms: Terms
  source: string
  /** Each with the office of who signed for it, when the source names it. */
  parties: (string | [body: string, signatory: string])[]
  commitments?: [body: string | null, text: string][]
  workIds?: string[]
  perimeter?: [owner: 'aler' | 'comune', dwellings: number][]
}

const lettingAgency = 'Scheda PON Metro MI3.1.1.b1'
const protocol = 'Protocollo 29/09/2020'
const sesto = comuneOf('Sesto San Giovanni').id
const ofSesto = comuneBody('Sesto San Giovanni')
const ofMilano = comuneBody('Milano')
const aler = 'Aler Milano'
const comuniInsieme = 'Comuni Insieme per lo Sviluppo Sociale'
const served = ['Bollate', 'Senago', 'Novate Milanese', 'Baranzate', 'Garbagnate Milanese', 'Solaro', 'Cesate', 'Paderno Dugnano']

const earlierProtocol = 'Protocollo contro le occupazioni abusive del 18/11/2014'

const ofSestoOffice: Documented = {
  source: documents.column2018,
  terms: {
    kind: 'sharedOffice',
    title: 'Sede condivisa di via Puricelli Guerra 24, Sesto San Giovanni',
    comuneId: sesto,
    step: 'signed',
    startsOn: '2018-03-01',
    months: 216,
    statedEnd: '2036-02-28',
    yearlyRent: '57057.00',
    payer: aler,
    payee: ofSesto,
    useHours: 'Tempi e orari stabiliti dal contratto',
    legalNorm: 'L.R. 16/2016, art. 7',
    subject:
      'Uso di postazioni di front office e di uno spazio espositivo, condivisi tra la UOG e il Servizio Agenzia Casa: sportello, ' +
      'accettazione delle domande ai bandi regionali, attività amministrative sulle assegnazioni.',
    note: 'La fonte non dice il giorno della firma, il preavviso, l’indicizzazione, né quando si paghi: le rate mostrate sono annuali e anticipate. La scadenza al 28/02/2036 è quella in uso; diciotto anni di calendario finirebbero il 29/02/2036.',
  },
  parties: [aler, ofSesto],
  commitments: [
    [
      aler,
      'Manutenzione straordinaria dei locali: ristrutturazione, messa in sicurezza e adeguamento, con progettazione, direzione lavori, sicurezza e collaudi, per circa € 250.000,00',
    ],
    [ofSesto, 'Concessione dell’uso degli spazi dopo il collaudo'],
  ],
  workIds: [documentedWorks.office],
}

const securityPact: Documented = {
  source: documents.column2018,
  terms: {
    kind: 'securityPact',
    title: 'Patto sulla sicurezza tra Aler Milano e Comune di Sesto San Giovanni',
    comuneId: sesto,
    step: 'announced',
    announcedOn: '2018-02-01',
    note: 'La fonte, del febbraio 2018, lo annuncia «a breve»; non se ne conosce la firma.',
  },
  parties: [aler, ofSesto],
}

const before: Documented = {
  source: protocol,
  terms: {
    kind: 'protocol',
    title: earlierProtocol,
    comuneId: milano,
    step: 'signed',
    signedOn: '2014-11-18',
    note: 'Le parti del 2014 non sono nella fonte.',
  },
  parties: [],
}

const operatingPlan: Documented = {
  source: protocol,
  terms: {
    kind: 'protocol',
    title: 'Piano operativo di azione contro le occupazioni abusive',
    comuneId: milano,
    step: 'signed',
    signedOn: '2020-09-29',
    supersedes: earlierProtocol,
    subject:
      'Prevenzione e controllo, sgomberi e assegnazioni ridefiniti, recupero degli alloggi sfitti, investimenti, messa in sicurezza.',
    note: 'Firmato in Prefettura; aggiorna il protocollo del 18/11/2014.',
  },
  parties: [
    [aler, 'Mario Angelo Sala, presidente'],
    ['MM spa', 'Simone Dragone, presidente'],
    ['Regione Lombardia', 'Stefano Bolognini, assessore alle Politiche sociali, abitative e disabilità'],
    [ofMilano, 'Anna Scavuzzo, vicesindaco e assessore alla Sicurezza'],
    ['Prefettura di Milano', 'Renato Saccone, Prefetto'],
  ],
  commitments: [
    [aler, 'Videosorveglianza nelle aree comuni dei caseggiati, da collegare al sistema comunale'],
    ['Prefettura di Milano', 'Monitoraggio continuo di ogni area, quartiere o condominio con criticità'],
    [
      ofMilano,
      'Accoglienza temporanea, con la Regione, di nuclei fragili e occupanti senza titolo, con € 980.000 del Ministero dell’Interno',
    ],
    [null, 'Proposta di accoglienza temporanea degli operatori sociali quando sono presenti minori'],
    [null, 'Procedure riviste per gli sgomberi programmati e in flagranza e per le assegnazioni'],
    [null, 'Impulso al recupero degli alloggi sfitti'],
    [null, 'Investimenti per il recupero e la riqualificazione del patrimonio pubblico'],
    [null, 'Prevenzione, controllo e tutela attiva nei quartieri; messa in sicurezza degli alloggi'],
  ],
  perimeter: [
    ['comune', 365],
    ['aler', 814],
  ],
}

const article15: Documented = {
  source: lettingAgency,
  terms: {
    kind: 'article15',
    title: 'Accordo tra enti per lo sportello metropolitano di Comuni Insieme',
    step: 'announced',
    legalNorm: 'L. 241/1990, art. 15',
    subject:
      'Gestione del primo sportello metropolitano dell’agenzia sociale per la locazione, per otto comuni del nord milanese.',
    note: 'La scheda dice che gli accordi «saranno formalizzati»: la data della firma non è nota.',
  },
  parties: [
    ofMilano,
    comuniInsieme,
    ...served.map((comune): [string, string] => [comuneBody(comune), 'per mezzo di Comuni Insieme']),
  ],
  commitments: [[comuniInsieme, 'Apertura dello sportello come punto unico di accesso ai servizi']],
}

const milanoAbitare: Documented = {
  source: lettingAgency,
  terms: {
    kind: 'convention',
    title: 'Convenzione tra gli sportelli metropolitani e Milano Abitare',
    step: 'announced',
    subject:
      'Non duplicare i modelli di intervento e mettere a disposizione dei comuni aderenti fondo di garanzia e microcredito.',
    note: 'La scheda la prevede; la data non è nota.',
  },
  parties: [comuniInsieme, 'Milano Abitare'],
}

const caveat = 'Significato da confermare: la fonte non dice quale insieme di alloggi conti; non è il patrimonio.'

export const agreementIdOf = (title: string) => idOf(`agreement ${title}`)

/** In the order in which one can supersede another. */
export function writeDocumentedAgreements(period: Period, writer: Writer) {
  for (const documented of [ofSestoOffice, securityPact, before, operatingPlan, article15, milanoAbitare]) {
    writeDocumented(documented, period, writer)
  }
}

function writeDocumented(documented: Documented, period: Period, writer: Writer) {
  const { terms, source, parties, commitments: promised = [], workIds = [], perimeter = [] } = documented
  const { payer, payee, supersedes, ...row } = terms
  const agreementId = agreementIdOf(row.title)
  const origin = recorded(period, { source })
  const part = (what: string) => ({ id: idOf(`agreement ${row.title} ${what}`), agreementId, ...origin })
  writer.add(agreements, {
    ...row,
    id: agreementId,
    payerId: payer ? bodyIdOf(payer) : null,
    payeeId: payee ? bodyIdOf(payee) : null,
    supersedesId: supersedes ? agreementIdOf(supersedes) : null,
    ...origin,
  })
  for (const party of parties) {
    const [body, signatory = null] = typeof party === 'string' ? [party] : party
    writer.add(agreementParties, { bodyId: bodyIdOf(body), signatory, ...part(`party ${body}`) })
  }
  for (const [body, text] of promised) {
    writer.add(commitments, { bodyId: body ? bodyIdOf(body) : null, text, ...part(`commitment ${text}`) })
  }
  for (const workId of workIds) writer.add(agreementWorks, { workId, ...part(`work ${workId}`) })
  for (const [owner, dwellings] of perimeter) {
    writer.add(agreementPerimeters, { owner, dwellings, caveat, ...part(`perimeter ${owner}`) })
  }
}
