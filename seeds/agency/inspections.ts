import { findings, type findingCategories, type gravities } from '../../db/entities/coordination/findings.ts'
import { inspections } from '../../db/entities/coordination/inspections.ts'
import { priorities } from '../../db/entities/coordination/priorities.ts'
import type { workKinds } from '../../db/enumerations/workStates.ts'
import { dateOf, instantOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream, type Random } from '../random.ts'
import { writtenOn } from '../recorded.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'
import type { Building } from './buildings.ts'
import { officials } from './companies.ts'
import { programmeIdOf } from './lotWorks.ts'
import type { Table } from './tables.ts'
import { writeWork } from './writeWork.ts'

type Category = keyof typeof findingCategories

const seen: Record<Category, { text: string; cost: [number, number]; kind: keyof typeof workKinds }> = {
  structure: { text: 'Distacco del copriferro nei balconi', cost: [18, 60], kind: 'extraordinaryMaintenance' },
  roofAndFacade: { text: 'Infiltrazioni dalla copertura', cost: [25, 90], kind: 'extraordinaryMaintenance' },
  systems: { text: 'Colonne di scarico ammalorate', cost: [15, 45], kind: 'systems' },
  lifts: { text: 'Ascensore fermo più volte al mese', cost: [40, 70], kind: 'systems' },
  asbestos: { text: 'Canne fumarie in cemento-amianto', cost: [10, 35], kind: 'asbestos' },
  commonAreas: { text: 'Cantine allagate e porte forzate', cost: [4, 15], kind: 'extraordinaryMaintenance' },
  dwellings: { text: 'Serramenti e bagni da rifare negli alloggi vuoti', cost: [20, 80], kind: 'renovation' },
}

const categories = Object.keys(seen) as Category[]
const perTable = { sample: 4, demo: 4, full: 12 }
const demo = { source: 'agenzia dimostrativa', isDemo: true }

interface Visit {
  table: Table
  building: Building
  day: number
  id: string
}

interface Site {
  period: Period
  random: Random
  writer: Writer
}

/** Joint inspections of every table over two years, what they found, and what came of it. */
export function writeInspections(tables: readonly Table[], buildings: readonly Building[], period: Period, writer: Writer) {
  for (const table of tables) {
    const random = stream(`inspections of ${table.id}`)
    const own = buildings.filter(({ estate, fate }) => table.comuni.includes(estate.comune) && fate === null)
    for (let index = 0; index < Math.min(perTable[period.profile], own.length); index += 1) {
      const building = random.pick(own)
      const day = period.today - 12 - index * random.between(95, 150)
      const id = idOf(`inspection ${table.id} ${index}`)
      writeVisit({ table, building, day, id }, index, { period, random, writer })
    }
  }
}

function writeVisit(visit: Visit, index: number, site: Site) {
  const { table, building, day, id } = visit
  const { period, random, writer } = site
  writer.add(inspections, {
    id,
    buildingId: building.id,
    coordinationTableId: table.id,
    inspectedOn: dateOf(day),
    joint: index === 0 || random.chance(0.85),
    participants: table.members
      .slice(0, 3)
      .map(({ role }) => role)
      .join(', '),
    outcome: 'Visitate le parti comuni e gli alloggi vuoti; i rilievi sono elencati con la loro stima.',
    ...demo,
    ...writtenOn(day, period, random, table.by),
  })
  const found = rilievi(id, random)
  const priorityId = idOf(`priority ${id}`)
  const raised = random.chance(0.85)
  if (raised) writePriority(visit, found, site)
  for (const { row } of found) {
    writer.add(findings, {
      ...row,
      priorityId: raised ? priorityId : null,
      ...demo,
      ...writtenOn(day + 1, period, random, table.by),
    })
  }
}

interface Found {
  row: Omit<Row<typeof findings>, 'priorityId'>
  kind: keyof typeof workKinds
  cost: number
}

function rilievi(inspectionId: string, random: Random): Found[] {
  const first = random.between(0, categories.length - 1)
  return Array.from({ length: random.between(1, 3) }, (_, index) => {
    const category = categories[(first + index) % categories.length] ?? 'structure'
    const { text, cost: range, kind } = seen[category]
    const cost = random.between(...range) * 1000
    return {
      kind,
      cost,
      row: {
        id: idOf(`finding ${inspectionId} ${index}`),
        inspectionId,
        category,
        gravity: random.weighted<keyof typeof gravities>({ minor: 15, moderate: 35, serious: 35, urgent: 15 }),
        description: text,
        estimatedCost: random.chance(0.85) ? cost.toFixed(2) : null,
      },
    }
  })
}

/** A priority raised some days after; within the year most are in a programme, as a work. */
function writePriority({ table, building, day, id }: Visit, found: Found[], { period, random, writer }: Site) {
  const raisedOn = Math.min(day + random.between(3, 12), period.today - 1)
  const programmedOn = raisedOn + random.between(50, 220)
  const served = programmedOn < period.today - 1 && random.chance(0.7)
  const [first] = found
  const title = `${first?.row.description ?? 'Lavori'} – ${building.address}, ${building.estate.comune}`
  const workId = idOf(`inspection work ${id}`)
  const row = {
    id: idOf(`priority ${id}`),
    title,
    buildingId: building.id,
    coordinationTableId: table.id,
    score: random.between(30, 95),
    raisedOn: dateOf(raisedOn),
    ...demo,
  }
  const programmed = { at: instantOf(programmedOn, 12), values: { programmedOn: dateOf(programmedOn), workId } }
  const { current, earlier } = versionsOf<Row<typeof priorities>>(
    { ...row, programmedOn: null, workId: null },
    instantOf(raisedOn, 9),
    served ? [programmed] : [],
    table.by,
  )
  writer.add(priorities, current)
  writer.retract(priorities, ...earlier)
  if (served) writeServed({ workId, title, building, found, programmedOn, by: table.by }, { period, random, writer })
}

interface Served {
  workId: string
  title: string
  building: Building
  found: Found[]
  programmedOn: number
  by: string
}

function writeServed({ workId, title, building, found, programmedOn, by }: Served, site: Site) {
  const start = programmedOn + 200
  const year = Number(dateOf(programmedOn).slice(0, 4))
  writeWork(
    {
      row: {
        id: workId,
        code: `SOP-${year}-${building.code}-${dateOf(programmedOn).slice(5).replace('-', '')}`,
        title,
        kind: found[0]?.kind ?? 'extraordinaryMaintenance',
        maintenanceProgrammeId: programmeIdOf(year),
        comuneId: building.estate.comuneId,
        buildingId: building.id,
        priority: 2,
        origin: 'inspection',
        dwellings: 0,
        responsible: site.random.pick(officials),
      },
      baseline: { start, end: start + 150 },
      amount: found.reduce((sum, { cost }) => sum + cost, 0),
      course: { stages: [{ state: 'scheduled', from: programmedOn }], events: [], start, end: start + 150, suspension: null },
      by,
    },
    site,
  )
}
