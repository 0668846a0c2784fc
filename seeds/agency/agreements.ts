import { agreementParties } from '../../db/entities/agreements/agreementParties.ts'
import { agreementPerimeters } from '../../db/entities/agreements/agreementPerimeters.ts'
import { agreements } from '../../db/entities/agreements/agreements.ts'
import type { agreementKinds } from '../../db/enumerations/agreementStates.ts'
import { bodies } from '../../db/entities/territory/bodies.ts'
import { commitments } from '../../db/entities/agreements/commitments.ts'
import { dateOf, dayOf, instantOf, monthsBefore } from '../days.ts'
import { agreementIdOf } from '../facts/agreements.ts'
import { bodyIdOf, comuneBody } from '../facts/bodies.ts'
import { comuneOf } from '../facts/comuni.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { recorded } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'

interface Invented {
  comune: string
  kind: keyof typeof agreementKinds
  title: string
  months: number
  notice: number
  /** Months from the seed's today to the end of the term. */
  left: number
  rent?: string
  payer?: 'aler' | 'comune'
  /** What is promised by whom, months from today to the day it is due, and months before today on which it was done. */
  promised: [by: 'aler' | 'comune', text: string, due: number, done?: number][]
}

const source = 'agenzia dimostrativa'

const invented: Invented[] = [
  {
    comune: 'Rozzano',
    kind: 'sharedOffice',
    title: 'Sportello condiviso nel municipio di Rozzano',
    months: 72,
    notice: 6,
    left: 8,
    rent: '18400.00',
    payer: 'aler',
    promised: [
      ['comune', 'Adeguamento della rete dati dello sportello', -4],
      ['aler', 'Presenza di un tecnico due mattine a settimana', -20, 19],
      ['aler', 'Relazione annuale sugli accessi', 2],
    ],
  },
  {
    comune: 'Cinisello Balsamo',
    kind: 'convention',
    title: 'Convenzione per la gestione degli alloggi comunali di Cinisello Balsamo',
    months: 60,
    notice: 9,
    left: 11,
    rent: '96000.00',
    payer: 'comune',
    promised: [
      ['aler', 'Anagrafe dell’utenza degli alloggi comunali', -3],
      ['comune', 'Elenco aggiornato degli alloggi trasferiti', -14, 12],
      ['comune', 'Rimborso delle manutenzioni urgenti del semestre', 1],
    ],
  },
  {
    comune: 'Cologno Monzese',
    kind: 'convention',
    title: 'Convenzione per gli avvisi dell’ambito con Cologno Monzese',
    months: 36,
    notice: 3,
    left: 5,
    promised: [
      ['comune', 'Verifica dei requisiti entro sessanta giorni dalla graduatoria', -1],
      ['aler', 'Elenco semestrale degli alloggi assegnabili', 3],
    ],
  },
  {
    comune: 'Legnano',
    kind: 'securityPact',
    title: 'Patto per la sicurezza dei quartieri di Legnano',
    months: 48,
    notice: 2,
    left: 26,
    promised: [
      ['aler', 'Illuminazione delle parti comuni di Mazzafame', -8, 6],
      ['comune', 'Presidio della Polizia locale nelle ore serali', 6],
    ],
  },
  {
    comune: 'Corsico',
    kind: 'sharedOffice',
    title: 'Recapito settimanale presso il Comune di Corsico',
    months: 48,
    notice: 6,
    left: -3,
    rent: '4800.00',
    payer: 'aler',
    promised: [['comune', 'Accesso alla sala riunioni del quartiere Lavagna', -18, 17]],
  },
  {
    comune: 'Pioltello',
    kind: 'programmeAgreement',
    title: 'Accordo di programma per il quartiere Satellite',
    months: 36,
    notice: 0,
    left: 16,
    promised: [
      ['comune', 'Mediazione sociale nei cortili', -6],
      ['aler', 'Censimento dei contatori delle parti comuni', -2],
      ['aler', 'Messa in sicurezza delle cantine', 7],
    ],
  },
  {
    comune: 'San Donato Milanese',
    kind: 'convention',
    title: 'Convenzione per la raccolta dei rifiuti nei complessi di San Donato',
    months: 24,
    notice: 1,
    left: 1,
    promised: [['comune', 'Posa dei cassonetti con chiave', -9]],
  },
]

