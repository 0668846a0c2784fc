import { movements, type movementKinds } from '../../db/entities/funding/movements.ts'
import { projectStages } from '../../db/entities/funding/projectStages.ts'
import type { projectStates } from '../../db/enumerations/projectStates.ts'
import { afterAugust, dateOf, instantOf, isoOf } from '../days.ts'
import { forgotten } from '../flaws.ts'
import { idOf } from '../ids.ts'
import type { Period } from '../period.ts'
import type { Random } from '../random.ts'
import { versionsOf } from '../versions.ts'
import type { Row, Writer } from '../writer.ts'

type Kind = keyof typeof movementKinds
type State = keyof typeof projectStates

export type Fortune = 'regular' | 'slow' | 'stalled' | 'uncommitted' | 'suspended' | 'revoked' | 'early'

export interface Plan {
  id: string
  amount: number
  start: number
  days: number
  /** `unmoved` has no movement at all. */
  fortune: Fortune | 'unmoved'
  /** Commits more than was admitted: the one case that shows the warning. */
  over: boolean
}

interface Site {
  period: Period
  random: Random
  writer: Writer
}

interface Move {
  kind: Kind
  on: number
  cents: number
  document: string
  note?: string
}

const by = 'fondi@demo.local'
const paces = { regular: 1, slow: 0.55, stalled: 0.8, suspended: 0.7, revoked: 0.5, early: 1.4, uncommitted: 0 }

/** Writes what was programmed, admitted, committed, paid and certified, and the states that follow from it. */
export function writeMoney(plan: Plan, site: Site) {
  if (plan.fortune === 'unmoved') return writeStates(plan, [{ state: 'notStarted', from: plan.start }], site)
  const moves = movesOf(plan, site.random).filter(({ on }) => on < site.period.today)
  for (const [index, move] of moves.entries()) writeMove(plan.id, index, move, site)
  if (moves.length > 4 && site.random.chance(0.35)) writeReversal(plan.id, moves, site)
  writeStates(plan, statesOf(plan, moves), site)
}

function movesOf(plan: Plan, random: Random): Move[] {
  const total = Math.round(plan.amount * 100)
  const { start, days, fortune } = plan
  const decree = `Decreto n. ${random.between(1_000, 19_999)}/${dateOf(start - 30).slice(0, 4)}`
  const moves: Move[] = [
    { kind: 'programmed', on: start - random.between(80, 200), cents: total, document: 'Delibera di programmazione' },
    { kind: 'admitted', on: start - random.between(5, 40), cents: total, document: decree },
  ]
  if (fortune === 'uncommitted' || fortune === 'unmoved') return moves
  const stop =
    fortune === 'stalled' || fortune === 'suspended' || fortune === 'revoked'
      ? start + Math.round(days * (0.3 + random.fraction() * 0.3))
      : Infinity
  const committed = commitmentsOf(plan, total, random)
  const paid = paymentsOf(plan, committed, random)
  const later = [...committed, ...paid, ...certificationsOf(paid, random), ...savingOf(plan, total, committed)].filter(
    ({ on }) => on < stop,
  )
  return [...moves, ...later].toSorted((a, b) => a.on - b.on)
}

function commitmentsOf({ start, days, over }: Plan, total: number, random: Random): Move[] {
  const parts = random.between(1, 3)
  const whole = over ? Math.round(total * 1.04) : Math.round(total * (0.8 + random.fraction() * 0.2))
  let left = whole
  return Array.from({ length: parts }, (_, index) => {
    const cents = index === parts - 1 ? left : Math.round((whole / parts) * (0.7 + random.fraction() * 0.4))
    left -= cents
    const on = afterAugust(start + Math.round(days * (0.12 + 0.13 * index)) + random.between(0, 40), random)
    const document = `Contratto rep. ${random.between(100, 9_999)}/${dateOf(on).slice(0, 4)}`
    return {
      kind: 'committed' as const,
      on,
      cents,
      document,
      note: over && index === 0 ? 'Impegni oltre l’ammesso: perizia da ammettere.' : undefined,
    }
  })
}

/** Never more than what is committed by then. */
function paymentsOf({ start, days, fortune }: Plan, committed: Move[], random: Random): Move[] {
  const pace = fortune === 'unmoved' ? 0 : paces[fortune]
  const begun = committed[0]?.on ?? Infinity
  const moves: Move[] = []
  let paid = 0
  for (let day = begun + random.between(60, 120); day < start + days * 1.6 && moves.length < 30; day += random.between(45, 110)) {
    const on = afterAugust(day, random)
    const available = committed.filter((move) => move.on <= on).reduce((sum, { cents }) => sum + cents, 0)
    const elapsed = Math.min(1, ((on - begun) / Math.max(days - (begun - start), 1)) * pace)
    const due = Math.min(Math.round(available * elapsed), available) - paid
    if (due < 100_000) continue
    paid += due
    moves.push({
      kind: 'disbursed',
      on,
      cents: due,
      document: `Mandato n. ${random.between(100, 9_999)}/${dateOf(on).slice(0, 4)}`,
    })
  }
  return moves
}

