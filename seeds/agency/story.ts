import type { releaseReasons } from '../../db/entities/status/vacancies.ts'
import type { unitStates, vacancyReasons } from '../../db/enumerations/vacancyReasons.ts'
import type { vacancyStageKinds } from '../../db/entities/status/vacancyStages.ts'
import { afterAugust } from '../days.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import type { Lot } from './lots.ts'
import { openingNear } from './openings.ts'

export type UnitState = keyof typeof unitStates
export type Reason = keyof typeof vacancyReasons
export type Stage = keyof typeof vacancyStageKinds
export type Release = keyof typeof releaseReasons

/** What a unit enters on a day, and stays in until its next step. */
export interface Step {
  from: number
  state: UnitState
  reason?: Reason
  stage?: Stage
  /** Why it was freed: on the first step of a vacancy. */
  release?: Release
  lot?: Lot
  note?: string
}

export interface Teller {
  random: Random
  period: Period
  lots: Lot[]
  /** How much more than the average its vacant dwellings are squatted. */
  squatting: number
  /** How much more often than the average it is freed. */
  vacancy: number
  /** Where its notices are opened. */
  ambito: string
  /** False where the number of dwellings is documented: there those for sale find no buyer. */
  sells: boolean
}

const year = 365

export const releases = { notice: 30, death: 34, mobility: 16, forfeiture: 8, evictionForArrears: 7, voluntary: 5 }

const afterInspection: Partial<Record<Reason, number>> = {
  unfundedRepair: 58,
  unfit: 2,
  assignable: 25,
  asIs: 6,
  sale: 2.4,
  enhancement: 1.7,
  demolition: 0.5,
  outOfErp: 0.8,
  litigation: 0.8,
  mobility: 3,
  transitional: 3.5,
  other: 1.6,
}

const stageOf: Partial<Record<Reason, Stage>> = {
  unfundedRepair: 'funding',
  unfit: 'funding',
  demolition: 'funding',
  assignable: 'notice',
  asIs: 'notice',
  sale: 'notice',
  enhancement: 'notice',
  mobility: 'allocation',
  transitional: 'allocation',
  outOfErp: 'inspection',
  litigation: 'inspection',
  other: 'inspection',
}

const notes: Partial<Record<Reason, string>> = {
  other: 'In attesa della definizione catastale dopo il frazionamento.',
  litigation: 'Contenzioso con gli eredi dell’assegnatario.',
  outOfErp: 'Escluso dall’ERP con atto dell’ente proprietario.',
}

/** A vacancy begins on the keys' return. */
export const freed = (from: number, release: Release): Step => ({
  from,
  state: 'vacant',
  reason: 'returned',
  stage: 'returned',
  release,
})

export const vacantFor = (from: number, reason: Reason): Step => ({
  from,
  state: 'vacant',
  reason,
  stage: stageOf[reason] ?? 'notice',
  note: notes[reason],
})

/** Tells the steps that follow the first ones, up to the last day before today. */
export function tell(first: Step[], teller: Teller): Step[] {
  const steps = [...first]
  for (;;) {
    const last = steps.at(-1)
    const next = last && following(last, teller)
    if (!next || next.from >= teller.period.today) return steps
    steps.push(next)
  }
}

function following(step: Step, teller: Teller): Step | null {
  const { random, period } = teller
  const since = Math.max(step.from, period.start)
  const after = (from: number, to: number) => {
    const day = afterAugust(step.from + random.between(from, to), random)
    return day > period.start ? day : period.start + random.between(1, to - from)
  }
  switch (step.state) {
    case 'let':
      return afterLetting(since, teller)
    case 'untitled':
      return afterUntitled(since, teller)
    case 'squatted':
      return afterSquatting(since, teller)
    case 'vacant': {
      const next = afterVacancy(step, since, after, teller)
      return squattedBefore(step, since, next, teller) ?? next
    }
    default:
      return null
  }
}

function afterLetting(since: number, { random, vacancy }: Teller): Step {
  const day = afterAugust(since + 1 + Math.round(random.waiting(year / (0.0345 * vacancy))), random)
  if (random.chance(0.05)) return { from: day, state: 'untitled' }
  return freed(day, random.weighted(releases))
}

