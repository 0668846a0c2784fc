import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'
import type { Clocks, Moments } from './clocks.ts'
import { noSession, otherVersion } from './enter.ts'
import { fingerprint, installedFingerprint } from './installed.ts'
import type { Role } from './roles.ts'

/** Whatever answers questions from one snapshot of the database. */
export interface Reader {
  /** The moments it answers for, and whether nothing is kept from who asks. */
  entered: () => Promise<Moments & Pick<Entered, 'seesAll' | 'sight'>>
  /** How many queries it answers at the same time. */
  readonly lanes: number
  /** A statement with a name is planned once per connection: for what is asked over and over in the same words. */
  query: <R extends QueryResultRow>(statement: string | Named, params?: unknown[]) => Promise<QueryResult<R>>
}

export interface Named {
  name?: string
  text: string
  /** It looks at many days: what a policy lets through on any of them, its own conditions tell day by day. */
  manyDays?: boolean
}

/** Who asks: the token of a session, a calendar for a user, or the name of the program itself, which sees everything. */
export type Asking = { token: string } | { feedOf: string } | { name: string }

export interface Question {
  asking: Asking
  clocks: Clocks
  writes: boolean
  /** Whether no policy keeps anything from who asks, where that is known. */
  seesAll?: boolean
  /** Of what may only be counted, what is asked are figures. */
  counts?: boolean
  /** Where a write comes from, as the protocol will say. */
  origin?: string
  /** Why, when the writer says so. */
  reason?: string | null
  /** Ends the question with the client that asked it. */
  signal?: AbortSignal | undefined
  /** The snapshot of another transaction to read from, as it was exported. */
  snapshot?: string
}

/** The user of a session, and the roles that it has today, whatever over. */
export interface Admitted {
  id: string
  name: string
  email: string
  roles: Role[]
  /** Those of them that they have over the whole agency. */
  agencyRoles: Role[]
  /** Whether no policy keeps anything from them. */
  seesAll: boolean
  /** How often they have revoked the addresses of their calendar feeds. */
  feedSerial: number
}

/** What the door answers: the moments and, where a session was shown, its user. */
export interface Entered extends Moments, Partial<Omit<Admitted, 'seesAll'>>, Pick<Admitted, 'seesAll'> {
  /** What they have in sight, alike for all who see the same. */
  sight?: Readonly<Record<string, { all?: boolean }>>
}

/** What a server says that was the first of its cluster: the next connection may find the one that is now. */
const readOnly = '25006'

/** How long a writer waits for the one before it. */
const longestWait = '5s'

/**
 * The transaction of one request. It takes a connection with its first question and not before, so that nobody's slow line
 * holds one, and sends the door (`app.enter`) and that question together. What it began ends with it: its queries are
 * answered, or their connection is closed, before the connection is anybody else's.
 */
export class Transaction implements Reader {
  readonly lanes = 1
  readonly #pool: Pool
  readonly #question: Question
  readonly #abort = () => this.#cut()
  #acting: readonly Role[] = []
  /** Known before the door where the program asks, or the user was admitted before. */
  #seesAll: boolean | undefined
  #opening: Promise<PoolClient> | null = null
  #entering: Promise<Entered> | null = null
  #client: PoolClient | null = null
  #unanswered = 0
  #stale = false
  #over = false

