import type { PoolClient, QueryResult } from 'pg'

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

/** The moments an answer is for: the ones asked about, else today in Rome and the instant at which its transaction began. */
export interface Moments {
  asOf: string
  knownAt: string
}

/** A connection while it serves a request. */
export interface Transaction extends PoolClient {
  moments: Moments
  /** How many queries it answers at the same time. */
  lanes: number
}

const moments = `
  select app.as_of() as "asOf", case when app.known_at() = 'infinity' then now() else app.known_at() end as "knownAt"`

/** Opens the transaction of a request: its clocks, its user, its role. One round trip. */
export async function begin(client: PoolClient, { clocks, user, reason, writes, snapshot }: Setting): Promise<Transaction> {
  const set = (name: string, value: string) => `set local ${name} = ${client.escapeLiteral(value)}`
  const path = clocks.knownAt === null ? 'live, public' : 'replay, known, public'
  const answers: unknown = await client.query(
    [
      writes ? 'begin' : 'begin isolation level repeatable read read only',
      ...(snapshot === undefined ? [] : [`set transaction snapshot ${client.escapeLiteral(snapshot)}`]),
      set('app.as_of', clocks.asOf ?? ''),
      set('app.known_at', clocks.knownAt ?? ''),
      set('app.author', user),
      set('app.reason', reason ?? ''),
      `set local search_path = ${path}`,
      `set local role ${requestRole}`,
      moments,
    ].join(';'),
  )
  const told = (answers as QueryResult<Moments>[]).at(-1)?.rows[0]
  if (!told) throw new Error('A transaction begins without telling its moments.')
  return Object.assign(client, { moments: told, lanes: 1 })
}

/**
 * Before whole tables are read as they were known. Of what unites current and earlier versions the planner has no statistics:
 * it expects a thousand times the rows, and goes through them one by one, or sorts them all. Some records are well found so;
 * all of them are not.
 */
export async function expectWholeTables(client: PoolClient, { knownAt }: Clocks): Promise<void> {
  if (knownAt !== null) await client.query('set local enable_nestloop = off; set local enable_mergejoin = off')
}
