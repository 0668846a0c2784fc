import { createHash, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { Refusal } from '../http/errors.ts'

/** Attempts that are free, before each has to wait for twice as long as the one before. */
const freeAttempts = 5
const firstWait = 30
const longestWait = 15 * 60

/**
 * Attempts at one account are throttled together, from wherever they come, but for the addresses from which its user has signed in
 * of late: those are each on their own, so that a stranger who guesses keeps nobody out. An attempt counts as refused until it is
 * known to have succeeded, so that many at once are counted too; it is told apart from nothing whether there is such an account.
 */
export async function signingIn(pool: Pool, email: string, address: string, attempt: () => Promise<Response>): Promise<Response> {
  const { id, wait } = await opened(pool, email.trim().toLowerCase().slice(0, 254), address)
  if (wait > 0) {
    const refusal = new Refusal(429, `Troppi tentativi su questo utente: riprovare tra ${minutesOf(wait)}.`)
    refusal.retryAfter = wait
    throw refusal
  }
  const answer = await attempt()
  if (answer.ok) await pool.query(`update auth.sign_ins set outcome = 'succeeded' where id = $1`, [id])
  // Of any other, as one that the library has throttled by its address, no password was looked at.
  else if (!judged.has(answer.status)) await pool.query('delete from auth.sign_ins where id = $1', [id])
  return answer
}

/** The answers to a password that was looked at and is not theirs. */
const judged = new Set([401, 403])

const minutesOf = (seconds: number) => (seconds < 60 ? `${seconds} secondi` : `${Math.ceil(seconds / 60)} minuti`)

async function opened(pool: Pool, email: string, address: string): Promise<{ id: string; wait: number }> {
  const client = await pool.connect()
  const id = randomUUID()
  const digest = `sha256 ${createHash('sha256').update(email).digest('hex')}`
  try {
    await client.query('begin')
    // One attempt at an account after the other.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [digest])
    const { rows } = await client.query<{ wait: number }>(written, [id, email, digest, address])
    await client.query('commit')
    return { id, wait: rows[0]?.wait ?? 0 }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

const written = `
  with who as (
    select coalesce((select email from auth."user" where email = $2), $3) as account
  ),
  known as (
    select s.address, max(s.at) as at from auth.sign_ins s join who using (account)
    where s.outcome = 'succeeded' and s.at > now() - interval '30 days' group by s.address
  ),
  refused as (
    select count(*) as times, max(s.at) as last from auth.sign_ins s join who using (account)
    where s.outcome = 'refused' and s.at > now() - interval '1 hour'
      and case when exists (select from known where address = $4)
        then s.address = $4 and s.at > (select at from known where address = $4)
        else not exists (select from known where known.address = s.address) end
  ),
  waiting as (
    select case when times < ${freeAttempts} then 0 else greatest(0, ceil(
      least(${longestWait}, ${firstWait} * power(2, least(times - ${freeAttempts}, 10))) - extract(epoch from clock_timestamp() - last)))::integer
      end as wait
    from refused
  )
  insert into auth.sign_ins (id, account, address, outcome, at)
  select $1, who.account, $4, case when waiting.wait > 0 then 'throttled' else 'refused' end, clock_timestamp() from who, waiting
  returning (select wait from waiting)`
