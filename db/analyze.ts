import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Keeps the planner's statistics no older than a day: a server does so by itself, the embedded engine does not. */
export function analyzeDaily(pool: Pool): void {
  const look = () => void analyzeWhenDue(pool, new Date()).catch(() => {})
  setTimeout(look, minute).unref()
  setInterval(look, hour).unref()
}

/** Table by table, each while nobody asks anything, so that no request waits for more than one. Answers whether it was due. */
export async function analyzeWhenDue(pool: Pool, now: Date): Promise<boolean> {
  const { rows: kept } = await pool.query(`select value #>> '{}' as last from app.settings where key = 'analyzed'`)
  if (kept[0] && now.getTime() - Date.parse(kept[0].last) < day) return false
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'history', 'journal', 'auth') order by 1`,
  )
  for (const { name } of tables) {
    await untilIdle(pool)
    await pool.query(`analyze ${name}`)
  }
  await pool.query(
    `insert into app.settings values ('analyzed', to_jsonb($1::text)) on conflict (key) do update set value = excluded.value`,
    [now.toISOString()],
  )
  return true
}

async function untilIdle(pool: Pool): Promise<void> {
  while (pool.waitingCount > 0 || pool.idleCount < pool.totalCount) await pause(100, undefined, { ref: false })
}
