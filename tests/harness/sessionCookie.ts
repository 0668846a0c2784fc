import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Grant } from '../../api/auth/accounts.ts'

/** What signing in leaves behind, without the password: hashing one takes longer than most tests. */
export async function sessionCookie(
  pool: Pick<Pool, 'query'>,
  secret: string,
  email: string,
  grants: readonly Grant[],
): Promise<string> {
  const token = await sessionToken(pool, email, grants)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `ballatoio.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** The user is made when missing. */
export async function sessionToken(pool: Pick<Pool, 'query'>, email: string, grants: readonly Grant[]): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await pool.query(
    `with who as (
       insert into auth."user" (id, name, email) values ($1, $2, $2)
       on conflict (email) do update set updated_at = now() returning id
     ),
     given as (
       insert into auth.grants (id, user_id, role, kind, key)
       select gen_random_uuid(), who.id, g.role, g.kind, g.key from who, jsonb_to_recordset($5) g (role text, kind text, key text)
       where not exists (select from auth.grants had where had.user_id = who.id)
     )
     insert into auth.session (id, user_id, token, expires_at) select $3, id, $4, now() + interval '1 day' from who`,
    [randomUUID(), email, randomUUID(), token, JSON.stringify(grants)],
  )
  return token
}
