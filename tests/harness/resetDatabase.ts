import type { Pool } from 'pg'

const statements = new WeakMap<Pool, Promise<string>>()

/**
 * Empties a database that was just migrated, without triggers, so that history does not record it: a twentieth of the time
 * of a new engine. Of what belongs to the program only the protocol goes, and begins again from number 1.
 */
export async function resetDatabase(pool: Pool): Promise<void> {
  if (!statements.has(pool)) statements.set(pool, emptying(pool))
  await pool.query((await statements.get(pool)) ?? '')
}

async function emptying(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('app', 'information_schema', 'drizzle')`)
  const deletes = [...rows.map(({ name }) => name), 'app.protocol', 'app.protocol_rows'].map((name) => `delete from ${name}`)
  return ['begin', 'set local session_replication_role = replica', ...deletes, 'commit'].join(';')
}
