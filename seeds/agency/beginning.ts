import type { Random } from '../random.ts'
import type { Lot } from './lots.ts'
import { freed, releases, vacantFor, type Reason, type Release, type Step, type Teller, type UnitState } from './story.ts'

interface Beginning extends Teller {
  /** Shares of the dwellings that begin the history vacant and squatted. */
  vacantShare: number
  squattedShare: number
  /** Lettings and vacancies told before the one that the history begins in. */
  formerLettings: number
  yearBuilt: number
}

const year = 365

/** The published split of 2023, with the published classes divided as the agency works with them. */
const reasonsAtStart: Partial<Record<Reason, number>> = {
  returned: 11.5,
  unfundedRepair: 48,
  unfit: 1.5,
  fundedWorks: 7.5,
  underRenovation: 5.5,
  restored: 6,
  assignable: 5.5,
  asIs: 1.2,
  inNotice: 3.5,
  inAllocation: 2,
  sale: 2.4,
  enhancement: 2,
  demolition: 1,
  outOfErp: 1,
  litigation: 0.7,
  mobility: 1,
  transitional: 1,
  other: 0.7,
}

/** The steps that a dwelling has behind it when the history begins, oldest first. */
export function begin(beginning: Beginning): Step[] {
  const { random, vacantShare, squattedShare } = beginning
  const state: UnitState = random.weighted({
    vacant: vacantShare,
    squatted: squattedShare,
    untitled: 0.012,
    let: 1 - vacantShare - squattedShare - 0.012,
  })
  const own = state === 'vacant' ? beginVacant(beginning) : [since(beginning, state)]
  return [...before(own[0]?.from ?? 0, state, beginning), ...own]
}

function since({ random, period }: Beginning, state: UnitState): Step {
  const years = state === 'let' ? Math.min(random.waiting(11), 34) : Math.min(random.waiting(3.5), 14)
  return { from: period.start - 1 - Math.round(years * year), state }
}

/** Keys returned, inspected, and so on down to the step it is in on the first day. */
function beginVacant({ random, period, lots }: Beginning): Step[] {
  const drawn = random.weighted(reasonsAtStart)
  const lot = drawn === 'fundedWorks' || drawn === 'underRenovation' ? lotUnderWay(drawn, lots, period.start, random) : null
  const reason = (drawn === 'fundedWorks' || drawn === 'underRenovation') && !lot ? 'unfundedRepair' : drawn
  const back: Step[] = []
  let day = period.start
  const add = (days: number, step: Omit<Step, 'from'>) => back.push({ ...step, from: (day -= Math.max(1, days)) })
  const works = reason === 'restored' || lot !== null
  if (lot && reason === 'underRenovation') {
    add(period.start - lot.siteOn, { state: 'vacant', reason, stage: 'site', lot })
    add(lot.siteOn - lot.fundedOn, { state: 'vacant', reason: 'fundedWorks', stage: 'tender', lot })
  } else if (lot) {
    add(period.start - lot.fundedOn, { state: 'vacant', reason, stage: 'tender', lot })
  } else if (reason === 'inAllocation' || reason === 'inNotice') {
    if (reason === 'inAllocation') add(random.between(1, 30), { state: 'vacant', reason, stage: 'allocation' })
    add(random.between(1, 80), { state: 'vacant', reason: 'inNotice', stage: 'notice' })
    add(random.between(30, 150), vacantFor(0, 'assignable'))
  } else if (reason !== 'returned') {
    add(elapsed(reason, random), vacantFor(0, reason))
  }
  if (reason === 'restored') {
    add(random.between(120, 260), { state: 'vacant', reason: 'underRenovation', stage: 'site' })
    add(random.between(90, 200), { state: 'vacant', reason: 'fundedWorks', stage: 'tender' })
  }
  if (works) add(random.between(150, 1200), { state: 'vacant', reason: 'unfundedRepair', stage: 'funding' })
  if (reason !== 'returned' || random.chance(0.8))
    add(random.between(40, 170), { state: 'vacant', reason: 'returned', stage: 'inspection' })
  add(random.between(8, 40), { state: 'vacant', reason: 'returned', stage: 'returned' })
  const [first, ...rest] = back.toReversed()
  return first ? [{ ...first, release: releaseBefore(random) }, ...rest] : []
}

function elapsed(reason: Reason, random: Random): number {
  switch (reason) {
    case 'unfundedRepair':
    case 'unfit':
    case 'sale':
    case 'enhancement':
    case 'demolition':
    case 'outOfErp':
    case 'litigation':
      return Math.round(Math.min(random.waiting(850), 5200)) + 1
    default:
      return random.between(1, 170)
  }
}

function lotUnderWay(reason: 'fundedWorks' | 'underRenovation', lots: Lot[], start: number, random: Random): Lot | null {
  const fitting = lots.filter(({ fundedOn, siteOn, end }) =>
    reason === 'fundedWorks' ? fundedOn < start - 5 && siteOn > start : siteOn < start - 5 && end > start + 20,
  )
  return fitting.length ? random.pick(fitting) : null
}

const releaseBefore = (random: Random): Release => (random.chance(0.12) ? 'clearance' : random.weighted(releases))

/** Who was in before: a tenant, and in the full profile those before them, with the vacancies between. */
function before(first: number, state: UnitState, { random, formerLettings, yearBuilt }: Beginning): Step[] {
  const steps: Step[] = []
  const oldest = (yearBuilt - 1970) * year + 400
  let day = first
  if (state !== 'let') {
    day -= random.between(2 * year, 15 * year)
    steps.unshift({ from: day, state: 'let' })
  }
  for (let round = 0; round < formerLettings; round += 1) {
    const empty = random.between(60, 900)
    const ready = random.between(20, 150)
    const stay = random.between(2 * year, 9 * year)
    if (day - empty - ready - stay < oldest) break
    steps.unshift(
      { from: day - empty - ready - stay, state: 'let' },
      freed(day - empty - ready, random.weighted(releases)),
      vacantFor(day - ready, 'assignable'),
    )
    day -= empty + ready + stay
  }
  return steps
}