  constructor(pool: Pool, question: Question) {
    this.#pool = pool
    this.#question = question
    this.#seesAll = 'name' in question.asking || question.seesAll
    question.signal?.addEventListener('abort', this.#abort)
  }

  /** For another that reads beside it. */
  get question(): Question {
    return this.#question
  }

  /** Whether it has asked the database anything. */
  get isOpen() {
    return this.#opening !== null
  }

  /** Passes the door, if it has not yet; rejects with SQLSTATE `noSession` where the token opens none. */
  async entered(): Promise<Entered> {
    await this.#open()
    return this.#entering as Promise<Entered>
  }

  /** Says in which roles something is written, before the first question: the policies let through what is in the scopes of those. */
  actAs(roles: readonly Role[]): void {
    if (this.isOpen) throw new Error('It was to be said before anything was asked.')
    this.#acting = roles
  }

  async query<R extends QueryResultRow>(statement: string | Named, params: unknown[] = []): Promise<QueryResult<R>> {
    if (this.#over) throw new Error('A question was asked after its request was over.')
    const client = await this.#open()
    // What a name stands for is planned for who asks.
    if (this.#seesAll === undefined && typeof statement !== 'string' && statement.name !== undefined) await this.#entering
    this.#unanswered += 1
    const answer = this.#send<R>(client, statement, params).finally(() => (this.#unanswered -= 1))
    // Asked together with the door, and not heeded where the door stays closed.
    answer.catch((error: { code?: string }) => (this.#stale ||= error.code === readOnly))
    await this.#entering
    return answer
  }

  /**
   * Ends it, after all that was asked before; what is given up while something is still asked loses its connection, and Postgres
   * stops. Rejects where what was written cannot be said to stand.
   */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    if (this.#over) return
    this.#over = true
    this.#question.signal?.removeEventListener('abort', this.#abort)
    const client = this.#opening && (await this.#open().catch(() => null))
    if (!client) return
    if (how === 'rollback' && this.#unanswered > 0) this.#cut()
    // Questions are answered in their order: after this one nothing of the request is left on the connection.
    const ended = await client.query(how).catch((error: Error) => error)
    this.#client = null
    client.release(ended instanceof Error || this.#stale)
    if (!this.#question.writes || how === 'rollback') return
    if (ended instanceof Error) throw ended
    if (ended.command !== 'COMMIT') throw new Error('A transaction that failed was to be committed.')
  }

  #send<R extends QueryResultRow>(client: PoolClient, statement: string | Named, params: unknown[]): Promise<QueryResult<R>> {
    if (typeof statement === 'string') return client.query<R>(statement, params)
    if (!statement.name) {
      const looking = (days: string) => client.query(`select set_config('app.many_days', '${days}', true)`).catch(() => {})
      if (statement.manyDays) void looking('on')
      const answer = client.query<R>({ ...statement, values: params })
      if (statement.manyDays) void looking('')
      return answer
    }
    // What a name stands for is planned over one path, the tables or what was known of them, and with the policies of one role.
    const way = `${this.#question.clocks.knownAt === null ? '' : ' then'}${this.#seesAll ? '' : ' in sight'}`
    return client.query<R>({ ...statement, name: `${statement.name}${way}`, values: params })
  }

  async #open(): Promise<PoolClient> {
    this.#opening ??= this.#begin()
    return this.#opening
  }

  async #begin(): Promise<PoolClient> {
    const client = await this.#pool.connect()
    if (this.#question.signal?.aborted) {
      client.release()
      throw new Error('The client went away.')
    }
    this.#client = client
    this.#entering = enter(client, this.#question, this.#acting).then((entered) => {
      this.#seesAll = entered.seesAll
      return entered
    })
    this.#entering.catch(() => {})
    return client
  }

  #cut(): void {
    if (this.#client) socketOf(this.#client).destroy()
  }
}

/** The connection of a client under `pg`, which has no word for ending it at once. */
const socketOf = (client: PoolClient) => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream

async function enter(
  client: PoolClient,
  { asking, clocks, writes, counts = false, origin = 'page', reason, snapshot }: Question,
  acting: readonly Role[],
): Promise<Entered> {
  const literal = (value: string | null | undefined) =>
    value === null || value === undefined ? 'null' : client.escapeLiteral(value)
  const [door, key] = doorOf(asking)
  const given = [key, clocks.asOf, clocks.knownAt, origin, reason].map(literal).join(', ')
  const seeing = 'token' in asking ? `, ${counts}, array[${acting.map(literal).join(', ')}]::text[]` : ''
  // One message: what follows a question that fails is not asked.
  const asked = client.query(
    [
      writes ? 'begin isolation level read committed' : 'begin isolation level repeatable read read only',
      ...(snapshot === undefined ? [] : [`set transaction snapshot ${literal(snapshot)}`]),
      ...(writes ? [`set local lock_timeout = '${longestWait}'`] : []),
      `select *, ${installedFingerprint} as installed from ${door}(${given}, ${writes}${seeing})`,
    ].join(';'),
  )
  const answers: unknown = await asked.catch(explainNoDoor)
  const told = (answers as QueryResult<Entered & { installed: string | null }>[]).at(-1)?.rows[0]
  if (!told) throw new Error('A transaction begins without telling its moments.')
  if (told.installed !== fingerprint) throw changed()
  return { ...told, isToday: clocks.asOf === null, isLatest: clocks.knownAt === null }
}

const admission = `select *, ${installedFingerprint} as installed from app.admit($1)`

/** The user of a session that stands, outside of any transaction; rejects with SQLSTATE `noSession` where there is none. */
export async function admit(pool: Pool, token: string): Promise<Admitted> {
  const asked = pool.query<Admitted & { installed: string | null }>({ name: 'admit', text: admission, values: [token] })
  const [user] = (await asked.catch(explainNoDoor)).rows
  if (!user) throw Object.assign(new Error('No session.'), { code: noSession })
  if (user.installed !== fingerprint) throw changed()
  return user
}

function doorOf(asking: Asking): [door: string, key: string] {
  if ('token' in asking) return ['app.enter', asking.token]
  return 'feedOf' in asking ? ['app.enter_feed', asking.feedOf] : ['app.look', asking.name]
}

const changed = () => Object.assign(new Error('Another version has prepared the database.'), { code: otherVersion })

/** The door of another version may be another function. */
function explainNoDoor(error: Error & { code?: string }): never {
  throw error.code === undefinedFunction ? changed() : error
}

const undefinedFunction = '42883'

/** Does one thing in a transaction of its own. */
export async function inTransaction<T>(pool: Pool, question: Question, work: (client: Transaction) => Promise<T>): Promise<T> {
  const client = new Transaction(pool, question)
  try {
    const result = await work(client)
    await client.end('commit')
    return result
  } catch (error) {
    await client.end('rollback')
    throw error
  }
}

/** The day it is in Rome by the clock of the database, which decides for all; what is written is always asked on it. */
export const todayOf = async (client: Reader): Promise<string> => (await client.entered()).asOf

/**
 * Before whole tables are read as they were known. Of what unites current and earlier versions the planner has no statistics:
 * it expects a thousand times the rows, and goes through them one by one, or sorts them all. Some records are well found so;
 * all of them are not.
 */
export async function expectWholeTables(reader: Reader, { knownAt }: Clocks): Promise<void> {
  if (knownAt !== null) await reader.query('set local enable_nestloop = off; set local enable_mergejoin = off')
}
