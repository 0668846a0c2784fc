import pg from 'pg'
import { requestRole } from './clocks.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { StartupError } from './StartupError.ts'
import { valueTypes } from './valueTypes.ts'

export interface Database {
  pool: pg.Pool
  /** For what reads whole tables; on a server these connections are its own, so that nobody else waits for them. */
  figures: pg.Pool
  /** True on the Postgres of the data folder, where there is one connection only. */
  embedded: boolean
  close(): Promise<void>
}

interface Address {
  databaseUrl?: string | undefined
  /** Folder of the embedded Postgres, or `memory://`; used when there is no `databaseUrl`. */
  dataDir: string
}

const oldest = 15

/** Opens the database of the environment, or says in one sentence why it cannot be used. */
export async function connect({ databaseUrl, dataDir }: Address): Promise<Database> {
  return databaseUrl ? connectServer(databaseUrl) : connectEmbedded(await startEmbedded(dataDir))
}

function connectEmbedded(engine: Embedded): Database {
  const pool = openPool({
    host: engine.host,
    port: engine.port,
    user: 'postgres',
    database: 'postgres',
    // The engine mixes up the messages of two connections; one at a time is always right.
    max: 1,
    idleTimeoutMillis: 0,
    // All stand in one queue here, pages and records: it moves slowly, and is not full for that.
    connectionTimeoutMillis: 20_000,
    // It cannot be stopped, but nobody has to wait for it for ever.
    query_timeout: 120_000,
    // It has one session whoever is connected: what another connection prepared is still there.
    onConnect: prepare([], 'deallocate all'),
  })
  return {
    pool,
    figures: pool,
    embedded: true,
    close: async () => {
      await pool.end()
      await engine.close()
    },
  }
}

async function connectServer(url: string): Promise<Database> {
  const options: pg.PoolConfig = {
    connectionString: url,
    application_name: 'ballatoio',
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Compiling a query costs more than the panel's queries take, and a page already reads with two connections.
    onConnect: prepare([
      'datestyle = ISO',
      'jit = off',
      "work_mem = '32MB'",
      // What is read often is in memory, where a row by its index costs little more than the next one.
      'random_page_cost = 1.1',
      'max_parallel_workers_per_gather = 0',
      `statement_timeout = '30s'`,
      `idle_in_transaction_session_timeout = '30s'`,
      // What nobody waits for any more is stopped.
      `client_connection_check_interval = '1s'`,
    ]),
  }
  const pool = openPool({ ...options, max: 6 })
  const figures = openPool({ ...options, max: 6 })
  const close = async () => {
    await Promise.all([pool.end(), figures.end()])
  }
  try {
    await checkServer(pool)
  } catch (error) {
    await close()
    throw error instanceof StartupError ? error : new StartupError(whyUnreachable(error, url))
  }
  return { pool, figures, embedded: false, close }
}

/** For what may last: a migration, a seed, a check of everything. The connection ends with it. */
export async function withoutTimeLimit<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    return await work(client)
  } finally {
    client.release(true)
  }
}

/** Whoever finds no connection for so long is told so, instead of standing in a queue that grows. */
const longestQueue = 5_000

function openPool(options: pg.PoolConfig): pg.Pool {
  // Questions are sent without waiting for the answer to the one before: the door and what follows it are one message.
  const pool = new pg.Pool({
    connectionTimeoutMillis: longestQueue,
    types: valueTypes,
    ...options,
    pipeline: true,
  })
  // A connection that is lost fails its questions, and is replaced at the next; without a listener it would end the process.
  pool.on('error', ignoreLost)
  pool.on('connect', (client) => client.on('error', ignoreLost))
  return pool
}

/** The path is said to every connection: a user called as one of our schemas would otherwise find tables of his own there. */
const prepare =
  (settings: string[], ...first: string[]) =>
  async (client: pg.ClientBase) => {
    const said = ['timezone = UTC', 'search_path = public', ...settings].map((setting) => `set ${setting}`)
    await client.query([...first, ...said].join('; '))
  }

function ignoreLost(): void {}

interface Server {
  version: string
  encoding: string
  /** Whether it orders text as people read it. */
  icu: 'yes' | 'no'
  name: string
  /** A permission that the migrations will want, when it lacks. */
  missing: string | null
}

const aboutServer = `
  select current_setting('server_version') as version, current_setting('server_encoding') as encoding, rolname as name,
    case when exists (select from pg_collation where collprovider = 'i') then 'yes' else 'no' end as icu,
    case
      when exists (select from pg_namespace where nspname = 'app') then null
      when not has_database_privilege(current_database(), 'create') then 'CREATE'
      when rolsuper or rolcreaterole or exists (
        select from pg_auth_members where member = pg_roles.oid and roleid = to_regrole('${requestRole}')) then null
      else 'CREATEROLE'
    end as missing
  from pg_roles where rolname = current_user`

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Server>(aboutServer)
  const { version = '', encoding, icu, name, missing } = rows[0] ?? {}
  if (Number.parseInt(version, 10) < oldest) {
    throw new StartupError(`Il database di DATABASE_URL è un Postgres ${version}: serve la versione ${oldest} o una più recente.`)
  }
  if (encoding !== 'UTF8') {
    throw new StartupError(`Il database di DATABASE_URL usa la codifica ${encoding}: serve un database creato con codifica UTF8.`)
  }
  if (icu === 'no') {
    throw new StartupError(
      'Il Postgres di DATABASE_URL è compilato senza ICU, che serve a ordinare i testi: usare quello distribuito con il sistema o quello ufficiale.',
    )
  }
  if (missing) {
    throw new StartupError(
      `All'utente «${name}» di DATABASE_URL manca il permesso ${missing}, che serve a preparare il database la prima volta: darlo, oppure indicare un altro utente.`,
    )
  }
}

function whyUnreachable(error: unknown, url: string): string {
  const { code, message } = error as { code?: string; message: string }
  const { hostname, port, pathname } = new URL(url)
  const name = decodeURIComponent(pathname.slice(1))
  const where = `${hostname || 'locale'}:${port || '5432'}`
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `Il database di DATABASE_URL non risponde su ${where}: verificare che Postgres sia acceso e che indirizzo e porta siano giusti.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Il nome ${hostname} di DATABASE_URL non si trova: verificare l'indirizzo del database.`
    case '28P01':
    case '28000':
      return `Il database su ${where} rifiuta le credenziali di DATABASE_URL: verificare utente e password.`
    case '3D000':
      return `Il database «${name}» di DATABASE_URL non esiste su ${where}: crearlo con createdb, oppure correggere il nome.`
    case '57P03':
      return `Il database su ${where} si sta avviando o spegnendo: riprovare tra poco.`
    case '53300':
      return `Il database su ${where} non ha più connessioni libere: alzare max_connections o fermare altri programmi.`
    default:
      return `Il database di DATABASE_URL non è raggiungibile su ${where} (${code ?? message}): verificare l'indirizzo e la rete.`
  }
}
