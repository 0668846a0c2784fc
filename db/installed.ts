import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ClientBase, Pool } from 'pg'
import { installScript } from './install.ts'
import { resources } from './resources.ts'
import { StartupError } from './StartupError.ts'

/** Which program prepared a database, as `app.settings` keeps it. */
export interface Installed {
  version: string
  fingerprint: string
  /** Its last migration, by name: a program that does not know it can still say which. */
  migration: string
  at: string
}

interface Migration {
  tag: string
  when: number
}

const fileOf = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown

export const programVersion = (fileOf('../package.json') as { version: string }).version

export const knownMigrations = (fileOf('./migrations/meta/_journal.json') as { entries: Migration[] }).entries

/** What this program leaves in a database besides rows: two programs of one fingerprint can work on it side by side. */
export const fingerprint = createHash('sha256')
  .update(installScript(resources))
  .update(JSON.stringify(knownMigrations.map(({ tag, when }) => [tag, when])))
  .digest('hex')

/** The fingerprint of whoever prepared the database last, for a statement that asks something else as well. */
export const installedFingerprint = `(select value ->> 'fingerprint' from app.settings where key = 'installed')`

export interface Prepared {
  /** Its migrations, by their time; empty when nobody has prepared it. */
  migrations: number[]
  /** Null also where a program that did not say so prepared it. */
  installed: Installed | null
}

export async function readPrepared(client: Pool | ClientBase): Promise<Prepared> {
  const { rows: there } = await client.query(
    `select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('app.settings') is not null as prepared`,
  )
  if (!there[0]?.prepared) return { migrations: [], installed: null }
  const { rows } = await client.query<Prepared>(`
    select (select coalesce(jsonb_agg(distinct created_at order by created_at), '[]') from drizzle.__drizzle_migrations) as migrations,
      (select value from app.settings where key = 'installed' and jsonb_typeof(value) = 'object' limit 1) as installed`)
  return rows[0] ?? { migrations: [], installed: null }
}

/** The migrations that this program does not know. */
export function unknownMigrations(migrations: readonly number[]): number[] {
  const known = new Set(knownMigrations.map(({ when }) => when))
  return migrations.filter((when) => !known.has(when))
}

export function isNewerThanProgram({ migrations, installed }: Prepared): boolean {
  return unknownMigrations(migrations).length > 0 || (installed !== null && isNewer(installed.version, programVersion))
}

/** A program older than the one that prepared the database would take its views away: it does not start. */
export function refuseNewer(prepared: Prepared): void {
  if (!isNewerThanProgram(prepared)) return
  const { migrations, installed } = prepared
  const [unknown] = unknownMigrations(migrations)
  const newer = installed && isNewer(installed.version, programVersion) ? installed.version : null
  const who = newer === null ? 'da una versione più recente' : `dalla versione ${newer}`
  const what = unknown === undefined ? '' : `, con la migrazione «${nameOf(unknown, installed)}» che qui non si conosce`
  throw new StartupError(
    `Il database è stato preparato ${who} di Ballatoio${what}; questo programma è la ${programVersion}: avviare ${newer === null ? 'quella' : `la ${newer}`} o una successiva, oppure tornare con npm run restore a una copia fatta prima dell'aggiornamento.`,
  )
}

function nameOf(when: number, installed: Installed | null): string {
  const isKnown = knownMigrations.some(({ tag }) => tag === installed?.migration)
  return installed && !isKnown ? installed.migration : `del ${new Date(when).toISOString().slice(0, 10)}`
}

/** For whoever uses a database without preparing it: it is of this very program, or there is a sentence. */
export async function checkPrepared(pool: Pool): Promise<void> {
  const prepared = await readPrepared(pool)
  if (prepared.migrations.length === 0) {
    throw new StartupError('Il database non è ancora preparato: avviare prima il programma con npm start.')
  }
  refuseNewer(prepared)
  if (prepared.installed?.fingerprint === fingerprint) return
  const of = prepared.installed ? `dalla versione ${prepared.installed.version}` : 'da una versione precedente'
  throw new StartupError(
    `Il database è stato preparato ${of} e questo programma è la ${programVersion}: fermare l'altra, avviare questa con npm start e riprovare.`,
  )
}

export async function writeInstalled(client: ClientBase): Promise<void> {
  const installed = {
    version: programVersion,
    fingerprint,
    migration: knownMigrations.at(-1)?.tag ?? '',
    at: new Date().toISOString(),
  }
  await client.query(`insert into app.settings values ('installed', $1) on conflict (key) do update set value = excluded.value`, [
    JSON.stringify(installed satisfies Installed),
  ])
}

/** Versions are three numbers, as in `package.json`. */
function isNewer(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0
}
