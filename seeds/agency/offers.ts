import type { allocationChannels } from '../../db/entities/allocation/allocations.ts'
import type { offerConditions, reservations } from '../../db/enumerations/noticeStates.ts'
import { dayOf } from '../days.ts'
import { altoMilaneseOpening } from '../facts/notices.ts'
import { stream } from '../random.ts'
import type { Building } from './buildings.ts'
import { ambitoOf, openingBefore } from './openings.ts'
import type { Step } from './story.ts'

/** A dwelling proposed, as its story has it. */
export interface Proposal {
  channel: keyof typeof allocationChannels
  proposedOn: number
  answeredOn: number | null
  /** Why it came to nothing, if it did. */
  failed: 'refused' | 'withdrawn' | null
  contractFrom: number | null
}

/** A dwelling that stood in a notice, or was let by another way, and what came of it. */
export interface Offer {
  unitId: string
  ambito: string
  /** The opening of its notice; null when it was in none. */
  opening: number | null
  condition: keyof typeof offerConditions
  reservation: keyof typeof reservations | null
  proposals: Proposal[]
  /** The day it left its notice, let or not; null while it is in it. */
  leftOn: number | null
}

/** What the steps of a dwelling say of notices and proposals. */
export function offersOf(unitId: string, { estate, fate }: Building, steps: Step[]): Offer[] {
  const ambito = ambitoOf(estate.comuneId, estate.uogId)
  return steps.flatMap((step, index): Offer[] => {
    const after = steps.slice(index + 1)
    const offer = { unitId, ambito, condition: 'immediate', reservation: null, leftOn: null } as const
    if (step.reason === 'inNotice') {
      const opening = fate === 'carloPorta' ? dayOf(altoMilaneseOpening) : openingBefore(step.from, ambito)
      const condition = steps[index - 1]?.reason === 'asIs' ? ('asIs' as const) : ('immediate' as const)
      const leftOn = after.find(({ reason }) => reason !== 'inAllocation')?.from ?? null
      return [{ ...offer, opening, condition, reservation: reservationOf(unitId), proposals: byNotice(unitId, after), leftOn }]
    }
    if (step.reason !== 'mobility' && step.reason !== 'transitional') return []
    const channel = step.reason === 'mobility' ? 'mobility' : 'sat'
    return [{ ...offer, opening: null, proposals: byOtherWay(channel, unitId, step, after) }]
  })
}

function reservationOf(unitId: string): Offer['reservation'] {
  const drawn = stream(`reservation ${unitId}`).weighted({ indigent: 21, police: 4, disability: 3, socialCategory: 2, none: 70 })
  return drawn === 'none' ? null : drawn
}

/** In allocation from a proposal on; some are refused first, and proposed again on the day of the refusal. */
function byNotice(unitId: string, [first, ...rest]: Step[]): Proposal[] {
  if (first?.reason !== 'inAllocation') return []
  const random = stream(`proposal ${unitId} ${first.from}`)
  const accepted = rest[0]?.stage === 'contract' ? rest[0].from : null
  const contract = rest.find(({ state }) => state !== 'vacant')
  const contractFrom = contract?.state === 'let' ? contract.from : null
  const answeredOn = accepted ?? (contractFrom === null ? null : Math.max(first.from, contractFrom - random.between(4, 12)))
  const last = { channel: 'notice', failed: null, answeredOn, contractFrom } as const
  const refusedOn = first.from + random.between(3, 12)
  if (answeredOn === null || !random.chance(0.22) || refusedOn >= answeredOn) return [{ ...last, proposedOn: first.from }]
  const failed = random.chance(0.12) ? 'withdrawn' : 'refused'
  const refused = { ...last, proposedOn: first.from, answeredOn: refusedOn, failed, contractFrom: null } as const
  return [refused, { ...last, proposedOn: refusedOn }]
}

function byOtherWay(channel: 'mobility' | 'sat', unitId: string, step: Step, [next]: Step[]): Proposal[] {
  if (next?.state !== 'let') return []
  const random = stream(`${channel} ${unitId}`)
  const proposedOn = Math.max(step.from, next.from - random.between(18, 60))
  const answeredOn = Math.max(proposedOn, next.from - random.between(2, 15))
  return [{ channel, proposedOn, answeredOn, failed: null, contractFrom: next.from }]
}
