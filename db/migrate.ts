import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migrateTables } from 'drizzle-orm/node-postgres/migrator'
import type { Pool } from 'pg'
import { installScript } from './install.ts'
import { resources } from './resources.ts'

/** Brings a database to this version: tables by the generated migrations, the rest by the declarations. */
export async function migrate(pool: Pool) {
  await migrateTables(drizzle(pool), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) })
  const script = installScript(resources)
  const fingerprint = createHash('sha256').update(script).digest('hex')
  const client = await pool.connect()
  try {
    const { rows } = await client.query(`select value from app.settings where key = 'installed'`)
    if (rows[0]?.value === fingerprint) return
    await client.query('begin')
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