const documentedBodies = new Set(['Milano', 'Sesto San Giovanni', 'Cologno Monzese', 'Legnano'])

export function writeAgreements(period: Period, writer: Writer) {
  for (const comune of new Set(invented.map((one) => one.comune))) {
    if (documentedBodies.has(comune)) continue
    writer.add(bodies, {
      id: bodyIdOf(comuneBody(comune)),
      name: comuneBody(comune),
      kind: 'comune',
      comuneId: comuneOf(comune).id,
      ...recorded(period, { source, isDemo: true }),
    })
  }
  for (const one of invented) writeAgreement(one, period, writer)
  writeDraft(period, writer)
  writePerimeter(period, writer)
}

/** The same day of the month some months after today, or before it when negative. */
const monthsFrom = (period: Period, months: number) => monthsBefore(dateOf(period.today), -months)

function writeAgreement({ comune, title, kind, rent, payer, ...one }: Invented, period: Period, writer: Writer) {
  const agreementId = agreementIdOf(title)
  const startsOn = monthsFrom(period, one.left - one.months)
  const signedOn = dateOf(dayOf(startsOn) - 12)
  const origin = recorded(period, { source, isDemo: true, on: signedOn })
  const bodyOf = (who: 'aler' | 'comune') => bodyIdOf(who === 'aler' ? 'Aler Milano' : comuneBody(comune))
  writer.add(agreements, {
    id: agreementId,
    kind,
    title,
    comuneId: comuneOf(comune).id,
    step: 'signed',
    signedOn,
    startsOn,
    months: one.months,
    noticeMonths: one.notice,
    yearlyRent: rent ?? null,
    payerId: payer ? bodyOf(payer) : null,
    payeeId: payer ? bodyOf(payer === 'aler' ? 'comune' : 'aler') : null,
    ...origin,
  })
  for (const who of ['aler', 'comune'] as const) {
    writer.add(agreementParties, { id: idOf(`agreement ${title} ${who}`), agreementId, bodyId: bodyOf(who), ...origin })
  }
  for (const [who, text, due, done] of one.promised) {
    const row: Row<typeof commitments> = {
      id: idOf(`commitment ${title} ${text}`),
      agreementId,
      bodyId: bodyOf(who),
      text,
      dueOn: monthsFrom(period, due),
      doneOn: null,
      source,
      isDemo: true,
    }
    const kept = done === undefined ? [] : [monthsFrom(period, -done)]
    const { current, earlier } = versionsOf(
      row,
      Date.parse(origin.recordedAt),
      kept.map((doneOn) => ({ at: Math.max(instantOf(dayOf(doneOn) + 1, 9), period.loaded), values: { doneOn } })),
      'sistema',
    )
    writer.add(commitments, current)
    writer.retract(commitments, ...earlier)
  }
}

/** One that waits for its signature. */
function writeDraft(period: Period, writer: Writer) {
  const comune = 'Cologno Monzese'
  const title = 'Sede condivisa presso il municipio di Cologno Monzese'
  const agreementId = agreementIdOf(title)
  const origin = recorded(period, { source, isDemo: true, on: dateOf(period.today - 40) })
  const [aler, town] = [bodyIdOf('Aler Milano'), bodyIdOf(comuneBody(comune))]
  writer.add(agreements, {
    id: agreementId,
    kind: 'sharedOffice',
    title,
    comuneId: comuneOf(comune).id,
    step: 'draft',
    noticeMonths: 6,
    yearlyRent: '12600.00',
    payerId: aler,
    payeeId: town,
    note: 'Sul modello della sede di via Puricelli Guerra 24.',
    ...origin,
  })
  for (const bodyId of [aler, town]) {
    writer.add(agreementParties, { id: idOf(`agreement ${title} ${bodyId}`), agreementId, bodyId, ...origin })
  }
}

function writePerimeter(period: Period, writer: Writer) {
  const title = 'Convenzione per la gestione degli alloggi comunali di Cinisello Balsamo'
  for (const [owner, dwellings] of [
    ['comune', 310],
    ['other', 24],
  ] as const) {
    writer.add(agreementPerimeters, {
      id: idOf(`agreement ${title} perimeter ${owner}`),
      agreementId: agreementIdOf(title),
      owner,
      dwellings,
      caveat: null,
      ...recorded(period, { source, isDemo: true }),
    })
  }
}
