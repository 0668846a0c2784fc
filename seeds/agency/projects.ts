import type { fundingSources } from '../../db/enumerations/fundingSources.ts'
import { programmes } from '../../db/entities/funding/programmes.ts'
import { programmeTargets } from '../../db/entities/funding/programmeTargets.ts'
import { projectComuni } from '../../db/entities/funding/projectComuni.ts'
import { projectCups } from '../../db/entities/funding/projectCups.ts'
import { projectLinks } from '../../db/entities/funding/projectLinks.ts'
import { projects } from '../../db/entities/funding/projects.ts'
import { projectSources } from '../../db/entities/funding/projectSources.ts'
import type { proceduralStates, procedureKinds } from '../../db/enumerations/projectStates.ts'
import { projectWorks } from '../../db/entities/funding/projectWorks.ts'
import { programmeIdOf } from '../facts/programmes.ts'
import { dateOf } from '../days.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import { stream, type Random } from '../random.ts'
import { recorded } from '../recorded.ts'
import type { Writer } from '../writer.ts'
import type { WorkOfBuilding } from './buildingWorks.ts'
import type { Estate } from './estates.ts'
import { officials } from './companies.ts'
import { writeMoney, type Fortune, type Plan } from './money.ts'

type Source = keyof typeof fundingSources

const demo = { source: 'agenzia dimostrativa', isDemo: true, by: 'fondi@demo.local' }

interface Pool {
  programme: string
  prefix: string
  weight: number
  main: Source
  others: Source[]
}

/** The programmes that invented projects may be paid from. The PON Metro has only its own, documented ones. */
const pools: Record<string, Pool> = {
  plus: { programme: 'PN-METROPLUS-2127', prefix: 'MIP', weight: 8, main: 'euErdf', others: ['euEsf'] },
  green: { programme: 'PNC-SVS', prefix: 'SVS', weight: 8, main: 'pnc', others: ['region', 'aler'] },
  vacant: { programme: 'RL-RIPRISTINO', prefix: 'RIPR', weight: 6, main: 'region', others: ['aler'] },
  lorenteggio: { programme: 'POR-FESR-LORENTEGGIO', prefix: 'LOR', weight: 2, main: 'euErdf', others: ['region', 'comune'] },
  quarters: { programme: 'CDQ-II', prefix: 'CDQ', weight: 4, main: 'region', others: ['state'] },
  cities: { programme: 'BILANCI-COMUNI', prefix: 'COM', weight: 3, main: 'comune', others: ['region', 'aler'] },
  foundations: { programme: 'FONDAZIONI', prefix: 'FON', weight: 2, main: 'other', others: ['comune'] },
  own: { programme: 'ALER-BILANCIO', prefix: 'BIL', weight: 10, main: 'aler', others: ['other', 'comune'] },
}

const invented = [
  { code: 'RL-RIPRISTINO', name: 'Piano regionale di ripristino degli alloggi', fundingSource: 'region' as const },
  { code: 'ALER-BILANCIO', name: 'Risorse proprie di Aler Milano', fundingSource: 'aler' as const },
  { code: 'BILANCI-COMUNI', name: 'Risorse proprie dei comuni', fundingSource: 'comune' as const },
  { code: 'FONDAZIONI', name: 'Contributi di fondazioni', fundingSource: 'other' as const },
]

const count = { sample: 46, demo: 46, full: 80 }

const fortunes: Record<Fortune, number> = {
  regular: 46,
  slow: 18,
  stalled: 14,
  uncommitted: 6,
  suspended: 6,
  revoked: 4,
  early: 6,
}

/** The first projects are one of each, so that every case is there whatever the draw. */
const foretold: Record<number, Fortune | 'unmoved'> = {
  1: 'suspended',
  2: 'revoked',
  3: 'unmoved',
  4: 'stalled',
  5: 'uncommitted',
  6: 'early',
  7: 'regular',
}

/** One project of the European programme that is still being designed. */
const justBegun = 8

const procedures: Record<number, keyof typeof procedureKinds> = {
  4: 'grant',
  6: 'inHouse',
  9: 'ppp',
  12: 'other',
  15: 'bodiesAgreement',
  21: 'grant',
  28: 'inHouse',
}

const subjects = [
  'Riqualificazione energetica',
  'Recupero di alloggi sfitti',
  'Accessibilità e ascensori',
  'Rigenerazione degli spazi comuni',
  'Messa in sicurezza delle coperture',
  'Accompagnamento sociale all’abitare',
  'Sportello di quartiere',
  'Alloggi per la transizione abitativa',
]

/** Invented projects that pay for the works on buildings, with the money that moved. */
export function writeProjects(funded: WorkOfBuilding[], period: Period, writer: Writer) {
  const random = stream('projects')
  for (const programme of invented)
    writer.add(programmes, { id: programmeIdOf(programme.code), ...programme, ...recorded(period, demo) })
  let admittedToPlus = 0
  for (let number = 1; number <= count[period.profile]; number += 1) {
    const pool = poolOf(number, random)
    const works = funded.splice(0, random.between(1, 2))
    const [work] = works
    if (!pool || !work) break
    const amount = writeProject({ pool, number, works, work }, { period, random, writer })
    if (pool === pools['plus']) admittedToPlus += amount
  }
  writer.add(projectLinks, {
    id: idOf('demo link'),
    fromId: demoProjectIdOf(1),
    toId: demoProjectIdOf(2),
    kind: 'sameIntervention',
    ...recorded(period, demo),
  })
  writeTargets(admittedToPlus, period, writer)
}

const demoProjectIdOf = (number: number) => idOf(`demo project ${number}`)

