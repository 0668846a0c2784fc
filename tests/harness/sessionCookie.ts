import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Role } from '../../db/roles.ts'

/** What signing in leaves behind, without the password: hashing one takes longer than most tests. */
export async function sessionCookie(pool: Pick<Pool, 'query'>, secret: string, email: string, role: Role): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await pool.query(
    `with who as (
       insert into auth."user" (id, name, email, role) values ($1, $2, $2, $3)
       on conflict (email) do update set role = excluded.role returning id
     )
     insert into auth.session (id, user_id, token, expires_at) select $4, id, $5, now() + interval '1 day' from who`,
    [randomUUID(), email, role, randomUUID(), token],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `ballatoio.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
