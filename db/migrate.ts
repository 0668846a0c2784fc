import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migrateTables } from 'drizzle-orm/node-postgres/migrator'
import type { Pool } from 'pg'
import { installScript } from './install.ts'
import { resources } from './resources.ts'

/** Brings a database to this version: tables by the generated migrations, the rest by the declarations. */
export async function migrate(pool: Pool) {
  await applyMigrations(pool)
  const script = installScript(resources)
  const fingerprint = createHash('sha256').update(script).digest('hex')
  await refreshOrder(pool)
  const client = await pool.connect()
  try {
    const { rows } = await client.query(`select value from app.settings where key = 'installed'`)
    if (rows[0]?.value === fingerprint) return
    await client.query(`begin; set local app.origin = 'migration'`)
    await client.query(script)
    await client.query(
      `insert into app.settings values ('installed', to_jsonb($1::text)) on conflict (key) do update set value = excluded.value`,
      [fingerprint],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** What a migration writes is protocolled as such. */
async function applyMigrations(pool: Pool) {
  const client = await pool.connect()
  try {
    await client.query(`set app.origin = 'migration'`)
    await migrateTables(drizzle(client), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) })
  } finally {
    await client.query('reset app.origin')
    client.release()
  }
}

/** An order that came with another version of ICU no longer fits the indexes that were made with it: they are made again. */
const refreshOrder = (pool: Pool) =>
  pool.query(`
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
end $$`)
