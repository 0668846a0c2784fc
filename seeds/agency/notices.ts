import { allocations } from '../../db/entities/allocation/allocations.ts'
import { ambiti } from '../../db/entities/territory/ambiti.ts'
import { ambitoComuni } from '../../db/entities/territory/ambitoComuni.ts'
import { annualPlans } from '../../db/entities/allocation/annualPlans.ts'
import { annualPlanUnits } from '../../db/entities/allocation/annualPlanUnits.ts'
import { notices } from '../../db/entities/allocation/notices.ts'
import { noticeUnits } from '../../db/entities/allocation/noticeUnits.ts'
import { dateOf, dayOf, instantOf } from '../days.ts'
import { ambitoIdOf, knownAmbitoOf } from '../facts/ambiti.ts'
import { altoMilaneseNotice, altoMilaneseOpening } from '../facts/notices.ts'
import { grouped } from '../grouped.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import { recorded } from '../recorded.ts'
import { type Patch, versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import { estates } from './estates.ts'
import type { Offer, Proposal } from './offers.ts'
import { restOf } from './openings.ts'

const source = 'agenzia dimostrativa'
const demo = { source, isDemo: true }
const by = 'assegnazioni@demo.local'

/** Days from the opening to the closing, and to the two rankings: proposals come after. */
const course = { closing: 28, provisional: 34, final: 42 }

/** The ambiti of the comuni that no source puts in one. */
export function writeOtherAmbiti(period: Period, writer: Writer) {
  const others = new Map(
    estates.filter(({ comuneId }) => !knownAmbitoOf(comuneId)).map(({ comuneId, uogId }) => [comuneId, restOf(uogId)]),
  )
  const origin = recorded(period, { source: 'ipotesi demo', isDemo: true })
  for (const name of new Set(others.values())) writer.add(ambiti, { id: ambitoIdOf(name), name, ...origin })
  for (const [comuneId, name] of others) {
    writer.add(ambitoComuni, {
      id: idOf(`ambito ${name} ${comuneId}`),
      ambitoId: ambitoIdOf(name),
      comuneId,
      validFrom: '2018-01-01',
      ...origin,
    })
  }
}

/** Notices, the dwellings they offer and what was proposed, as the stories of the dwellings have them. */
export function writeNotices(offers: Offer[], period: Period, writer: Writer) {
  const byNotice = grouped(
    offers.filter(({ opening }) => opening !== null),
    ({ ambito, opening }) => `${ambito} ${opening}`,
  )
  for (const offered of byNotice.values()) writeNotice(offered, period, writer)
  for (const offer of offers) {
    for (const proposal of offer.proposals) writeAllocation(offer, proposal, period, writer)
  }
  writePlans(offers, period, writer)
}

const isAltoMilanese = (opening: number) => dateOf(opening) === altoMilaneseOpening

const noticeIdOf = ({ ambito, opening }: Offer) => {
  if (opening === null) return null
  return isAltoMilanese(opening) ? altoMilaneseNotice : idOf(`notice ${ambito} ${opening}`)
}

const writtenAt = (day: number, period: Period, hour = 9) => Math.min(Math.max(instantOf(day, hour), period.loaded), period.last)

function writeNotice(offered: Offer[], period: Period, writer: Writer) {
  const [first] = offered
  if (!first || first.opening === null) return
  const noticeId = String(noticeIdOf(first))
  const origin = { ...demo, recordedAt: new Date(writtenAt(first.opening, period)).toISOString(), recordedBy: by, version: 1 }
  if (!isAltoMilanese(first.opening)) writeCall(noticeId, first.ambito, first.opening, offered, period, writer)
  for (const { unitId, condition, reservation } of offered) {
    writer.add(noticeUnits, {
      id: idOf(`notice unit ${noticeId} ${unitId}`),
      noticeId,
      unitId,
      offeredOn: dateOf(first.opening),
      condition,
      reservation,
      ...origin,
    })
  }
}

function writeCall(id: string, ambito: string, opening: number, offered: Offer[], period: Period, writer: Writer) {
  const random = stream(`notice ${ambito} ${opening}`)
  const each = ambito === 'Milano' ? random.between(17, 31) : random.between(5, 14)
  const opensOn = dateOf(opening)
  const row: Row<typeof notices> = {
    id,
    code: `D${random.between(10_000, 99_999)}-${opensOn.slice(2, 4)}${opensOn.slice(5, 7)}`,
    title: `Avviso ${ambito}, ${opensOn.slice(5, 7)}/${opensOn.slice(0, 4)}`,
    kind: 'ordinary',
    ambitoId: ambitoIdOf(ambito),
    opensOn,
    closesOn: dateOf(opening + course.closing),
    applications: null,
    indigentShare: 0.2,
    policeShare: 0.05,
    ...demo,
  }
  const steps: [number, Partial<typeof row>][] = [
    [opening + course.closing, { applications: offered.length * each + random.between(0, each) }],
    [opening + course.provisional, { provisionalOn: dateOf(opening + course.provisional) }],
    [opening + course.final, { finalOn: dateOf(opening + course.final) }],
  ]
  const last = Math.max(...offered.map(({ leftOn }) => leftOn ?? Infinity))
  if (last < period.today - 3) steps.push([last + 3, { exhaustedOn: dateOf(last + 3) }])
  const patches: Patch<typeof row>[] = steps
    .filter(([day]) => day < period.today)
    .map(([day, values]) => ({ at: writtenAt(day, period, 18), values }))
  const { current, earlier } = versionsOf(row, writtenAt(opening, period), patches, by)
  writer.add(notices, current)
  writer.retract(notices, ...earlier)
}

function writeAllocation(offer: Offer, proposal: Proposal, period: Period, writer: Writer) {
  const { unitId } = offer
  const { channel, proposedOn, answeredOn, failed, contractFrom } = proposal
  const row: Row<typeof allocations> = {
    id: idOf(`allocation ${unitId} ${proposedOn}`),
    unitId,
    noticeId: noticeIdOf(offer),
    channel,
    proposedOn: dateOf(proposedOn),
    answeredOn: null,
    outcome: null,
    contractFrom: null,
    ...demo,
  }
  const patches: Patch<typeof row>[] = []
  if (answeredOn !== null) {
    const outcome = failed ?? 'accepted'
    patches.push({ at: writtenAt(answeredOn, period, 15), values: { answeredOn: dateOf(answeredOn), outcome } })
  }
  if (contractFrom !== null) {
    patches.push({ at: writtenAt(contractFrom, period, 16), values: { contractFrom: dateOf(contractFrom) } })
  }
  const { current, earlier } = versionsOf(row, writtenAt(proposedOn, period, 10), patches, by)
  writer.add(allocations, current)
  writer.retract(allocations, ...earlier)
}

const planned = [
  ['aler', 'sap', 0.7],
  ['aler', 'sat', 0.1],
  ['comune', 'sap', 0.2],
] as const

/** A plan for every ambito and year of notices but those of Milano, some of which a source tells; SAT is a tenth of it. */
function writePlans(offers: Offer[], period: Period, writer: Writer) {
  const noticed = offers.filter(({ opening, ambito }) => opening !== null && ambito !== 'Milano')
  const byYear = grouped(noticed, ({ ambito, opening }) => `${dateOf(opening ?? 0).slice(0, 4)} ${ambito}`)
  for (const [key, offered] of byYear) {
    const year = Number(key.slice(0, 4))
    const ambito = key.slice(5)
    const approved = dayOf(`${year - 1}-12-18`)
    if (approved < period.start - 365) continue
    const planId = idOf(`plan ${key}`)
    const origin = recorded(period, { ...demo, on: dateOf(approved) })
    const share = 0.8 + stream(`plan ${key}`).fraction() * 0.6
    writer.add(annualPlans, {
      id: planId,
      ambitoId: ambitoIdOf(ambito),
      year,
      state: 'approved',
      approvedOn: dateOf(approved),
      indigentShare: 0.2,
      policeShare: 0.05,
      ...origin,
    })
    for (const [owner, service, part] of planned) {
      writer.add(annualPlanUnits, {
        id: idOf(`plan ${key} ${owner} ${service}`),
        planId,
        owner,
        service,
        units: Math.max(1, Math.round(offered.length * share * part)),
        ...origin,
      })
    }
  }
  writeNextPlan(period, writer)
}

/** The plan of the year to come, still in preparation. */
function writeNextPlan(period: Period, writer: Writer) {
  const year = Number(dateOf(period.today).slice(0, 4)) + 1
  const name = 'Sesto San Giovanni e Cologno Monzese'
  const planId = idOf(`plan ${year} ${name}`)
  const origin = recorded(period, { ...demo, on: dateOf(period.today - 20) })
  writer.add(annualPlans, { id: planId, ambitoId: ambitoIdOf(name), year, state: 'draft', indigentShare: 0.2, ...origin })
  for (const [owner, service, units] of [
    ['aler', 'sap', 46],
    ['comune', 'sap', 21],
    ['other', 'sas', 6],
  ] as const) {
    writer.add(annualPlanUnits, { id: idOf(`plan ${year} ${name} ${owner}`), planId, owner, service, units, ...origin })
  }
}
