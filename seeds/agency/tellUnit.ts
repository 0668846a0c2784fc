import { afterAugust, dayOf } from '../days.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import { carloPortaRestoredOn } from './carloPorta.ts'
import { begin } from './beginning.ts'
import type { Building } from './buildings.ts'
import type { LotsOfUog } from './lots.ts'
import { ambitoOf } from './openings.ts'
import { freed, releases, tell, vacantFor, type Step, type Teller } from './story.ts'

const year = 365
const sesto = '015209'

/** Days of history after which the building that is new was handed over. */
const builtAfter = 420
const vacantShare = 0.118
const squattedShare = 0.058
/** Tenants before the last one, told in the full profile alone: it is there to weigh what long histories cost. */
const formerLettings = { sample: 0, demo: 0, full: 1.22 }

/** The story of a dwelling, from before the first day to yesterday. */
export function tellDwelling(building: Building, trouble: number, period: Period, lots: LotsOfUog, random: Random): Step[] {
  const { estate } = building
  const teller: Teller = {
    random,
    period,
    lots: lots[estate.uogId],
    squatting: estate.squatting * trouble,
    vacancy: Math.min(estate.vacancy * trouble, 2.5),
    ambito: ambitoOf(estate.comuneId, estate.uogId),
    sells: estate.comuneId !== sesto,
  }
  if (building.fate) return fated(building, teller)
  if (estate.vacancy === 0) return [{ from: period.start - random.between(2, 20) * year, state: 'let' }]
  const former = formerLettings[period.profile]
  const first = begin({
    ...teller,
    vacantShare: Math.min(vacantShare * estate.vacancy * trouble, 0.6),
    squattedShare: Math.min(squattedShare * estate.squatting * trouble, 0.35),
    formerLettings: Math.floor(former) + (random.chance(former % 1) ? 1 : 0),
    yearBuilt: building.yearBuilt,
  })
  return tell(first, teller)
}

function fated({ fate }: Building, teller: Teller): Step[] {
  const { random, period } = teller
  const emptied = period.start - random.between(2 * year, 4 * year)
  const let_ = (from: number): Step => ({ from, state: 'let' })
  const decided = emptied + random.between(60, 200)
  switch (fate) {
    case 'demolished':
    case 'toBeDemolished': {
      const steps = [let_(emptied - 9 * year), freed(emptied, 'mobility'), vacantFor(decided, 'demolition')]
      return fate === 'demolished' ? [...steps, { from: period.start + 540, state: 'demolished' }] : steps
    }
    case 'newBuild':
      return tell([{ ...vacantFor(period.start + builtAfter, 'assignable'), release: 'newBuild' }], teller)
    case 'subdivided': {
      if (random.chance(0.85)) return tell([let_(period.start - random.between(1, 20) * year)], teller)
      return tell([{ ...vacantFor(period.start + random.between(200, 400), 'assignable'), release: 'worksCompleted' }], teller)
    }
    default:
      return ofCarloPorta(teller)
  }
}

/** Emptied for the renovation, finished for the notice of the end of 2022, let little by little. */
function ofCarloPorta({ random, period }: Teller): Step[] {
  const emptied = dayOf('2014-03-01') + random.between(0, 700)
  const restored = dayOf(carloPortaRestoredOn)
  const steps: Step[] = [
    { from: emptied - random.between(3 * year, 12 * year), state: 'let' },
    freed(emptied, random.weighted(releases)),
    { from: dayOf('2017-10-17'), state: 'vacant', reason: 'fundedWorks', stage: 'tender' },
    { from: dayOf('2019-06-01'), state: 'vacant', reason: 'underRenovation', stage: 'site' },
    { from: restored, state: 'vacant', reason: 'restored', stage: 'notice' },
  ]
  if (random.chance(0.75)) {
    const offered = restored + random.between(20, 50)
    const proposed = offered + random.between(90, 1100)
    steps.push({ from: offered, state: 'vacant', reason: 'inNotice', stage: 'notice' })
    steps.push({ from: proposed, state: 'vacant', reason: 'inAllocation', stage: 'allocation' })
    steps.push({ from: proposed + random.between(20, 60), state: 'let' })
  }
  return steps.filter(({ from }) => from < period.today)
}

/** Garages, shops and the rest are let or empty, without works. */
export function tellOther({ fate }: Building, period: Period, random: Random): Step[] {
  if (fate === 'newBuild') return [{ from: period.start + builtAfter, state: 'let' }]
  const from = period.start - random.between(1, 15) * year
  const steps: Step[] = [{ from, state: random.chance(0.18) ? 'vacant' : 'let' }]
  if (steps[0]?.state === 'vacant') steps[0] = { ...vacantFor(from, 'assignable'), release: 'notice' }
  const changed = afterAugust(period.start + random.between(1, 9 * year), random)
  if (changed >= period.today) return steps
  if (steps[0]?.state === 'vacant') return [...steps, { from: changed, state: 'let' }]
  return [...steps, { ...vacantFor(changed, 'assignable'), release: 'notice' }]
}
