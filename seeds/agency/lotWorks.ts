import { maintenanceProgrammes } from '../../db/entities/works/maintenanceProgrammes.ts'
import { workUnits } from '../../db/entities/works/workUnits.ts'
import { dateOf, instantOf } from '../days.ts'
import { grouped } from '../grouped.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream } from '../random.ts'
import { recorded } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Writer } from '../writer.ts'
import { officials } from './companies.ts'
import type { Lot, LotsOfUog } from './lots.ts'
import { writeWork, type Course, type PlannedWork } from './writeWork.ts'

const yearOf = (day: number) => Number(dateOf(day).slice(0, 4))

export const programmeIdOf = (year: number) => idOf(`maintenance programme ${year}`)

export function writeMaintenanceProgrammes(period: Period, writer: Writer) {
  const last = yearOf(period.today)
  const years = Array.from({ length: 8 }, (_, index) => last - 6 + index)
  const stateOf = (year: number) => {
    if (year < last - 2) return 'concluded' as const
    if (year < last) return 'underway' as const
    return year === last ? ('adopted' as const) : ('draft' as const)
  }
  for (const year of years) {
    writer.add(maintenanceProgrammes, {
      id: programmeIdOf(year),
      name: 'Programma di manutenzione straordinaria',
      year,
      state: stateOf(year),
      ...recorded(period, { source: 'agenzia dimostrativa', isDemo: true, on: `${year - 1}-11-15` }),
    })
  }
}

/** The works of the lots that dwellings entered. */
export function writeLots(lots: LotsOfUog, period: Period, writer: Writer) {
  for (const lot of Object.values(lots).flat()) {
    if (lot.dwellings.length === 0) continue
    const random = stream(`work of ${lot.name}`)
    const count = lot.dwellings.length
    const perDwelling = random.between(13_000, 31_000)
    writeWork(
      {
        row: {
          id: idOf(`work ${lot.name}`),
          code: `RIP-${lot.uogId.slice(3)}-${String(lot.number).padStart(3, '0')}`,
          title: `Ripristino di ${count} ${count === 1 ? 'alloggio sfitto' : 'alloggi sfitti'} – UOG ${lot.uogId.slice(3)}, lotto ${lot.number}`,
          kind: 'dwellingRestoration',
          maintenanceProgrammeId: programmeIdOf(yearOf(lot.fundedOn)),
          comuneId: mostFrequent(lot),
          uogId: lot.uogId,
          priority: random.between(1, 3),
          origin: random.weighted({ programme: 60, inspection: 25, table: 12, urgency: 3 }),
          dwellings: count,
          responsible: random.pick(officials),
        },
        baseline: { start: lot.siteOn - random.between(0, 20), end: lot.plannedEnd },
        amount: count * perDwelling,
        course: courseOf(lot, random.between(60, 160), count * perDwelling, random.chance(0.5)),
        by: `${lot.uogId.toLowerCase()}@demo.local`,
      } satisfies PlannedWork,
      { period, random, writer },
    )
    writeUnitsOf(lot, period, writer)
  }
}

function mostFrequent({ dwellings }: Lot) {
  const counts = grouped(dwellings, ({ comuneId }) => comuneId)
  return [...counts.entries()].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
}

function courseOf(lot: Lot, before: number, amount: number, extended: boolean): Course {
  const { fundedOn, tenderedOn, siteOn, plannedEnd, end, suspension } = lot
  const slipped = end - plannedEnd > 20
  return {
    start: siteOn,
    end,
    suspension,
    stages: [
      { state: 'proposed', from: fundedOn - before },
      { state: 'scheduled', from: fundedOn - Math.round(before / 2) },
      { state: 'funded', from: fundedOn },
      { state: 'designing', from: fundedOn + 15 },
      { state: 'tendering', from: tenderedOn },
      { state: 'underway', from: siteOn },
      ...(suspension
        ? [
            { state: 'suspended' as const, from: suspension.from, note: suspensionReason },
            { state: 'underway' as const, from: suspension.to },
          ]
        : []),
      { state: 'completed', from: end },
      { state: 'tested', from: end + 45 },
    ],
    events: [
      ...(suspension ? [{ kind: 'suspension' as const, on: suspension.from, cause: suspensionReason }] : []),
      ...(suspension
        ? [{ kind: 'resumption' as const, on: suspension.to, newEnd: plannedEnd + suspension.to - suspension.from }]
        : []),
      ...(slipped && extended
        ? [
            {
              kind: 'extension' as const,
              on: plannedEnd - 10,
              newEnd: plannedEnd + Math.round((end - plannedEnd) * 0.6),
              cause: 'Ritardi nelle forniture',
            },
          ]
        : []),
      ...(slipped && !extended && amount > 200_000
        ? [
            {
              kind: 'variation' as const,
              on: plannedEnd - 30,
              amountChange: Math.round(amount * 0.08),
              cause: 'Opere impiantistiche impreviste',
            },
          ]
        : []),
    ],
  }
}

const suspensionReason = 'Amianto rinvenuto nei cavedi: in attesa del piano di bonifica'

function writeUnitsOf(lot: Lot, period: Period, writer: Writer) {
  const by = `${lot.uogId.toLowerCase()}@demo.local`
  for (const { unitId, enteredOn, restoredOn } of lot.dwellings) {
    const entered = Math.max(instantOf(enteredOn, 11), period.loaded)
    const row = {
      id: idOf(`work unit ${lot.name} ${unitId}`),
      workId: idOf(`work ${lot.name}`),
      unitId,
      restoredOn: null as string | null,
      source: 'agenzia dimostrativa',
      isDemo: true,
    }
    const restored =
      restoredOn === null ? [] : [{ at: restoredAt(restoredOn, entered, period), values: { restoredOn: dateOf(restoredOn) } }]
    const { current, earlier } = versionsOf(row, entered, restored, by)
    writer.add(workUnits, current)
    writer.retract(workUnits, ...earlier)
  }
}

const restoredAt = (day: number, entered: number, period: Period) =>
  day < period.start ? period.loaded : Math.min(Math.max(instantOf(day, 17), entered), period.last)
