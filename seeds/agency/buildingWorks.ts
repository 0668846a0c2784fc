import { workBuildings } from '../../db/entities/works/workBuildings.ts'
import type { workEventKinds } from '../../db/entities/works/workEvents.ts'
import type { workKinds, workOrigins } from '../../db/enumerations/workStates.ts'
import { dateOf } from '../days.ts'
import { grouped } from '../grouped.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream, type Random } from '../random.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import type { Building } from './buildings.ts'
import { officials } from './companies.ts'
import { programmeIdOf } from './lotWorks.ts'
import { writeWork, type Course } from './writeWork.ts'

type Kind = keyof typeof workKinds
type Event = { kind: keyof typeof workEventKinds; on: number; cause?: string; amountChange?: number; newEnd?: number }

const kinds: Partial<Record<Kind, number>> = {
  extraordinaryMaintenance: 30,
  renovation: 14,
  energyRetrofit: 20,
  systems: 16,
  asbestos: 10,
  newBuild: 3,
  demolitionAndRebuild: 3,
  office: 4,
}

const firstKinds = Object.keys(kinds) as Kind[]

const titles: Partial<Record<Kind, string>> = {
  extraordinaryMaintenance: 'Manutenzione straordinaria di coperture e facciate',
  renovation: 'Ristrutturazione',
  energyRetrofit: 'Cappotto e sostituzione dei serramenti',
  systems: 'Rifacimento degli impianti e degli ascensori',
  asbestos: 'Bonifica dell’amianto',
  newBuild: 'Nuova costruzione su area di proprietà',
  demolitionAndRebuild: 'Demolizione e ricostruzione',
  office: 'Adeguamento degli uffici al piano terra',
}

const perDwelling: Partial<Record<Kind, [number, number]>> = {
  extraordinaryMaintenance: [9_000, 22_000],
  renovation: [30_000, 60_000],
  energyRetrofit: [28_000, 56_000],
  systems: [6_000, 14_000],
  asbestos: [2_000, 7_000],
  newBuild: [140_000, 190_000],
  demolitionAndRebuild: [150_000, 200_000],
  office: [4_000, 9_000],
}

const worksPerEstate = { sample: 0.8, demo: 0.8, full: 3 }

export interface WorkOfBuilding {
  workId: string
  building: Building
  amount: number
  start: number
  end: number
}

/** Works on whole buildings, chosen among those of each estate; answers those that money is looked for. */
export function writeBuildingWorks(buildings: Building[], period: Period, writer: Writer): WorkOfBuilding[] {
  const random = stream('building works')
  const byEstate = grouped(buildings, ({ estate }) => estate)
  const written: WorkOfBuilding[] = []
  for (const own of byEstate.values()) {
    const candidates = own.filter(({ fate, dwellings }) => fate === null && dwellings > 3)
    const wanted = worksPerEstate[period.profile] * Math.min(candidates.length / 4, 2)
    const count = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0)
    for (let index = 0; index < Math.min(count, candidates.length); index += 1) {
      const building = random.pick(candidates)
      if (!written.some((work) => work.building === building))
        written.push(writeOne(building, written.length + 1, { period, random, writer }))
    }
  }
  return written
}

function writeOne(building: Building, number: number, site: { period: Period; random: Random; writer: Writer }): WorkOfBuilding {
  const { period, random, writer } = site
  const kind = firstKinds[number - 1] ?? random.weighted(kinds)
  const [low, high] = perDwelling[kind] ?? [10_000, 20_000]
  const amount = building.dwellings * random.between(low, high)
  const proposed = random.between(period.start - 900, period.today - 60)
  const start = proposed + random.between(330, 700)
  const end = start + random.between(180, 620)
  const workId = idOf(`building work ${building.code}`)
  writeWork(
    {
      row: {
        id: workId,
        code: `MS-${building.estate.uogId.slice(3)}-${String(number).padStart(3, '0')}`,
        title: `${titles[kind]} – ${building.address}, ${building.estate.comune}`,
        kind,
        maintenanceProgrammeId: random.chance(0.8) ? programmeIdOf(Number(dateOf(proposed + 120).slice(0, 4))) : null,
        comuneId: building.estate.comuneId,
        uogId: null,
        buildingId: building.id,
        priority: random.between(1, 4),
        origin: random.weighted<keyof typeof workOrigins>({ inspection: 30, programme: 45, urgency: 12, table: 13 }),
        dwellings: kind === 'office' ? 0 : building.dwellings,
        responsible: random.pick(officials),
      },
      baseline: { start, end },
      amount,
      course: courseOf({ proposed, start, end, amount }, random),
      by: `${building.estate.uogId.toLowerCase()}@demo.local`,
    },
    site,
  )
  if (random.chance(0.2)) {
    writer.add(workBuildings, {
      id: idOf(`work building ${workId}`),
      workId,
      buildingId: building.id,
      ...recorded(period, { source: 'agenzia dimostrativa', isDemo: true, on: dateOf(proposed) }),
    })
  }
  return { workId, building, amount, start, end }
}

