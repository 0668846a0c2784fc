import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import type { Pool } from 'pg'
import { now } from '../../db/clocks.ts'
import { inTransaction } from '../../db/transaction.ts'
import { coordinationTablesResource } from '../../db/entities/coordination/coordinationTables.ts'
import { meetingsResource } from '../../db/entities/coordination/meetings.ts'
import type { AppEnv } from '../http/context.ts'
import { noSession } from '../../db/enter.ts'
import { codeOf } from '../http/causes.ts'
import { notFound } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { findRow } from '../resources/readRows.ts'
import { calendarFile } from './calendarFile.ts'
import { calendarMeetings } from './calendarMeetings.ts'

/** Kept short enough to be typed, long enough never to be guessed. */
const tokenLength = 32

interface FeedOf {
  tableId: string
  userId: string
  /** How often the user has revoked the addresses given. */
  serial: number
}

const tokenOf = (secret: string, { tableId, userId, serial }: FeedOf) =>
  createHmac('sha256', secret).update(`calendar feed ${tableId} ${userId} ${serial}`).digest('base64url').slice(0, tokenLength)

function isTokenOf(secret: string, feed: FeedOf, token: string) {
  const expected = Buffer.from(tokenOf(secret, feed))
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
      const feed = { tableId: String(id), userId: c.var.user.id, serial: c.var.user.feedSerial }
      return c.json({
        address: `${originOf(c, publicUrl)}/api/calendar/${feed.tableId}/${feed.userId}.${tokenOf(secret, feed)}.ics`,
      })
    })

/** For calendar programs, which cannot sign in: the meetings of a table that whoever gave them the address has in sight today. */
export const feedRoutes = (pool: Pool, secret: string, publicUrl?: string) =>
  new Hono().get('/:id/:file{.+\\.ics}', async (c) => {
    const tableId = c.req.param('id')
    const [userId = '', token = ''] = c.req.param('file').split('.')
    if (checkId(coordinationTablesResource, tableId) || token.length !== tokenLength) throw notFound()
    const question = { asking: { feedOf: userId }, clocks: now, writes: false, signal: c.req.raw.signal }
    const { name, meetings } = await inTransaction(pool, question, async (client) => {
      const { feedSerial: serial = 0 } = await client.entered().catch(refuseUnknown)
      if (!isTokenOf(secret, { tableId, userId, serial }, token)) throw notFound()
      return {
        name: String((await findRow(client, coordinationTablesResource, tableId)).name),
        meetings: await calendarMeetings(client, sql`m.coordination_table_id = ${tableId}`),
      }
    })
    return answer(c, calendarFile({ name, meetings, origin: originOf(c, publicUrl) }), 'tavolo')
  })

function refuseUnknown(error: unknown): never {
  throw codeOf(error) === noSession ? notFound() : error
}
