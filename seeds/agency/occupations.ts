import { occupations } from '../../db/entities/occupations/occupations.ts'
import type { occupationChannels, occupationOutcomes } from '../../db/enumerations/occupationStates.ts'
import { securings } from '../../db/entities/occupations/securings.ts'
import { afterAugust, dateOf } from '../days.ts'
import { forgotten } from '../flaws.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import { writtenOn } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import { writeEviction, writePlannedEvictions } from './evictions.ts'
import type { Recording } from './recordings.ts'
import { segments, type Segment, type StoryOfUnit } from './spans.ts'
import type { Step } from './story.ts'

type Outcome = keyof typeof occupationOutcomes
type Channel = keyof typeof occupationChannels

export interface Occupied extends StoryOfUnit {
  recordings: Recording[][]
  /** How much more than the average empty dwellings are broken into here. */
  squatting: number
  period: Period
  random: Random
  writer: Writer
}

const channels: Record<Channel, number> = { hotline: 34, report: 20, patrol: 12, police: 14, inspection: 10, alarm: 7, table: 3 }
const securingKinds = { sheetMetal: 50, securityDoor: 35, alarm: 12, guard: 3 }

/** The number under which it was reported to the police. */
const reportNumberOf = (id: string, day: number) =>
  forgotten(id, 25) ? null : `${dateOf(day).slice(0, 4)}/${String(Number.parseInt(id.slice(0, 4), 16)).padStart(5, '0')}`

const stays = ({ state }: Step) => (state === 'squatted' || state === 'untitled' ? state : 'none')

/** The occupations that the states of a dwelling tell of, and the attempts that changed no state. */
export function writeOccupations(occupied: Occupied) {
  for (const segment of segments(occupied.steps, stays)) writeStay(occupied, segment)
  for (const segment of segments(occupied.steps, ({ state }) => state)) writeAttempts(occupied, segment)
}

function writeStay(occupied: Occupied, { first, next }: Segment) {
  const { unitId, kept, steps, recordings, random, by, source, writer } = occupied
  const step = steps[first]
  const opening = recordings[first]
  if (!step || (step.state !== 'squatted' && step.state !== 'untitled') || !opening?.[0]) return
  const kind = step.state
  const detected = (day: number) => dateOf(kind === 'squatted' ? day - 1 : day)
  const row: Row<typeof occupations> & { id: string } = {
    id: idOf(`occupation ${unitId} ${first}`),
    unitId,
    ...kept,
    kind,
    detectedOn: detected(opening[0].day),
    channel: kind === 'untitled' ? 'inspection' : random.weighted(channels),
    attempted: false,
    consolidatedOn: dateOf(opening[0].day),
    closedOn: null,
    outcome: null,
    transmittedOn: null,
    reportNumber: reportNumberOf(idOf(`occupation ${unitId} ${first}`), opening[0].day),
    source,
    isDemo: true,
  }
  const end = next === null ? undefined : steps[next]
  const outcome = end && outcomeOf(end, kind, random)
  const days = ({ day }: Recording) => ({ detectedOn: detected(day), consolidatedOn: dateOf(day) })
  const closing = next === null ? [] : (recordings[next] ?? []).filter(({ correction }) => correction !== 'reason')
  const transmitted = step.from + random.between(8, 60)
  const sent = transmitted < (end?.from ?? occupied.period.today) && random.chance(0.85)
  const { current, earlier } = versionsOf(
    sent ? { ...row, transmittedOn: dateOf(transmitted) } : row,
    opening[0].at,
    [
      ...opening.slice(1).map((recording) => ({ at: recording.at, values: days(recording), reason: 'Correzione della data' })),
      ...closing.map((recording) => ({ at: recording.at, values: { closedOn: dateOf(recording.day), outcome } })),
    ],
    by,
  )
  writer.add(occupations, current)
  writer.retract(occupations, ...earlier)
  if (kind === 'squatted') {
    writePlannedEvictions(occupied, { occupationId: row.id, from: step.from, end: end?.from ?? null, outcome: outcome ?? null })
  }
  if (end?.state === 'vacant') secure(occupied, end.from, row.id)
}

function outcomeOf(end: Step, kind: 'squatted' | 'untitled', random: Random): Outcome {
  if (end.state !== 'vacant') return 'regularised'
  if (end.release === 'clearance' || (kind === 'untitled' && end.release === 'forfeiture')) return 'recoveredByEviction'
  return random.weighted({ voluntaryRelease: 55, mediation: 25, abandonment: 20 })
}

function secure({ unitId, period, random, by, source, writer }: Occupied, freedOn: number, occupationId: string | null) {
  const day = freedOn + (random.chance(0.7) ? 0 : random.between(1, 6))
  if (freedOn < period.start || day >= period.today || !random.chance(0.92)) return
  writer.add(securings, {
    id: idOf(`securing ${unitId} ${freedOn} ${occupationId}`),
    unitId,
    kind: random.weighted(securingKinds),
    securedOn: dateOf(day),
    occupationId,
    source,
    isDemo: true,
    ...writtenOn(day, period, random, by),
  })
}

/** Broken into, or tried, and over within a day: the dwelling stays empty. */
function writeAttempts(occupied: Occupied, { first, next }: Segment) {
  const { steps, period, random, squatting } = occupied
  const step = steps[first]
  if (step?.state !== 'vacant') return
  const from = Math.max(step.from + 2, period.start)
  const to = (next === null ? period.today : (steps[next]?.from ?? period.today)) - 3
  const mean = 365 / (0.115 * Math.max(squatting, 0.02))
  if (to > from && random.chance(0.05 * squatting)) secure(occupied, random.between(from, to), null)
  let previous = from - 2
  for (let day = from + random.waiting(mean); day < to; day += random.waiting(mean)) {
    const detected = Math.min(afterAugust(Math.round(day), random), to - 1)
    if (detected < previous + 2) continue
    writeAttempt(occupied, detected)
    previous = detected
  }
  if (next === null && to === period.today - 3 && random.chance(0.003 * squatting)) writeOpenAttempt(occupied)
}

const attempts: Partial<Record<Outcome, number>> = { foiled: 42, recoveredInFlagrante: 50, falseReport: 8 }

function writeAttempt(occupied: Occupied, detected: number) {
  const { unitId, kept, period, random, by, source, writer } = occupied
  const outcome = random.weighted(attempts)
  const closed = detected + (outcome === 'recoveredInFlagrante' && random.chance(0.4) ? 1 : 0)
  const id = idOf(`attempt ${unitId} ${detected}`)
  writer.add(occupations, {
    id,
    unitId,
    ...kept,
    kind: 'squatted',
    detectedOn: dateOf(detected),
    channel: random.weighted(channels),
    attempted: outcome === 'foiled',
    closedOn: dateOf(closed),
    outcome,
    source,
    isDemo: true,
    ...writtenOn(closed, period, random, by),
  })
  if (outcome !== 'recoveredInFlagrante') return
  writeEviction(occupied, {
    id: `${id} eviction`,
    occupationId: id,
    kind: 'inFlagrante',
    executedOn: closed,
    outcome: 'succeeded',
  })
  secure(occupied, closed, id)
}

function writeOpenAttempt({ unitId, kept, period, random, by, source, writer }: Occupied) {
  writer.add(occupations, {
    id: idOf(`open attempt ${unitId}`),
    unitId,
    ...kept,
    kind: 'squatted',
    detectedOn: dateOf(period.today - 1),
    channel: random.weighted(channels),
    attempted: true,
    source,
    isDemo: true,
    ...writtenOn(period.today - 1, period, random, by),
  })
}
