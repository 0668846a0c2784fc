import type { units } from '../../db/entities/estate/units.ts'
import { unitStateSpans } from '../../db/entities/status/unitStates.ts'
import { vacancies, type vacancyOutcomes } from '../../db/entities/status/vacancies.ts'
import { vacancyStages } from '../../db/entities/status/vacancyStages.ts'
import { dateOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import { versionsOf, type Patch } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import { record, type Recording } from './recordings.ts'
import type { Reason, Step } from './story.ts'

export interface StoryOfUnit {
  unitId: string
  /** What every record of the unit keeps of it. */
  kept: Pick<Row<typeof units>, 'buildingId' | 'use'>
  steps: Step[]
  by: string
  source: string
}

/** Steps `[first, next)` that are one thing; `next` is null while it lasts. */
export interface Segment {
  first: number
  next: number | null
}

const demo = { isDemo: true }

/** Writes the states of a unit, its vacancies and their stages, each with the versions it went through. */
export function writeStory(story: StoryOfUnit, period: Period, random: Random, writer: Writer): Recording[][] {
  const { steps } = story
  const recordings = record(
    steps.map((step, index) => ({
      day: step.from,
      previousDay: steps[index - 1]?.from ?? -Infinity,
      nextDay: steps[index + 1]?.from ?? Infinity,
      hasReason: step.reason === 'unfundedRepair',
    })),
    period,
    random,
  )
  const told = { ...story, recordings, writer }
  for (const segment of segments(steps, (step) => `${step.state} ${step.reason}`)) writeState(told, segment)
  for (const segment of vacanciesOf(steps)) writeVacancy(told, segment)
  return recordings
}

interface Told extends StoryOfUnit {
  recordings: Recording[][]
  writer: Writer
}

export function segments(steps: Step[], keyOf: (step: Step) => string, from = 0, to = steps.length): Segment[] {
  const found: Segment[] = []
  for (let index = from; index < to; index += 1) {
    const step = steps[index]
    const previous = index > from ? steps[index - 1] : undefined
    if (!step || (previous && keyOf(previous) === keyOf(step))) continue
    const last = found.at(-1)
    if (last) last.next = index
    found.push({ first: index, next: to < steps.length ? to : null })
  }
  return found
}

export const vacanciesOf = (steps: Step[]) =>
  segments(steps, ({ state }) => (state === 'vacant' ? 'vacant' : 'not')).filter(({ first }) => steps[first]?.state === 'vacant')

/** What the recordings of a step put into a column, the first writing apart. */
function written<V>(recordings: Recording[] | undefined, valuesOf: (recording: Recording) => Partial<V>): Patch<V>[] {
  return (recordings ?? []).map((recording) => ({
    at: recording.at,
    values: valuesOf(recording),
    reason:
      recording.correction &&
      (recording.correction === 'day' ? 'Correzione della data' : 'Correzione del motivo dopo il sopralluogo'),
  }))
}

const mistaken: Reason = 'assignable'

function writeState({ unitId, kept, steps, by, source, recordings, writer }: Told, { first, next }: Segment) {
  const step = steps[first]
  const opening = recordings[first]
  if (!step || !opening?.[0]) return
  const wrong = opening.some(({ correction }) => correction === 'reason')
  const row: Row<typeof unitStateSpans> = {
    id: idOf(`state ${unitId} ${first}`),
    unitId,
    ...kept,
    state: step.state,
    vacancyReason: step.reason && wrong ? mistaken : (step.reason ?? null),
    validFrom: dateOf(opening[0].day),
    validTo: 'infinity',
    note: step.note ?? null,
    source,
    ...demo,
  }
  const corrected = written<typeof row>(opening.slice(1), ({ day }) => ({
    validFrom: dateOf(day),
    vacancyReason: step.reason ?? null,
  }))
  const closed = written<typeof row>(next === null ? [] : recordings[next], ({ day }) => ({ validTo: dateOf(day) }))
  const { current, earlier } = versionsOf(row, opening[0].at, [...corrected, ...closed], by)
  writer.add(unitStateSpans, current)
  writer.retract(unitStateSpans, ...earlier)
}

const outcomes: Partial<Record<Step['state'], keyof typeof vacancyOutcomes>> = {
  squatted: 'squatted',
  sold: 'sold',
  demolished: 'demolished',
}

const isWorks = ({ reason }: Step) => reason === 'fundedWorks' || reason === 'underRenovation'

function writeVacancy(told: Told, segment: Segment) {
  const { unitId, kept, steps, by, source, recordings, writer } = told
  const { first, next } = segment
  const step = steps[first]
  const opening = recordings[first]
  if (!step || !opening?.[0]) return
  const row: Row<typeof vacancies> = {
    id: idOf(`vacancy ${unitId} ${first}`),
    unitId,
    ...kept,
    startedOn: dateOf(opening[0].day),
    releaseReason: step.release ?? 'notice',
    endedOn: 'infinity',
    outcome: null,
    withWorks: isWorks(step),
    source,
    ...demo,
  }
  const end = next === null ? undefined : steps[next]
  const works = steps.findIndex((candidate, index) => index > first && index < (next ?? steps.length) && isWorks(candidate))
  const patches = [
    ...written<typeof row>(opening.slice(1), ({ day }) => ({ startedOn: dateOf(day) })),
    ...(works > 0 ? written<typeof row>(recordings[works]?.slice(0, 1), () => ({ withWorks: true })) : []),
    ...written<typeof row>(end && next !== null ? recordings[next] : [], ({ day }) => ({
      endedOn: dateOf(day),
      outcome: (end && outcomes[end.state]) ?? 'let',
    })),
  ]
  const { current, earlier } = versionsOf(row, opening[0].at, patches, by)
  writer.add(vacancies, current)
  writer.retract(vacancies, ...earlier)
  for (const stage of segments(steps, (candidate) => `${candidate.stage}`, first, next ?? steps.length)) {
    writeStage(told, String(row.id), stage)
  }
}

function writeStage({ kept, steps, by, source, recordings, writer }: Told, vacancyId: string, { first, next }: Segment) {
  const step = steps[first]
  const opening = recordings[first]
  if (!step?.stage || !opening?.[0]) return
  const row: Row<typeof vacancyStages> = {
    id: idOf(`stage ${vacancyId} ${first}`),
    vacancyId,
    ...kept,
    stage: step.stage,
    validFrom: dateOf(opening[0].day),
    validTo: 'infinity',
    source,
    ...demo,
  }
  const corrected = written<typeof row>(
    opening.slice(1).filter(({ correction }) => correction === 'day'),
    ({ day }) => ({ validFrom: dateOf(day) }),
  )
  const closed = written<typeof row>(
    next === null ? [] : recordings[next]?.filter(({ correction }) => correction !== 'reason'),
    ({ day }) => ({
      validTo: dateOf(day),
    }),
  )
  const { current, earlier } = versionsOf(row, opening[0].at, [...corrected, ...closed], by)
  writer.add(vacancyStages, current)
  writer.retract(vacancyStages, ...earlier)
}
