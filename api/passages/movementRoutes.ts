import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Transaction } from '../../db/transaction.ts'
import { movementsResource as movements } from '../../db/entities/funding/movements.ts'
import { formatDate, formatMoney } from '../../db/format.ts'
import type { AppEnv } from '../http/context.ts'
import { type FieldErrors, notFound, Refusal, refuseFields } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { bodyOf } from '../resources/crudRoutes.ts'
import { parseInput } from '../resources/inputSchema.ts'
import { findRow, type Row, run } from '../resources/readRows.ts'
import { insertRow, updateRow } from '../resources/writeRows.ts'

const byReversal = 'Un movimento si corregge con uno storno.'

/** What can be corrected in place: the amounts, once told, stand. */
const amendable = new Set(['document', 'note', 'source'])

/** Money once moved is never unwritten: movements are added, and corrected by their reversal. */
export function movementRoutes() {
  return new Hono<AppEnv>()
    .post('/movements', async (c) => {
      const values = parseInput(movements, await bodyOf(c.req), 'create')
      checkMovement(values)
      return c.json(...(await added(c, values)))
    })
    .post('/movements/:id/reversal', async (c) => {
      const original = await reversible(c.var.client, c.req.param('id'))
      const values = parseInput(movements, await bodyOf(c.req), 'change')
      return c.json(...(await added(c, reversalOf(original, values))))
    })
    .patch('/movements/:id', async (c) => {
      const values = parseInput(movements, await bodyOf(c.req), 'change')
      refuseFields(
        Object.fromEntries(
          Object.keys(values)
            .filter((key) => !amendable.has(key))
            .map((key) => [key, [byReversal]]),
        ),
      )
      if ('document' in values) refuseFields(documentErrors(values))
      const row = await updateRow(c.var.client, movements, {
        id: c.req.param('id'),
        ifMatch: c.req.header('if-match'),
        values,
      })
      c.header('ETag', `"${row.version}"`)
      return c.json(row)
    })
    .delete('/movements/:id', () => {
      throw new Refusal(405, byReversal)
    })
}

interface Writing {
  var: { client: Transaction }
  header(name: string, value: string): void
}

async function added(c: Writing, values: Record<string, unknown>) {
  const row = await insertRow(c.var.client, movements, values)
  const warnings = await ladderWarnings(c.var.client, row)
  c.header('ETag', `"${row.version}"`)
  return [{ ...row, ...(warnings.length > 0 && { warnings }) }, 201] as const
}

const documentErrors = ({ document }: Record<string, unknown>): FieldErrors =>
  typeof document === 'string' && document !== '' ? {} : { document: ['Il documento è obbligatorio.'] }

function checkMovement(values: Record<string, unknown>) {
  refuseFields({
    ...documentErrors(values),
    ...(values.reversesId ? { reversesId: ['Uno storno si registra dal movimento che corregge.'] } : {}),
  })
}

/** The movement to reverse, held until the transaction ends so that it is reversed once. */
async function reversible(client: Transaction, id: string): Promise<Row> {
  if (checkId(movements, id)) throw notFound()
  await run(client, sql`select from movements where id = ${id} for update`)
  const original = await findRow(client, movements, id)
  if (original.reversesId) throw new Refusal(422, 'Uno storno non si storna: registrare di nuovo il movimento giusto.')
  const [reversal] = await run<{ day: string }>(client, sql`select effective_on as day from movements where reverses_id = ${id}`)
  if (reversal) throw new Refusal(409, `Il movimento è già stato stornato il ${formatDate(reversal.day)}.`)
  return original
}

/** The opposite movement, on its own day and with its own document. */
function reversalOf(original: Row, values: Record<string, unknown>) {
  const { effectiveOn, document, note = null, ...rest } = values
  const day = effectiveOn as string | null | undefined
  refuseFields({
    ...Object.fromEntries(Object.keys(rest).map((key) => [key, ['Lo storno prende questo dato dal movimento che corregge.']])),
    ...(!day && { effectiveOn: ['Il campo «Data» è obbligatorio.'] }),
    ...(day &&
      day < (original.effectiveOn as string) && { effectiveOn: ['Lo storno non può precedere il movimento che corregge.'] }),
    ...documentErrors({ document }),
  })
  const amount = original.amount as string
  return {
    projectId: original.projectId,
    kind: original.kind,
    effectiveOn: day,
    amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
    document,
    note,
    reversesId: original.id,
  }
}

/** Payments above commitments, or commitments above what was admitted, are told and never blocked. */
async function ladderWarnings(client: Transaction, { projectId, kind }: Row): Promise<string[]> {
  if (kind !== 'admitted' && kind !== 'committed' && kind !== 'disbursed') return []
  const [sums] = await run<{ admitted: string; committed: string; disbursed: string; overPaid: boolean; overCommitted: boolean }>(
    client,
    sql`select *, disbursed > committed as "overPaid", committed > admitted as "overCommitted" from (
        select coalesce(sum(amount) filter (where kind = 'admitted'), 0) as admitted,
          coalesce(sum(amount) filter (where kind = 'committed'), 0) as committed,
          coalesce(sum(amount) filter (where kind = 'disbursed'), 0) as disbursed
        from movements where project_id = ${projectId}
      ) m`,
  )
  if (!sums) return []
  const { admitted, committed, disbursed, overPaid, overCommitted } = sums
  return [
    ...(overPaid ? [`L’erogato del progetto (${formatMoney(disbursed)}) supera l’impegnato (${formatMoney(committed)}).`] : []),
    ...(overCommitted
      ? [`L’impegnato del progetto (${formatMoney(committed)}) supera l’ammesso (${formatMoney(admitted)}).`]
      : []),
  ]
}
