import { join } from 'node:path'
import pg from 'pg'
import { type Census, takeCensus } from '../../db/census.ts'
import { checkWhole } from '../../db/checkWhole.ts'
import { requestRoles } from '../../db/clocks.ts'
import { connect } from '../../db/connect.ts'
import { type Prepared, readPrepared } from '../../db/installed.ts'
import { StartupError } from '../../db/StartupError.ts'
import { checkRestored } from './checkRestored.ts'
import type { Manifest } from './manifest.ts'
import { checkTool, runTool } from './postgresTools.ts'

const dumpOf = (backup: string) => join(backup, 'database.dump')

const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${encodeURIComponent(name)}` }).href

/** Dumps a database, also while the program writes: the dump and the counts are of one snapshot. */
export async function dumpDatabase(url: string, backup: string): Promise<Census & { postgres: number }> {
  const database = await connect({ databaseUrl: url, dataDir: '' })
  const client = await database.pool.connect()
  try {
    const postgres = await majorOf(client)
    await checkTool('pg_dump', postgres)
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0')
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    const census = await takeCensus(client)
    if (census.migrations.length === 0)
      throw new StartupError('Nel database non c’è ancora nulla da copiare: non è mai stato preparato.')
    // What could not be put back is told while there is still something to do about it.
    await checkWhole(client, census)
    await runTool('pg_dump', ['--format=custom', `--snapshot=${rows[0]?.snapshot}`, '--file', dumpOf(backup)], url)
    return { ...census, postgres }
  } finally {
    client.release(true)
    await database.close()
  }
}

/** Who prepared the database; null where there is none. */
export async function preparedAt(url: string): Promise<Prepared | null> {
  return asAdministrator(url, async (client) => {
    const { rows } = await client.query('select from pg_database where datname = $1', [nameOf(url)])
    return rows[0] ? on(url, readPrepared) : null
  })
}

/**
 * Puts a backup in the place of a database that nobody uses, once it was restored beside it and counted. Answers the name
 * under which the one before is kept, if there was one.
 */
export async function restoreDatabase(url: string, backup: string, manifest: Manifest, stamp: string): Promise<string | null> {
  const name = nameOf(url)
  const beside = named(name, `ripristino_${stamp}`)
  return asAdministrator(url, async (client) => {
    const server = await majorOf(client)
    if (server < manifest.postgres) {
      throw new StartupError(
        `La copia viene da un Postgres ${manifest.postgres}, questo server è un ${server}: serve una versione non più vecchia.`,
      )
    }
    await checkTool('pg_restore', server)
    await refuseConnected(client, name)
    for (const role of requestRoles) await makeRequestRole(client, role)
    await create(client, beside)
    try {
      const besideUrl = withName(url, beside)
      await runTool('pg_restore', ['--single-transaction', '--exit-on-error', '--no-owner', dumpOf(backup)], besideUrl)
      await on(besideUrl, async (restored) => {
        await checkRestored(restored, manifest)
        await restored.query('analyze')
      })
      return await swap(client, name, beside, named(name, `prima_${stamp}`))
    } catch (error) {
      await client.query(`drop database ${client.escapeIdentifier(beside)}`)
      throw error
    }
  })
}

/** The longest name Postgres keeps whole. */
const longestName = 63

const named = (database: string, suffix: string) =>
  `${database.slice(0, longestName - suffix.length - 1)}_${suffix.replace('-', '_')}`

async function swap(client: pg.Client, name: string, beside: string, kept: string): Promise<string | null> {
  const rename = async (from: string, to: string) =>
    client.query(`alter database ${client.escapeIdentifier(from)} rename to ${client.escapeIdentifier(to)}`)
  const { rows } = await client.query('select from pg_database where datname = $1', [name])
  try {
    await client.query('begin')
    if (rows[0]) await rename(name, kept)
    await rename(beside, name)
    await client.query('commit')
    return rows[0] ? kept : null
  } catch (error) {
    await client.query('rollback')
    throw (error as { code?: string }).code === '55006' ? inUse(name) : error
  }
}

const inUse = (name: string) =>
  new StartupError(
    `Il database «${name}» è in uso: fermare il programma e chi altri è collegato, e ripetere. Non è stato cambiato nulla.`,
  )

async function refuseConnected(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query(
    `select from pg_stat_activity where datname = $1 and backend_type = 'client backend' limit 1`,
    [name],
  )
  if (rows[0]) throw inUse(name)
}

/** Grants and policies of the dump are to the roles of the requests, which a new cluster lacks. */
async function makeRequestRole(client: pg.Client, requestRole: string): Promise<void> {
  const { rows } = await client.query(
    `select exists (select from pg_roles where rolname = '${requestRole}') as there, current_user as "user",
      coalesce((select rolsuper or pg_has_role(oid, to_regrole('${requestRole}'), 'member') from pg_roles where rolname = current_user), false) as member`,
  )
  const { there, member, user } = rows[0] as { there: boolean; member: boolean; user: string }
  const statements = [
    ...(there ? [] : [`create role ${requestRole} nologin`]),
    ...(member ? [] : [`grant ${requestRole} to current_user`]),
  ]
  try {
    for (const statement of statements) await client.query(statement)
  } catch {
    throw new StartupError(
      `Serve il ruolo ${requestRole} e l'utente «${user}» non può darselo: chi amministra il server esegua «${statements.join('; ').replace('current_user', `"${user}"`)}».`,
    )
  }
}

async function create(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new StartupError(
      `All'utente di DATABASE_URL manca il permesso CREATEDB, che serve a ripristinare in un database nuovo: chi amministra il server lo dia con «alter role … createdb».`,
    )
  }
}

async function majorOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: string }>('show server_version_num')
  return Math.floor(Number(Object.values(rows[0] ?? {})[0]) / 10_000)
}

async function on<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const database = await connect({ databaseUrl: url, dataDir: '' })
  try {
    return await work(database.pool)
  } finally {
    await database.close()
  }
}

/** On the database that every server has: another cannot be renamed from inside. */
async function asAdministrator<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(withName(url, 'postgres'))
  try {
    await client.connect()
  } catch (error) {
    throw new StartupError(
      `Per ripristinare serve collegarsi al database «postgres» del server di DATABASE_URL, e non si riesce: ${(error as Error).message}.`,
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
