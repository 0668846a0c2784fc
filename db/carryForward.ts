import type { Pool } from 'pg'

const hour = 3_600_000

/**
 * Carries the balances of the journals forward when enough was written since the last time. Nothing waits for it: until then
 * there is more to add up. In a transaction of its own, which holds no writer.
 */
export function carryForwardHourly(pool: Pool): void {
  setInterval(() => void pool.query('select app.carry_journals_forward()').catch(() => {}), hour).unref()
}
