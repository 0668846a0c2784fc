import type { Register } from './catalogue.ts'

/** The entry of the protocol by which a state came or went. */
export interface Entry {
  number: number
  origin: string
  reason: string | null
}

/** A state of a record, as its history tells it: who recorded it, when, and until when it was held true. */
export interface Recorded {
  version: number
  recordedAt: string
  recordedBy: string
  entry: Entry | null
  retractedAt: string | null
  retractedBy: string | null
  retraction: Entry | null
  reason: string | null
  values: Readonly<Record<string, unknown>>
}

export interface Change {
  field: string
  before: unknown
  after: unknown
}

const bookkeeping = new Set(['id', 'recordedAt', 'recordedBy', 'version'])

/** What changed from a state to the next; everything that has a value when there is none before. */
export function changesBetween(before: Recorded['values'] | undefined, after: Recorded['values'], register: Register): Change[] {
  return Object.keys(after)
    .filter((field) => field in register.fields && !bookkeeping.has(field))
    .filter((field) => !same(before?.[field], after[field]))
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }))
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** A field on which two people disagree with what both had read. */
export interface Clash {
  field: string
  original: unknown
  mine: unknown
  theirs: unknown
  /** Nobody but one touched it: nothing to decide. */
  settled: 'mine' | 'theirs' | null
}

/** Field by field: what I read, what I wrote, what is recorded now. Fields that all agree on are left out. */
export function clashes(
  fields: readonly string[],
  { original, mine, theirs }: Record<'original' | 'mine' | 'theirs', Readonly<Record<string, unknown>>>,
): Clash[] {
  return fields
    .map((field) => ({ field, original: original[field] ?? null, mine: mine[field] ?? null, theirs: theirs[field] ?? null }))
    .filter((clash) => !same(clash.mine, clash.original) || !same(clash.theirs, clash.original))
    .map((clash) => ({ ...clash, settled: settle(clash) }))
}

function settle({ original, mine, theirs }: Omit<Clash, 'field' | 'settled'>): Clash['settled'] {
  if (same(mine, theirs) || same(mine, original)) return 'theirs'
  return same(theirs, original) ? 'mine' : null
}
