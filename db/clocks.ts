import type { PoolClient } from 'pg'

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

/** The role every request runs as: not the owner, so that policies hold and history cannot be rewritten. */
export const requestRole = 'ballatoio_app'

interface Setting {
  clocks: Clocks
  /** Who writes, as the history will say. */
  user: string
  /** Why, when the writer says so. */
  reason?: string | null
  writes: boolean
  /** The snapshot of another transaction to read from, as it was exported. */
  snapshot?: string | undefined
}

/** Opens the transaction of a request: its clocks, its user, its role. One round trip. */
export async function begin(client: PoolClient, { clocks, user, reason, writes, snapshot }: Setting) {
  const set = (name: string, value: string) => `set local ${name} = ${client.escapeLiteral(value)}`
  const path = clocks.knownAt === null ? 'live, public' : 'replay, known, public'
  await client.query(
    [
      writes ? 'begin' : 'begin isolation level repeatable read read only',
      ...(snapshot === undefined ? [] : [`set transaction snapshot ${client.escapeLiteral(snapshot)}`]),
      set('app.as_of', clocks.asOf ?? ''),
      set('app.known_at', clocks.knownAt ?? ''),
      set('app.author', user),
      set('app.reason', reason ?? ''),
      `set local search_path = ${path}`,
      `set local role ${requestRole}`,
    ].join(';'),
  )
}
