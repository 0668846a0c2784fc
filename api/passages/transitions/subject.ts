import type { Transaction } from '../../../db/transaction.ts'
import type { Resource } from '../../../db/defineResource.ts'
import type { TransitionTable } from '../../../db/transitions/parts.ts'
import { type FieldErrors, Refusal } from '../../http/errors.ts'

/** The state a subject is in, and the first day of it; null when nothing says. */
export interface Present {
  state: string
  since: string | null
}

/** A transition that the table allows, about to be carried out in the request's transaction. */
export interface Move {
  client: Transaction
  /** The subject's id. */
  id: string
  from: string
  since: string | null
  to: string
  /** The day it happened. */
  on: string
  /** What the table asked for; null where nothing was given. */
  values: Readonly<Record<string, unknown>>
}

/** Something whose state changes only by transitions. */
export interface Subject {
  resource: Resource
  table: TransitionTable
  /** As of the request's clocks. */
  present(client: Transaction, id: string): Promise<Present>
  /** Checks the conditions and writes every effect; answers the warnings, which never block. */
  carry(move: Move): Promise<string[]>
}

/** A refusal on one field. */
export const refuseOn = (field: string, message: string) => new Refusal(422, message, { [field]: [message] })

/** A refusal on the fields that this move needs and the table could only call optional. */
export function demand(values: Move['values'], keys: readonly string[], message: string) {
  const missing = keys.filter((key) => values[key] === null)
  if (missing.length === 0) return
  const errors: FieldErrors = Object.fromEntries(missing.map((key) => [key, [message]]))
  throw new Refusal(422, message, errors)
}

/** A text as typed, or null. */
export const textOf = (values: Move['values'], key: string) => (values[key] ?? null) as string | null
