import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import type { Pool } from 'pg'
import { now } from '../../db/clocks.ts'
import { inTransaction } from '../../db/transaction.ts'
import { coordinationTablesResource } from '../../db/entities/coordination/coordinationTables.ts'
import { meetingsResource } from '../../db/entities/coordination/meetings.ts'
import type { AppEnv } from '../http/context.ts'
import { notFound } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { findRow } from '../resources/readRows.ts'
import { calendarFile } from './calendarFile.ts'
import { calendarMeetings } from './calendarMeetings.ts'

/** Kept short enough to be typed, long enough never to be guessed. */
const tokenLength = 32

const tokenOf = (secret: string, tableId: string) =>
  createHmac('sha256', secret).update(`calendar feed ${tableId}`).digest('base64url').slice(0, tokenLength)

const isTokenOf = (secret: string, tableId: string, token: string) => {
  const expected = Buffer.from(tokenOf(secret, tableId))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const originOf = (c: Context, publicUrl: string | undefined) => publicUrl ?? new URL(c.req.url).origin

function answer(c: Context, text: string, name: string) {
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.ics"`)
  return c.body(text)
}

/** For who is signed in: the invitation to one meeting, and the address of a table's feed. */
export const calendarRoutes = (secret: string, publicUrl?: string) =>
  new Hono<AppEnv>()
    .get('/meetings/:id/invitation.ics', async (c) => {
      const { id } = await findRow(c.var.client, meetingsResource, c.req.param('id'))
      const meetings = await calendarMeetings(c.var.client, sql`m.id = ${id}`)
      const name = meetings[0]?.title ?? ''
      return answer(
        c,
        calendarFile({ name, meetings, origin: originOf(c, publicUrl), invitation: true }),
        `incontro-${String(id).slice(0, 8)}`,
      )
    })
    .get('/coordination-tables/:id/feed', async (c) => {
      const { id } = await findRow(c.var.client, coordinationTablesResource, c.req.param('id'))
      return c.json({ address: `${originOf(c, publicUrl)}/api/calendar/${String(id)}/${tokenOf(secret, String(id))}.ics` })
    })

/** For calendar programs, which cannot sign in: all meetings of a table, to who holds its address. */
export const feedRoutes = (pool: Pool, secret: string, publicUrl?: string) =>
  new Hono().get('/:id/:file{.+\\.ics}', async (c) => {
    const id = c.req.param('id')
    if (checkId(coordinationTablesResource, id) || !isTokenOf(secret, id, c.req.param('file').slice(0, -'.ics'.length))) {
      throw notFound()
    }
    const question = { asking: { name: 'calendario' }, clocks: now, writes: false, signal: c.req.raw.signal }
    const { name, meetings } = await inTransaction(pool, question, async (client) => ({
      name: String((await findRow(client, coordinationTablesResource, id)).name),
      meetings: await calendarMeetings(client, sql`m.coordination_table_id = ${id}`),
    }))
    return answer(c, calendarFile({ name, meetings, origin: originOf(c, publicUrl) }), 'tavolo')
  })
