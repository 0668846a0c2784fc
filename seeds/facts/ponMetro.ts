import { projectLinks, type projectLinkKinds } from '../../db/entities/funding/projectLinks.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import { comuneOf, milano } from './comuni.ts'
import { projectIdOf, writeDocumentedProject, type DocumentedProject } from './projects.ts'

const programme = 'PON-METRO-1420'
const card1 = 'Scheda PON Metro MI3.1.1.b1'
const card2 = 'Scheda PON Metro MI3.1.1.a'
const undated = 'La scheda non dà la data del movimento: si usa la data di fine.'
const fromStart = 'La scheda non dà la data del movimento: si usa la data di inizio.'

const metropolitanDesk = [
  'Bollate',
  'Senago',
  'Novate Milanese',
  'Baranzate',
  'Garbagnate Milanese',
  'Solaro',
  'Cesate',
  'Paderno Dugnano',
]

const agencySummary = `Dare risposta alle emergenze abitative con un’offerta parallela e complementare all’edilizia residenziale pubblica: l’agenzia «Milano Abitare» sostiene l’offerta privata di alloggi a canone concordato con strumenti (per esempio il fondo di garanzia) e incentivi.

Tre obiettivi: 1. rafforzare i servizi di contrasto alla povertà abitativa e di accompagnamento alla casa con punti di riferimento unici, secondo l’approccio «one-stop shop multi-dimensionale»; 2. rafforzare la rete con le altre amministrazioni e con i soggetti pubblici e privati del contrasto alla povertà e dell’inserimento lavorativo e sociale; 3. sviluppare la cooperazione con i comuni dell’area metropolitana.

Azione 1 – nove sportelli, uno per municipio. Attività: valutazione del bisogno; accesso alle misure per il canone concordato e la morosità incolpevole; orientamento all’ERP, alla residenzialità temporanea ed emergenziale, ai servizi del terzo settore, ai servizi di Fondazione Welfare Ambrosiano (Anticipazione sociale, mutualità sanitaria per anziani). Comprende formazione del personale, accordi (AFOL, terzo settore) e piano di comunicazione.

Azione 2 – almeno due sportelli in area metropolitana, con convenzione con Milano Abitare. Il primo: Bollate, Senago, Novate Milanese, Baranzate, Garbagnate Milanese, Solaro, Cesate e Paderno Dugnano, con l’azienda speciale «Comuni Insieme per lo Sviluppo Sociale», ente capofila del Piano di Zona, e l’agenzia C.A.S.A. Poi un secondo sportello ed estensione ad altri territori.`

const boroughSummary = `Sperimentare la gestione di immobili di edilizia sociale che unisce facility e property management a percorsi strutturati di accompagnamento, per sostenere i nuclei nelle diverse vulnerabilità e prevenire la morosità e il mancato rispetto delle regole.

Partenariato pubblico-privato (art. 180 D.Lgs. 50/2016): il Comune mette a disposizione l’immobile con procedura di evidenza pubblica; al partner spettano progettazione, lavori, gestione integrata e accompagnamento sociale e abitativo.

Tre scale: micro-locale (il nuovo «borgo», i nuovi abitanti, il gestore, gli spazi condominiali), locale (il quartiere), sovralocale (lo scambio con la città).

Attività preliminare: piano di assegnazione degli alloggi con i target di destinatari e gli spazi per servizi. Seconda fase, all’ingresso dei nuclei: relazioni tra residenti e con il gestore, gruppi, reti di vicinato, regole di buona convivenza. Otto compiti esemplificativi del soggetto incaricato, dall’accompagnamento differenziato alla costruzione di regole condivise e autogestione.`

