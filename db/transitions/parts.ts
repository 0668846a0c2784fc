import type { Field } from '../defineResource.ts'
import type { Role } from '../roles.ts'

/** What a transition asks besides its day. */
export type TransitionField = Field & { key: string; required: boolean }

export interface Transition {
  from: readonly string[]
  to: string
  label: string
  fields: readonly TransitionField[]
}

/** The states of a subject and the ways from one to another: domain, §6.3. */
export interface TransitionTable {
  /** Label of every state; `none` is a subject whose first state is still to be said. */
  states: Readonly<Record<string, string>>
  rows: readonly Transition[]
  /** Who brings it to a state; `others` to those that are not named. */
  by: Readonly<Record<string, readonly Role[]>> & { readonly others: readonly Role[] }
}

export const needs = (field: Field & { key: string }): TransitionField => ({ ...field, required: true })
export const takes = (field: Field & { key: string }): TransitionField => ({ ...field, required: false })

export const note = takes({ key: 'note', kind: 'longText', label: 'Nota' })
