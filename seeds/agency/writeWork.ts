import { awards } from '../../db/entities/works/awards.ts'
import { progressCertificates } from '../../db/entities/works/progressCertificates.ts'
import { workEvents, type workEventKinds } from '../../db/entities/works/workEvents.ts'
import { works } from '../../db/entities/works/works.ts'
import { workStages } from '../../db/entities/works/workStages.ts'
import type { workStates } from '../../db/enumerations/workStates.ts'
import { dateOf, instantOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import { writtenOn } from '../recorded.ts'
import { versionsOf, type Patch } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import { cigOf, companies } from './companies.ts'

type State = keyof typeof workStates

/** The course of a work, day by day, as far as it goes; what lies on `today` or later is only planned. */
export interface Course {
  stages: { state: State; from: number; note?: string }[]
  events: {
    kind: keyof typeof workEventKinds
    on: number
    cause?: string
    amountChange?: number
    newEnd?: number
    document?: string
  }[]
  start: number
  end: number
  suspension: { from: number; to: number } | null
}

export interface PlannedWork {
  row: Omit<Row<typeof works>, 'baselineStart' | 'baselineEnd' | 'initialAmount'> & { id: string }
  baseline: { start: number; end: number }
  amount: number
  course: Course
  by: string
}

export interface Site {
  period: Period
  random: Random
  writer: Writer
}

const source = 'agenzia dimostrativa'
const demo = { source, isDemo: true }

export const euros = (amount: number) => amount.toFixed(2)

/** Writes a work with everything that had happened to it by yesterday. */
export function writeWork(work: PlannedWork, site: Site) {
  const { period } = site
  const course = {
    ...work.course,
    stages: work.course.stages.filter(({ from }) => from < period.today),
    events: work.course.events.filter(({ on }) => on < period.today),
  }
  if (course.stages.length === 0) return
  const stages = writeStages(work, course, site)
  writeRow(work, stages, site)
  for (const [index, { kind, on, cause, amountChange, newEnd, document }] of course.events.entries()) {
    site.writer.add(workEvents, {
      id: idOf(`event ${work.row.id} ${index}`),
      workId: work.row.id,
      kind,
      occurredOn: dateOf(on),
      cause: cause ?? null,
      amountChange: amountChange === undefined ? null : euros(amountChange),
      newEnd: newEnd === undefined ? null : dateOf(newEnd),
      document: document ?? null,
      ...demo,
      ...writtenOn(on, period, site.random, work.by),
    })
  }
  writeAwards(work, course, site)
  writeCertificates(work, course, site)
}

function writeStages({ row, by }: PlannedWork, { stages }: Course, { period, random, writer }: Site): number[] {
  let previous = period.loaded
  const instants = stages.map(({ from }) => {
    const at =
      from < period.start
        ? period.loaded
        : instantOf(from + (random.chance(0.7) ? 0 : random.between(1, 5)), random.between(8, 16))
    previous = Math.min(Math.max(at, previous), period.last)
    return previous
  })
  for (const [index, { state, from, note }] of stages.entries()) {
    const next = stages[index + 1]
    const stage: Row<typeof workStages> = {
      id: idOf(`work stage ${row.id} ${index}`),
      workId: row.id,
      state,
      validFrom: dateOf(from),
      validTo: 'infinity',
      note: note ?? null,
      ...demo,
    }
    const closing = next ? [{ at: instants[index + 1] ?? 0, values: { validTo: dateOf(next.from) } }] : []
    const { current, earlier } = versionsOf(stage, instants[index] ?? 0, closing, by)
    writer.add(workStages, current)
    writer.retract(workStages, ...earlier)
  }
  return instants
}

function writeRow({ row, baseline, amount, course, by }: PlannedWork, instants: number[], { period, writer }: Site) {
  const first: Row<typeof works> = {
    ...row,
    actualStart: null,
    actualEnd: null,
    baselineStart: dateOf(baseline.start),
    baselineEnd: dateOf(baseline.end),
    initialAmount: euros(amount),
    ...demo,
  }
  const created = instants[0] ?? period.loaded
  const patches: Patch<typeof first>[] = []
  const reached = (state: State) => course.stages.findIndex((stage) => stage.state === state && stage.from < period.today)
  const begun = reached('underway')
  const done = reached('completed')
  if (begun >= 0) patches.push({ at: instants[begun] ?? created, values: { actualStart: dateOf(course.start) } })
  if (done >= 0) patches.push({ at: instants[done] ?? created, values: { actualEnd: dateOf(course.end) } })
  const { current, earlier } = versionsOf(first, created, patches, by)
  writer.add(works, current)
  writer.retract(works, ...earlier)
}

function writeAwards({ row, amount, by }: PlannedWork, { stages, start }: Course, { period, random, writer }: Site) {
  const tenders = stages.filter(({ state }) => state === 'tendering')
  for (const [index, tender] of tenders.entries()) {
    const site = stages.find(({ state, from }) => state === 'underway' && from > tender.from)
    const awardedOn = (site?.from ?? start + 1) - random.between(25, 40)
    if (!site || awardedOn >= period.today) continue
    writer.add(awards, {
      id: idOf(`award ${row.id} ${index}`),
      workId: row.id,
      cig: cigOf(random),
      company: random.pick(companies),
      amount: euros(amount * (0.78 + random.fraction() * 0.14)),
      awardedOn: dateOf(awardedOn),
      contractedOn: dateOf(awardedOn + random.between(5, 20)),
      durationDays: random.between(12, 40) * 15,
      ...demo,
      ...writtenOn(awardedOn, period, random, by),
    })
  }
}

/** A certificate about every two months of open site; what is paid may lag behind what is done. */
function writeCertificates({ row, amount, by }: PlannedWork, course: Course, { period, random, writer }: Site) {
  const { start, end, suspension } = course
  if (!course.stages.some(({ state }) => state === 'underway')) return
  const lag = random.chance(0.2) ? 0.6 : 1
  let paid = 0
  let number = 0
  for (let day = start + random.between(30, 60); ; day += random.between(45, 75)) {
    const on = Math.min(day, end)
    if (on >= period.today || (suspension && on >= suspension.from && on < suspension.to)) {
      if (on >= period.today || on === end) return
      continue
    }
    number += 1
    const progress = physicalProgress((on - start) / Math.max(end - start, 1))
    const due = Math.round(amount * progress * (on === end ? 0.97 : 0.92 * lag) * 100) / 100
    writer.add(progressCertificates, {
      id: idOf(`certificate ${row.id} ${number}`),
      workId: row.id,
      number,
      certifiedOn: dateOf(on),
      amount: euros(Math.max(due - paid, 0)),
      physicalProgress: Number(progress.toFixed(4)),
      restoredDwellings: null,
      ...demo,
      ...writtenOn(on, period, random, by),
    })
    paid = Math.max(due, paid)
    if (on === end) return
  }
}

/** Slow at first and at the end. */
const physicalProgress = (elapsed: number) => Math.min(1, elapsed * elapsed * (3 - 2 * elapsed))
