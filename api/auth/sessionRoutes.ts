import { Hono } from 'hono'
import type { Pool } from 'pg'
import { admit } from '../../db/transaction.ts'
import { noSession } from '../../db/enter.ts'
import { codeOf } from '../http/causes.ts'
import { notSignedIn } from '../http/errors.ts'
import type { Grant } from './accounts.ts'
import type { Auth } from './auth.ts'
import { tokenOf } from './signedIn.ts'

/** A role that the user has today, and what it is over, by its name. */
export interface Given extends Grant {
  /** What the scope is called; of the whole agency, nothing. */
  title: string | null
}

/** Who asks, with what they may do and where, as the panel says on every page; nothing to whom nobody has let in. */
export const sessionRoutes = (pool: Pool, auth: Auth) =>
  new Hono()
    .get('/', async (c) => {
      const token = await tokenOf(c, auth)
      const user = token && (await admit(pool, token).catch(unlessUnknown))
      if (!user) return c.json(null)
      const { id, name, email } = user
      const { rows: grants } = await pool.query<Given>(grantsOf, [id])
      return c.json({ user: { id, name, email }, grants })
    })
    .delete('/feeds', async (c) => {
      const token = await tokenOf(c, auth)
      if (!token) throw notSignedIn()
      const { id } = await admit(pool, token)
      await pool.query('update auth."user" set feed_serial = feed_serial + 1 where id = $1', [id])
      return c.body(null, 204)
    })

function unlessUnknown(error: unknown): null {
  if (codeOf(error) === noSession) return null
  throw error
}

const grantsOf = `
  select g.role, g.kind, g.key, coalesce(
    (select name from uogs where g.kind = 'uog' and id = key), (select name from comuni where g.kind = 'comune' and id = key),
    (select name from programmes where g.kind = 'programme' and id::text = key), (select name from bodies where g.kind = 'body' and id::text = key),
    nullif(key, '')) as title
  from auth.grants g where user_id = $1 and valid_from <= app.as_of() and valid_to > app.as_of() order by role, kind, title`