interface Plan {
  proposed: number
  start: number
  end: number
  amount: number
}

function courseOf({ proposed, start, end, amount }: Plan, random: Random): Course {
  const lead = start - proposed
  const at = (share: number) => proposed + Math.round(lead * share)
  const before: Course['stages'] = [
    { state: 'proposed', from: proposed },
    { state: 'scheduled', from: at(0.2) },
    { state: 'funded', from: at(0.4) },
    { state: 'designing', from: at(0.5) },
    { state: 'tendering', from: at(0.75) },
  ]
  if (random.chance(0.06)) {
    return {
      stages: [...before.slice(0, 2), { state: 'cancelled', from: at(0.35), note: 'Superato da un nuovo progetto' }],
      events: [],
      start,
      end,
      suspension: null,
    }
  }
  if (random.chance(0.12)) return { stages: before.slice(0, random.between(1, 3)), events: [], start, end, suspension: null }
  return withSite(before, { proposed, start, end, amount }, random)
}

function withSite(before: Course['stages'], { start, end, amount }: Plan, random: Random): Course {
  const slip = random.chance(0.6) ? random.between(30, 420) : 0
  const stop = random.chance(0.2) ? { from: start + random.between(40, 120), days: random.between(70, 420) } : null
  const failed = stop !== null && random.chance(0.35)
  const suspension = stop && { from: stop.from, to: stop.from + stop.days }
  const finished = end + slip + (stop?.days ?? 0)
  const reason = failed
    ? 'L’impresa ha abbandonato il cantiere'
    : random.pick(['Rinvenimento di amianto', 'Contenzioso con l’impresa', 'Mancata consegna dei materiali'])
  const stages: Course['stages'] = [...before, { state: 'underway', from: start }]
  const events: Event[] = []
  if (suspension) {
    stages.push({ state: 'suspended', from: suspension.from, note: reason })
    events.push({ kind: 'suspension', on: suspension.from, cause: reason })
    if (failed) {
      const again = suspension.from + Math.round((suspension.to - suspension.from) / 2)
      stages.push({ state: 'tendering', from: again })
      events.push({ kind: random.chance(0.5) ? 'contractorFailure' : 'termination', on: suspension.from + 25, cause: reason })
      events.push({
        kind: 'retender',
        on: again,
        amountChange: Math.round(amount * 0.12),
        newEnd: finished,
        cause: 'Nuova gara sui lavori residui',
      })
    } else {
      events.push({ kind: 'resumption', on: suspension.to, newEnd: end + (stop?.days ?? 0) })
    }
    stages.push({ state: 'underway', from: suspension.to })
  }
  if (slip > 0 && random.chance(0.4))
    events.push({ kind: 'extension', on: end - 15, newEnd: end + Math.round(slip / 2), cause: 'Proroga richiesta dall’impresa' })
  if (random.chance(0.3))
    events.push({
      kind: 'variation',
      on: start + 70,
      amountChange: Math.round(amount * (random.fraction() * 0.2 - 0.04)),
      cause: 'Variante in corso d’opera',
    })
  if (random.chance(0.15))
    events.push({
      kind: 'supplementaryAct',
      on: start + 110,
      amountChange: Math.round(amount * 0.06),
      cause: 'Revisione dei prezzi',
    })
  stages.push({ state: 'completed', from: finished }, { state: 'tested', from: finished + random.between(30, 90) })
  return { stages, events, start, end: finished, suspension }
}