function certificationsOf(paid: Move[], random: Random): Move[] {
  return paid
    .filter((_, index) => index % 2 === 1)
    .map((move, index) => ({
      kind: 'certified' as const,
      on: move.on + random.between(40, 120),
      cents: Math.round(((paid[index * 2]?.cents ?? 0) + move.cents) * 0.92),
      document: `Domanda di rimborso n. ${index + 1}`,
    }))
}

/** What was admitted and not needed, once everything is done. */
function savingOf({ start, days, fortune }: Plan, total: number, committed: Move[]): Move[] {
  const left = total - committed.reduce((sum, { cents }) => sum + cents, 0)
  if (left <= 0 || (fortune !== 'early' && fortune !== 'regular')) return []
  return [{ kind: 'saving', on: start + Math.round(days * 1.1), cents: left, document: 'Quadro economico finale' }]
}

function writeMove(
  projectId: string,
  index: number,
  { kind, on, cents, document, note }: Move,
  { period, random, writer }: Site,
) {
  writer.add(movements, {
    ...rowOf(projectId, `${index}`, {
      kind,
      on,
      cents,
      document: forgotten(`${projectId} ${index}`, 40) ? null : document,
      note,
    }),
    ...writtenAfter(on, random.chance(0.85) ? random.between(0, 6) : random.between(15, 45), period),
  })
}

function rowOf(
  projectId: string,
  name: string,
  { kind, on, cents, document, note }: Omit<Move, 'document'> & { document: string | null },
): Row<typeof movements> & { id: string } {
  return {
    id: idOf(`movement ${projectId} ${name}`),
    projectId,
    kind,
    effectiveOn: dateOf(on),
    amount: (cents / 100).toFixed(2),
    document,
    note: note ?? null,
    source: 'agenzia dimostrativa',
    isDemo: true,
  }
}

/** A payment entered twice by mistake, and the movement that takes it back. */
function writeReversal(projectId: string, moves: Move[], { period, random, writer }: Site) {
  const paid = moves.filter(({ kind, on }) => kind === 'disbursed' && on < period.today - 40)
  if (paid.length === 0) return
  const move = random.pick(paid)
  const on = move.on + random.between(10, 35)
  const twice = rowOf(projectId, 'twice', { ...move, note: 'Registrato due volte' })
  const back = rowOf(projectId, 'back', { ...move, on, cents: -move.cents, note: 'Storno del mandato registrato due volte' })
  writer.add(
    movements,
    { ...twice, ...writtenAfter(move.on, 2, period) },
    { ...back, reversesId: twice.id, ...writtenAfter(on, 1, period) },
  )
}

function writtenAfter(on: number, days: number, period: Period) {
  const at = Math.min(Math.max(instantOf(on + days, 9, 15), period.loaded), period.last)
  return { recordedAt: isoOf(at), recordedBy: by, version: 1 }
}

function statesOf(plan: Plan, moves: Move[]): { state: State; from: number }[] {
  const { start, days, fortune, amount } = plan
  const states: { state: State; from: number }[] = [{ state: 'notStarted', from: start - 30 }]
  const begun = moves.find(({ kind }) => kind === 'committed')
  if (!begun) return states
  states.push({ state: 'underway', from: Math.max(begun.on, start - 29) })
  const half = start + Math.round(days * 0.62)
  if (fortune === 'suspended') states.push({ state: 'suspended', from: half })
  if (fortune === 'revoked') states.push({ state: 'revoked', from: half })
  let paid = 0
  const last = moves.find(
    ({ kind, cents }) => kind === 'disbursed' && (paid += cents) >= amount * 100 * 0.78 && paid >= amount * 70,
  )
  if (last && fortune !== 'suspended' && fortune !== 'revoked' && last.on > start + days * 0.85) {
    states.push({ state: 'paidOut', from: last.on + 20 }, { state: 'concluded', from: last.on + 240 })
  }
  return states
}

function writeStates({ id }: Plan, states: { state: State; from: number }[], { period, writer }: Site) {
  const reached = states.filter(({ from }) => from < period.today)
  const at = (from: number) => Math.min(Math.max(instantOf(from + 1, 10), period.loaded), period.last)
  for (const [index, { state, from }] of reached.entries()) {
    const next = reached[index + 1]
    const { current, earlier } = versionsOf(
      {
        id: idOf(`project stage ${id} ${index}`),
        projectId: id,
        state,
        validFrom: dateOf(from),
        validTo: 'infinity',
        source: 'agenzia dimostrativa',
        isDemo: true,
      },
      at(from),
      next ? [{ at: at(next.from), values: { validTo: dateOf(next.from) } }] : [],
      by,
    )
    writer.add(projectStages, current)
    writer.retract(projectStages, ...earlier)
  }
}