/** The first projects take one of each in turn. */
function poolOf(number: number, random: Random): Pool | undefined {
  const all = Object.values(pools)
  if (number <= all.length) return all[number % all.length]
  return pools[random.weighted(Object.fromEntries(Object.entries(pools).map(([key, { weight }]) => [key, weight])))]
}

interface Numbered {
  pool: Pool
  number: number
  works: WorkOfBuilding[]
  work: WorkOfBuilding
}

function writeProject({ pool, number, works, work }: Numbered, site: { period: Period; random: Random; writer: Writer }): number {
  const { period, random, writer } = site
  const id = demoProjectIdOf(number)
  const over = number === 7
  const plan: Plan = {
    id,
    amount: Math.round(works.reduce((sum, { amount }) => sum + amount, 0) * 1.05) + random.between(0, 99) / 100,
    start: startOf(number, work, period, random),
    days: random.between(700, 1500),
    fortune: foretold[number] ?? random.weighted(fortunes),
    over,
  }
  writer.add(projects, {
    id,
    programmeId: programmeIdOf(pool.programme),
    code: `${pool.prefix}-${String(number).padStart(3, '0')}`,
    title: `${random.pick(subjects)} – ${placeOf(work.building.estate)}`,
    summary: `Progetto dimostrativo sugli edifici di ${works.map(({ building }) => building.address).join(' e ')}.`,
    city: work.building.estate.comune,
    implementingBody: pool.main === 'aler' || random.chance(0.75) ? 'Aler Milano' : `Comune di ${work.building.estate.comune}`,
    responsible: random.pick(officials),
    startedOn: dateOf(plan.start),
    plannedEnd: dateOf(plan.start + plan.days),
    actualEnd: null,
    proceduralState: proceduralStateOf(plan, period),
    procedureKind: procedures[number] ?? 'contract',
    openCoesioneCode: pool.main === 'euErdf' && random.chance(0.6) ? `3LO${random.between(100_000, 999_999)}${number}` : null,
    ...recorded(period, { ...demo, on: dateOf(plan.start - 60) }),
  })
  const origin = recorded(period, { ...demo, on: dateOf(plan.start - 60) })
  const comuneIds = new Set(works.map(({ building }) => building.estate.comuneId))
  for (const comuneId of comuneIds)
    writer.add(projectComuni, { id: idOf(`project comune ${id} ${comuneId}`), projectId: id, comuneId, ...origin })
  for (const { workId } of works)
    writer.add(projectWorks, { id: idOf(`project work ${id} ${workId}`), projectId: id, workId, ...origin })
  writeCups(id, plan.start, random, origin, writer)
  writeSources(id, plan.amount, pool, random, origin, writer)
  writeMoney(plan, site)
  return plan.amount
}

function startOf(number: number, work: WorkOfBuilding, period: Period, random: Random): number {
  if (number === justBegun) return period.today - 200
  if (foretold[number]) return period.start - 20 * number
  return Math.min(work.start - random.between(250, 420), period.today - random.between(90, 500))
}

const placeOf = ({ comune, neighbourhood }: Estate) => {
  if (neighbourhood === null) return comune
  return comune === 'Milano' ? neighbourhood : `${neighbourhood}, ${comune}`
}

type Origin = ReturnType<typeof recorded>

function writeCups(projectId: string, start: number, random: Random, origin: Origin, writer: Writer) {
  const cups = random.chance(0.12) ? 0 : random.chance(0.08) ? 2 : 1
  for (let index = 0; index < cups; index += 1) {
    const letter = () => String.fromCodePoint(65 + random.between(0, 25))
    const cup = `${letter()}${random.between(10, 99)}${letter()}${dateOf(start).slice(2, 4)}${String(random.between(1, 999_999_999)).padStart(9, '0')}`
    writer.add(projectCups, { id: idOf(`cup ${projectId} ${index}`), projectId, cup, main: index === 0, ...origin })
  }
}

function writeSources(projectId: string, amount: number, { main, others }: Pool, random: Random, origin: Origin, writer: Writer) {
  const other = others.length === 1 || random.chance(0.55) ? random.pick(others) : null
  const cents = Math.round(amount * 100)
  const share = other ? Math.round(cents * (0.1 + random.fraction() * 0.3)) : 0
  const add = (fundingSource: Source, part: number) =>
    writer.add(projectSources, {
      id: idOf(`project source ${projectId} ${fundingSource}`),
      projectId,
      fundingSource,
      amount: (part / 100).toFixed(2),
      ...origin,
    })
  add(main, cents - share)
  if (other) add(other, share)
}

function proceduralStateOf({ fortune, start, days }: Plan, period: Period): keyof typeof proceduralStates {
  if (fortune === 'unmoved') return 'startingDesign'
  if (fortune === 'uncommitted') return 'notStarted'
  const elapsed = (period.today - start) / days
  if (elapsed < 0.3) return 'designing'
  if (elapsed < 0.45) return 'tendering'
  return elapsed < 1 ? 'executing' : 'executed'
}

const shares = { 0: 0.05, 1: 0.25, 2: 0.5 }

/** Spending to certify by the end of this year and of the next ones, in proportion to the invented projects. */
function writeTargets(admitted: number, period: Period, writer: Writer) {
  const year = Number(dateOf(period.today).slice(0, 4))
  for (const [ahead, share] of Object.entries(shares)) {
    const due = year + Number(ahead)
    writer.add(programmeTargets, {
      id: idOf(`target ${due}`),
      programmeId: programmeIdOf('PN-METROPLUS-2127'),
      year: due,
      dueOn: `${due}-12-31`,
      amount: (Math.round(admitted * share * 100) / 100).toFixed(2),
      ...recorded(period, demo),
    })
  }
}
