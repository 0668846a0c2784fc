import {
  type reportKinds,
  type reportOutcomes,
  type reportPriorities,
  serviceLevels,
} from '../../db/enumerations/reportLevels.ts'
import { reports } from '../../db/entities/reports/reports.ts'
import { comuneOf } from '../facts/comuni.ts'
import { channelIdOf } from '../facts/reportChannels.ts'
import { dateOf, instantOf, isoOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { type Random, stream } from '../random.ts'
import { type Patch, versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import type { Building } from './buildings.ts'
import { unitIdOf } from './units.ts'

type Kind = keyof typeof reportKinds
type Priority = keyof typeof reportPriorities

const year = 365
/** Reports a year for each dwelling where the lines are known as they are on average. */
const yearly = 0.17

const winter: Record<Kind, number> = {
  water: 20,
  heating: 26,
  electricity: 9,
  lift: 13,
  structure: 8,
  commonAreas: 10,
  squatting: 5,
  conduct: 6,
  other: 3,
}
const summer: Record<Kind, number> = { ...winter, heating: 2, water: 26 }

const priorities: Record<Kind, Partial<Record<Priority, number>>> = {
  water: { emergency: 25, urgent: 40, ordinary: 35 },
  heating: { emergency: 15, urgent: 65, ordinary: 20 },
  electricity: { emergency: 30, urgent: 40, ordinary: 30 },
  lift: { emergency: 20, urgent: 60, ordinary: 20 },
  structure: { emergency: 12, urgent: 28, ordinary: 40, deferrable: 20 },
  commonAreas: { ordinary: 55, deferrable: 45 },
  squatting: { emergency: 70, urgent: 30 },
  conduct: { ordinary: 60, deferrable: 40 },
  other: { ordinary: 60, deferrable: 40 },
}

const outcomes: Record<keyof typeof reportOutcomes, number> = { solved: 78, turnedIntoWorks: 9, passedOn: 6, unfounded: 7 }

/** Comuni where the lines are hardly known: the note of 2017 says it of Legnano. */
const hardlyKnown = new Set([comuneOf('Legnano').id, comuneOf('Rho').id])

/** What was reported of each building, and how long it took. */
export function writeReports(stock: Building[], period: Period, writer: Writer) {
  const known = new Map<string, number>()
  for (const building of stock) {
    const { comuneId } = building.estate
    const knowledge = known.get(comuneId) ?? knowledgeOf(comuneId)
    known.set(comuneId, knowledge)
    writeReportsOf(building, yearly * knowledge, period, writer)
  }
}

function knowledgeOf(comuneId: string) {
  if (hardlyKnown.has(comuneId)) return 0.3
  return 0.5 + stream(`reports ${comuneId}`).fraction()
}

function writeReportsOf(building: Building, rate: number, period: Period, writer: Writer) {
  if (building.dwellings === 0) return
  const random = stream(`reports ${building.code}`)
  const mean = year / (building.dwellings * rate)
  let number = 0
  for (let day = period.start + random.waiting(mean); day < period.today - 1; day += random.waiting(mean)) {
    number += 1
    writeReport({ building, number, day: Math.floor(day), period, random, writer })
  }
}

interface Told {
  building: Building
  number: number
  day: number
  period: Period
  random: Random
  writer: Writer
}

const minute = 60_000

function writeReport({ building, number, day, period, random, writer }: Told) {
  const month = Number(dateOf(day).slice(5, 7))
  const kind = random.weighted(month < 4 || month > 10 ? winter : summer)
  const priority = random.weighted(priorities[kind])
  const opened = instantOf(day, random.between(5, 20), random.between(0, 59))
  const level = serviceLevels[priority]
  const haste = random.chance(0.86) ? 0.42 : 1.6
  const taken = opened + Math.max(3, Math.round(random.waiting(level.take * haste) * 60)) * minute
  const closed = taken + Math.max(20, Math.round(random.waiting(level.close * haste) * 60)) * minute
  const first: Row<typeof reports> & { id: string } = {
    id: idOf(`report ${building.code} ${number}`),
    channelId: channelIdOf(channelOf(kind, priority, random)),
    comuneId: building.estate.comuneId,
    ...whereIn(building, random),
    kind,
    priority,
    openedAt: isoOf(opened),
    takenAt: null,
    closedAt: null,
    outcome: null,
    note: null,
    source: 'agenzia dimostrativa',
    isDemo: true,
  }
  const outcome = random.weighted(outcomes)
  const patches: Patch<typeof first>[] = []
  if (taken < period.last - 10 * minute) patches.push({ at: taken + 2 * minute, values: { takenAt: isoOf(taken) } })
  if (closed < period.last - 10 * minute) {
    patches.push({ at: closed + 3 * minute, values: { closedAt: isoOf(closed), outcome } })
  }
  const { current, earlier } = versionsOf(first, opened + minute, patches, `${building.estate.uogId.toLowerCase()}@demo.local`)
  writer.add(reports, current)
  writer.retract(reports, ...earlier)
}

/** Most are about a dwelling or the common parts of a building; some say only the comune. */
function whereIn(building: Building, random: Random) {
  if (random.chance(0.06)) return { buildingId: null, unitId: null }
  const unitId = random.chance(0.35) ? unitIdOf(building, random.between(0, building.dwellings - 1)) : null
  return { buildingId: building.id, unitId }
}

function channelOf(kind: Kind, priority: Priority, random: Random) {
  if (kind === 'squatting') return random.weighted({ squattingLine: 70, emergencyLine: 20, table: 10 })
  if (kind === 'heating') return random.weighted({ heatingLine: 70, emergencyLine: 20, desk: 10 })
  if (priority === 'emergency' || priority === 'urgent') return random.weighted({ emergencyLine: 75, desk: 25 })
  return random.weighted({ emergencyLine: 35, desk: 58, table: 7 })
}
