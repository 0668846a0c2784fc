import { evictions, type evictionKinds, type evictionOutcomes, type shelters } from '../../db/entities/occupations/evictions.ts'
import type { occupationOutcomes } from '../../db/enumerations/occupationStates.ts'
import { dateOf, instantOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Random } from '../random.ts'
import { writtenOn } from '../recorded.ts'
import { versionsOf, type Patch } from '../versions.ts'
import type { Row } from '../writer.ts'
import type { Occupied } from './occupations.ts'

interface Stay {
  occupationId: string
  from: number
  end: number | null
  outcome: keyof typeof occupationOutcomes | null
}

interface Eviction {
  id: string
  occupationId: string
  kind: keyof typeof evictionKinds
  decidedOn?: number
  plannedOn?: number
  executedOn?: number
  outcome: keyof typeof evictionOutcomes | null
}

/** The evictions planned for a squatted dwelling at the weekly table: those that came to nothing, and the last one. */
export function writePlannedEvictions(occupied: Occupied, { occupationId, from, end, outcome }: Stay) {
  const { period, random } = occupied
  const until = end ?? period.today
  const earliest = Math.max(from + 10, period.start)
  if (from >= period.start && random.chance(0.3)) {
    writeEviction(occupied, {
      id: `${occupationId} at once`,
      occupationId,
      kind: 'inFlagrante',
      executedOn: from - 1,
      outcome: 'failed',
    })
  }
  if (outcome === 'recoveredByEviction' && end !== null && end >= period.start) {
    writeLast(occupied, occupationId, Math.max(from, end - random.between(14, 70)), end)
  }
  if (until - earliest > 90 && random.chance(end === null ? 0.16 : 0.14)) {
    const plannedOn = random.between(earliest + 40, until - 20)
    writeVain(occupied, occupationId, plannedOn - random.between(14, 38), plannedOn)
  }
  if (end === null && until - earliest > 60 && random.chance(0.06)) {
    const decidedOn = period.today - random.between(2, 30)
    writeEviction(occupied, {
      id: `${occupationId} to come`,
      occupationId,
      kind: 'planned',
      decidedOn,
      plannedOn: period.today + random.between(3, 50),
      outcome: null,
    })
  }
}

function writeLast(occupied: Occupied, occupationId: string, decidedOn: number, end: number) {
  writeEviction(occupied, {
    id: `${occupationId} done`,
    occupationId,
    kind: 'planned',
    decidedOn,
    plannedOn: end,
    executedOn: end,
    outcome: 'succeeded',
  })
}

function writeVain(occupied: Occupied, occupationId: string, decidedOn: number, plannedOn: number) {
  const outcome = occupied.random.weighted({ failed: 12, postponed: 55, cancelled: 33 })
  writeEviction(occupied, {
    id: `${occupationId} in vain`,
    occupationId,
    kind: 'planned',
    decidedOn,
    plannedOn,
    executedOn: outcome === 'failed' ? plannedOn : undefined,
    outcome,
  })
}

/** Writes an eviction: decided first, then, when it has been, with how it went. */
export function writeEviction({ period, random, by, source, writer }: Occupied, eviction: Eviction) {
  const { id, occupationId, kind, decidedOn, plannedOn, executedOn, outcome } = eviction
  const happened = executedOn ?? plannedOn ?? 0
  const done = {
    executedOn: executedOn === undefined ? null : dateOf(executedOn),
    outcome,
    publicForce: outcome === 'succeeded' || outcome === 'failed' ? random.chance(0.7) : false,
    ...protection(outcome, random),
  }
  const first: Row<typeof evictions> = {
    id: idOf(`eviction ${id}`),
    occupationId,
    kind,
    decidedOn: decidedOn === undefined ? null : dateOf(decidedOn),
    plannedOn: plannedOn === undefined ? null : dateOf(plannedOn),
    executedOn: null,
    outcome: null,
    publicForce: false,
    socialServices: false,
    minorsPresent: null,
    fragility: null,
    shelter: null,
    source,
    isDemo: true,
  }
  if (decidedOn === undefined) return writer.add(evictions, { ...first, ...done, ...writtenOn(happened, period, random, by) })
  const at = Math.max(instantOf(decidedOn, 15), period.loaded)
  const later: Patch<typeof first>[] =
    outcome === null || happened >= period.today
      ? []
      : [{ at: Math.min(Math.max(instantOf(happened, 16, random.between(0, 59)), at + 60_000), period.last), values: done }]
  const { current, earlier } = versionsOf(first, at, later, by)
  writer.add(evictions, current)
  writer.retract(evictions, ...earlier)
}

type Shelter = keyof typeof shelters

/** What was due to households with minors or fragile members; nobody is named. */
function protection(outcome: Eviction['outcome'], random: Random) {
  if (outcome === null || outcome === 'cancelled') return {}
  const minorsPresent = random.chance(0.24)
  const fragility = random.chance(0.15)
  const shelter: Shelter =
    minorsPresent || fragility ? random.weighted({ accepted: 45, refused: 25, proposed: 15, unavailable: 15 }) : 'notDue'
  return { minorsPresent, fragility, socialServices: minorsPresent || fragility || random.chance(0.15), shelter }
}
