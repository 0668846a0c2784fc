import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migrateTables } from 'drizzle-orm/node-postgres/migrator'
import type { Pool } from 'pg'
import { checkWhole } from './checkWhole.ts'
import { withoutTimeLimit } from './connect.ts'
import { installScript } from './install.ts'
import { fingerprint, programVersion, readPrepared, refuseNewer, writeInstalled } from './installed.ts'
import { resources } from './resources.ts'
import { StartupError } from './StartupError.ts'

/**
 * Brings a database to this version: tables by the generated migrations, the rest by the declarations. One that a newer
 * program prepared, or that lacks some of what protects it, is refused with a sentence and left as it is.
 */
export async function migrate(pool: Pool) {
  const prepared = await readPrepared(pool)
  refuseNewer(prepared)
  await checkWhole(pool, prepared)
  await withoutTimeLimit(pool, async (client) => {
    // What a migration writes is protocolled as such.
    await client.query(`set app.origin = 'migration'`)
    await migrateTables(drizzle(client), { migrationsFolder }).catch(refuse)
    await client.query(refreshOrder)
    if (prepared.installed?.fingerprint === fingerprint) return
    await client.query('begin')
    await client.query(installScript(resources))
    await writeInstalled(client)
    await client.query('commit')
  })
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Migrations are one transaction: where one fails, the database is what it was. */
function refuse(error: Error): never {
  const { message } = error.cause instanceof Error ? error.cause : error
  throw new StartupError(
    `Il database non si porta alla versione ${programVersion} (${message}). È rimasto come era: usare la versione di prima, oppure tornare con npm run restore a una copia intera.`,
    { cause: error },
  )
}

/** An order that came with another version of ICU no longer fits the indexes that were made with it: they are made again. */
const refreshOrder = `
do $$
declare stale record;
begin
  if not exists (
    select from pg_collation
    where oid = 'app.as_people_read'::regcollation and collversion is distinct from pg_collation_actual_version(oid)
  ) then
    return;
  end if;
  for stale in
    select objid::regclass as name from pg_depend
    join pg_class on pg_class.oid = objid and relkind = 'i'
    where classid = 'pg_class'::regclass and refclassid = 'pg_collation'::regclass and refobjid = 'app.as_people_read'::regcollation
  loop
    execute format('reindex index %s', stale.name);
  end loop;
  alter collation app.as_people_read refresh version;
end $$`