const cards: DocumentedProject[] = [
  {
    programme,
    row: {
      code: 'MI3.1.1.b1',
      title: 'Agenzia Sociale per la Locazione Metropolitana',
      summary: agencySummary,
      axis: null,
      action: 'Azione 3.1.1',
      scope: null,
      city: 'Milano',
      implementingBody: 'Comune di Milano',
      responsible: 'Angelo Zito',
      startedOn: '2016-07-01',
      plannedEnd: '2020-10-31',
      proceduralState: 'undetermined',
      procedureKind: 'bodiesAgreement',
      photoNote: 'Foto non disponibili',
    },
    source: card1,
    cups: ['B59I17000240006', 'B46J20000790006'],
    comuneIds: [milano, ...metropolitanDesk.map((name) => comuneOf(name).id)],
    stages: [{ state: 'underway', from: '2016-07-01' }],
    movements: [
      { kind: 'programmed', on: '2016-07-01', amount: '1514648.44', document: card1, note: fromStart },
      { kind: 'admitted', on: '2016-07-01', amount: '1514648.44', document: card1, note: fromStart },
      { kind: 'committed', on: '2020-10-31', amount: '1326980.00', document: card1, note: undated },
      { kind: 'disbursed', on: '2020-10-31', amount: '449646.43', document: card1, note: undated },
    ],
  },
  {
    programme,
    row: {
      code: 'MI3.1.1.a',
      title: 'Abitare in borgo – Accompagnamento sociale ad un modello abitativo comunitario e condiviso',
      summary: boroughSummary,
      axis: null,
      action: null,
      scope: null,
      city: null,
      implementingBody: 'Comune di Milano',
      responsible: 'Angelo Foglio',
      startedOn: '2017-10-01',
      plannedEnd: '2020-12-31',
      proceduralState: 'undetermined',
      procedureKind: 'ppp',
    },
    source: card2,
    comuneIds: [milano],
    stages: [{ state: 'notStarted', from: '2017-10-01' }],
    movements: [
      { kind: 'programmed', on: '2017-10-01', amount: '281250.00', document: card2, note: fromStart },
      { kind: 'admitted', on: '2017-10-01', amount: '281250.00', document: card2, note: fromStart },
    ],
  },
  linked('MI4.1.1.b', 'Hub cittadino per l’ospitalità temporanea – Ristrutturazione immobili'),
  linked('MI3.3.1.a', 'Hub cittadino per l’ospitalità temporanea – Accompagnamento sociale'),
  linked('MI4.1.1.a', 'Abitare in borgo – Ristrutturazione immobili'),
  linked('MI4.1.1.e', 'Recupero alloggi edilizia residenziale pubblica'),
]

/** Named by the first card, which gives no amounts. */
function linked(code: string, title: string): DocumentedProject {
  return {
    programme,
    row: { code, title, city: 'Milano', implementingBody: 'Comune di Milano', proceduralState: 'undetermined' },
    source: card1,
    comuneIds: [milano],
  }
}

const links: [from: string, to: string, kind: keyof typeof projectLinkKinds, source: string][] = [
  ['MI3.1.1.b1', 'MI4.1.1.b', 'complementary', card1],
  ['MI3.1.1.b1', 'MI3.3.1.a', 'complementary', card1],
  ['MI3.1.1.b1', 'MI4.1.1.a', 'complementary', card1],
  ['MI3.1.1.b1', 'MI3.1.1.a', 'complementary', card1],
  ['MI3.1.1.b1', 'MI4.1.1.e', 'complementary', card1],
  ['MI4.1.1.a', 'MI3.1.1.a', 'renovationAndSupport', card2],
  ['MI4.1.1.b', 'MI3.3.1.a', 'renovationAndSupport', card1],
]

export function writePonMetro(period: Period, writer: Writer) {
  for (const card of cards) writeDocumentedProject(card, period, writer)
  for (const [from, to, kind, source] of links) {
    writer.add(projectLinks, {
      id: idOf(`link ${from} ${to} ${kind}`),
      fromId: projectIdOf(programme, from),
      toId: projectIdOf(programme, to),
      kind,
      ...recorded(period, { source }),
    })
  }
}
