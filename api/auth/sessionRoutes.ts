import { Hono } from 'hono'
import type { Pool } from 'pg'
import { admit } from '../../db/transaction.ts'
import type { AppEnv } from '../http/context.ts'
import type { Grant } from './accounts.ts'

/** A role that the user has today, and what it is over, by its name. */
export interface Given extends Grant {
  /** What the scope is called; of the whole agency, nothing. */
  title: string | null
}

/** Who asks, with what they may do and where: the panel says so on every page. */
export const sessionRoutes = (pool: Pool) =>
  new Hono<AppEnv>()
    .get('/session', async (c) => {
      const { id, name, email } = await admit(pool, c.var.token)
      const { rows: grants } = await pool.query<Given>(grantsOf, [id])
      return c.json({ user: { id, name, email }, grants })
    })
    .delete('/session/feeds', async (c) => {
      const { id } = await admit(pool, c.var.token)
      await pool.query('update auth."user" set feed_serial = feed_serial + 1 where id = $1', [id])
      return c.body(null, 204)
    })

const grantsOf = `
  select g.role, g.kind, g.key, coalesce(
    (select name from uogs where g.kind = 'uog' and id = key), (select name from comuni where g.kind = 'comune' and id = key),
    (select name from programmes where g.kind = 'programme' and id::text = key), (select name from bodies where g.kind = 'body' and id::text = key),
    nullif(key, '')) as title
  from auth.grants g where user_id = $1 and valid_from <= app.as_of() and valid_to > app.as_of() order by role, kind, title`
