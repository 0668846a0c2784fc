/**
 * The pair of moments a question is about: `asOf`, the day on which it was true; `knownAt`, the instant at which we knew
 * it. Null is now.
 */
export interface Clocks {
  asOf: string | null
  knownAt: string | null
}

export const now: Clocks = { asOf: null, knownAt: null }

export const isPast = (clocks: Clocks) => clocks.asOf !== null || clocks.knownAt !== null

/**
 * The roles that requests run as: of who may see everything, and of anybody else. Neither is the owner, so that policies hold and
 * history cannot be rewritten.
 */
export const requestRole = 'ballatoio_app'
export const scopedRole = 'ballatoio_scoped'
export const requestRoles = [requestRole, scopedRole] as const

/**
 * The moments an answer is for: the ones asked about, else today in Rome and the instant of the last entry of the protocol
 * that its snapshot holds, so that the same question with these moments has the same answer for ever.
 */
export interface Moments {
  asOf: string
  /** Nobody asked for a day: it is the one that it is. */
  isToday: boolean
  /** Nobody asked for an instant: it is what is known now. */
  isLatest: boolean
  knownAt: string
  /** The last entry in the snapshot: its number and digest name the state of all records. Null where nothing was written yet. */
  entry: string | null
}
