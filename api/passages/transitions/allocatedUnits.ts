import { sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/transaction.ts'
import { formatDate } from '../../../db/format.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { run } from '../../resources/readRows.ts'
import { refuseOn } from './subject.ts'
import { unitSubject } from './units.ts'

export interface HeldUnit {
  id: string
  code: string
  state: string
  since: string | null
}

/** The states in which nobody has a unit nor a claim on it. */
export const readyStates = ['restored', 'assignable', 'asIs']

/** A unit and its state of today, kept from others until the request ends. */
export async function holdUnit(client: Transaction, id: string, field = 'unitId'): Promise<HeldUnit> {
  const [unit] = await run<{ code: string }>(client, sql`select code from units where id = ${id} for update`)
  if (!unit) throw refuseOn(field, 'L’unità indicata non esiste.')
  return { id, code: unit.code, ...(await unitSubject.present(client, id)) }
}

/** «Sfitto, con lavori finanziati» as the screen calls it. */
export const stateName = (state: string) =>
  transitionTables.units.states[state as keyof typeof transitionTables.units.states] ?? state

export function demandFree({ code, state }: HeldUnit, free: readonly string[], field = 'unitId') {
  if (free.includes(state)) return
  throw refuseOn(field, `L’unità ${code} non è libera: il suo stato è «${stateName(state)}».`)
}

interface Passage {
  unit: HeldUnit
  to: string
  on: string
  /** The field of the form that says the day. */
  field: string
  document?: string | null
}

/** Moves a unit as its own transition would: its episode and its stages follow. */
export async function moveUnit(client: Transaction, { unit, to, on, field, document = null }: Passage) {
  if (unit.since !== null && on < unit.since) {
    throw refuseOn(
      field,
      `Lo stato attuale dell’unità è iniziato il ${formatDate(unit.since)}: la data non può essere precedente.`,
    )
  }
  await unitSubject.carry({ client, id: unit.id, from: unit.state, since: unit.since, to, on, values: { document, note: null } })
}
