import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Transaction } from '../../db/transaction.ts'
import { deskCountsResource as counts } from '../../db/entities/helpDesks/deskCounts.ts'
import { formatCount } from '../../db/format.ts'
import type { AppEnv } from '../http/context.ts'
import { asRefusal, type FieldErrors, Refusal } from '../http/errors.ts'
import { bodyOf } from '../resources/crudRoutes.ts'
import { parseInput } from '../resources/inputSchema.ts'
import { run } from '../resources/readRows.ts'
import { deleteRow, insertRow, updateRow } from '../resources/writeRows.ts'

/** A year of a desk with the longest catalogue, twice. */
const mostCells = 400

const emptied = 'Cella svuotata nella griglia dei conteggi'

/** A whole grid of counts in one request: all of its cells are written, or none, and each that is wrong is told apart. */
export function deskCountRoutes() {
  return new Hono<AppEnv>().post('/desk-counts/grid', async (c) => {
    const cells = readCells(await bodyOf(c.req))
    await c.var.client.query(
      `select set_config('app.reason', coalesce(nullif(current_setting('app.reason', true), ''), $1), true)`,
      [emptied],
    )
    const errors: FieldErrors = {}
    let stale = false
    for (const [i, cell] of cells.entries()) {
      const refusal = await tried(c.var.client, async () => writeCell(c.var.client, cell))
      if (!refusal) continue
      errors[String(i)] = Object.values(refusal.errors ?? { cell: [refusal.message] }).flat()
      stale ||= refusal.status === 409
    }
    if (Object.keys(errors).length > 0) throw refusedCells(errors, stale)
    return c.json({ saved: cells.length })
  })
}

function refusedCells(errors: FieldErrors, stale: boolean) {
  const n = Object.keys(errors).length
  const what = n === 1 ? 'Una cella va corretta' : `${formatCount(n)} celle vanno corrette`
  return new Refusal(stale ? 409 : 422, `${what}: nulla è stato salvato.`, errors)
}

function readCells(body: unknown): Record<string, unknown>[] {
  const cells = typeof body === 'object' && body !== null && 'cells' in body ? body.cells : null
  const isRecord = (cell: unknown) => typeof cell === 'object' && cell !== null && !Array.isArray(cell)
  if (!Array.isArray(cells) || !cells.every(isRecord)) {
    throw new Refusal(
      422,
      'Serve un oggetto JSON con «cells»: l’elenco delle celle, ognuna con sportello, servizio, mese e accessi.',
    )
  }
  if (cells.length === 0) throw new Refusal(422, 'Nessuna cella da salvare.')
  if (cells.length > mostCells) throw new Refusal(422, `Troppe celle in una volta: al massimo ${mostCells}.`)
  return cells as Record<string, unknown>[]
}

/** What refuses one cell does not spoil the transaction for those that follow: they are to be told too. */
async function tried(client: Transaction, write: () => Promise<void>): Promise<Refusal | null> {
  await client.query('savepoint cell')
  try {
    await write()
    await client.query('release savepoint cell')
    return null
  } catch (error) {
    await client.query('rollback to savepoint cell')
    const refusal = asRefusal(error)
    if (!refusal) throw error
    return refusal
  }
}

/** A count is added, corrected or, when emptied, taken away, over the version that was seen: none where the cell was empty. */
async function writeCell(client: Transaction, { version: seen = null, ...given }: Record<string, unknown>) {
  const isEmptied = given.accesses === null
  const values = parseInput(counts, isEmptied ? { ...given, accesses: 0 } : given, 'create')
  const [present] = await run<{ id: string; version: number; accesses: number }>(
    client,
    sql`select id, version, accesses from desk_counts where help_desk_id = ${values.helpDeskId}
      and desk_service_id = ${values.deskServiceId} and month = ${values.month} for update`,
  )
  if ((present?.version ?? null) !== seen) {
    const now = present ? `ora il conteggio è ${formatCount(present.accesses)}` : 'ora il conteggio non c’è più'
    throw new Refusal(409, `La cella è cambiata nel frattempo: ${now}.`)
  }
  if (present && isEmptied) return deleteRow(client, counts, present.id, `"${present.version}"`)
  if (present)
    await updateRow(client, counts, { id: present.id, ifMatch: `"${present.version}"`, values: { accesses: values.accesses } })
  else if (!isEmptied) await insertRow(client, counts, values)
}