function afterUntitled(since: number, { random }: Teller): Step {
  const day = afterAugust(since + 1 + Math.round(random.waiting(year * 4)), random)
  if (random.chance(0.4)) return { from: day, state: 'let' }
  return freed(day, random.chance(0.7) ? 'forfeiture' : 'voluntary')
}

function afterSquatting(since: number, { random }: Teller): Step {
  const day = afterAugust(since + 2 + Math.round(random.waiting(year / 0.165)), random)
  if (random.chance(0.03)) return { from: day, state: 'let' }
  return freed(day, random.chance(0.86) ? 'clearance' : 'voluntary')
}

type After = (from: number, to: number) => number

function afterVacancy(step: Step, since: number, after: After, teller: Teller): Step | null {
  const { random, sells } = teller
  switch (step.reason) {
    case 'returned':
      if (step.stage === 'returned') return { ...step, from: after(8, 40), stage: 'inspection', release: undefined }
      return vacantFor(after(50, 200), random.weighted(afterInspection))
    case 'unfundedRepair':
    case 'unfit':
      return funded(step, since, teller)
    case 'fundedWorks':
      return step.lot ? { from: step.lot.siteOn, state: 'vacant', reason: 'underRenovation', stage: 'site', lot: step.lot } : null
    case 'underRenovation':
      return afterSite(step, after, teller)
    case 'restored':
    case 'assignable':
    case 'asIs':
      return { from: openingNear(after(35, 190), since, teller.ambito), state: 'vacant', reason: 'inNotice', stage: 'notice' }
    case 'inNotice':
      // Some find nobody in the whole ranking and wait for another notice.
      if (random.chance(0.12)) return vacantFor(after(70, 120), 'assignable')
      return { from: after(45, 95), state: 'vacant', reason: 'inAllocation', stage: 'allocation' }
    case 'inAllocation':
      if (step.stage === 'allocation') return { ...step, from: after(15, 50), stage: 'contract' }
      return { from: after(5, 25), state: 'let' }
    case 'mobility':
    case 'transitional':
      return { from: after(90, 380), state: 'let' }
    case 'other':
      return vacantFor(after(150, 420), 'assignable')
    case 'sale':
      if (!sells) return null
      return { from: Math.max(after(20, 60), since + Math.round(random.waiting(year * 5)) + 1), state: 'sold' }
    case 'enhancement':
      return { from: since + 30 + Math.round(random.waiting(year * 6)), state: 'let' }
    case 'litigation':
      return vacantFor(after(400, 1200), 'assignable')
    default:
      return null
  }
}

/** The first lot of its UOG, among those funded while it waits, that takes it in. */
function funded(step: Step, since: number, { random, lots }: Teller): Step | null {
  const lot = lots.find((candidate) => candidate.fundedOn > since + 5 && random.chance(candidate.uptake))
  return lot ? { from: lot.fundedOn, state: 'vacant', reason: 'fundedWorks', stage: 'tender', lot } : null
}

function afterSite(step: Step, after: After, { random }: Teller): Step | null {
  const { lot, stage } = step
  if (stage === 'testing') return { from: after(8, 35), state: 'vacant', reason: 'restored', stage: 'notice', lot }
  if (!lot) return null
  const half = Math.round((lot.siteOn + lot.end) / 2)
  const day = Math.max(random.between(half, lot.end), step.from + 1)
  const stopped = lot.suspension && day >= lot.suspension.from && day < lot.suspension.to
  return { ...step, from: stopped && lot.suspension ? lot.suspension.to + random.between(3, 20) : day, stage: 'testing' }
}

const exposed: Reason[] = ['returned', 'unfundedRepair', 'unfit', 'fundedWorks', 'assignable', 'restored', 'sale', 'demolition']

/** An empty dwelling that waits may be broken into before its next step. */
function squattedBefore(step: Step, since: number, next: Step | null, { random, squatting, period }: Teller): Step | null {
  if (!step.reason || !exposed.includes(step.reason) || squatting === 0) return null
  const decline = 1.5 - (since - period.start) / (period.today - period.start)
  const day = since + 1 + Math.round(random.waiting(year / (0.036 * squatting * decline)))
  return day < (next?.from ?? Infinity) ? { from: day, state: 'squatted' } : null
}
