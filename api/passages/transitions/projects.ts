import { sql } from 'drizzle-orm'
import { projectsResource } from '../../../db/entities/funding/projects.ts'
import { formatMoney, formatRatio } from '../../../db/format.ts'
import { limits, transitionTables } from '../../../db/transitions/index.ts'
import { run } from '../../resources/readRows.ts'
import { moveSpan, presentSpan } from './spans.ts'
import { demand, type Move, refuseOn, type Subject } from './subject.ts'

const track = (id: string) => ({ table: 'project_stages', subject: 'project_id', id })

/** A project goes from one state to the next when its movements and dates say so. */
export const projectSubject: Subject = {
  resource: projectsResource,
  table: transitionTables.projects,
  present: async (client, id) => presentSpan(client, track(id)),
  async carry(move) {
    const { client, id, to, on, values } = move
    await conditions[to]?.(move)
    // A stage has no note: the reason of the change is kept with what it replaces.
    if (values.reason) await client.query(`select set_config('app.reason', $1, true)`, [values.reason])
    await moveSpan(client, track(id), on, { state: to })
    return []
  },
}

const conditions: Record<string, ((move: Move) => Promise<void>) | undefined> = { underway, paidOut, concluded }

interface Amounts {
  moved: boolean
  enough: boolean
  admitted: string
  disbursed: string
}

async function amountsOf({ client, id, on }: Move): Promise<Amounts> {
  const [amounts] = await run<Amounts>(
    client,
    sql`select admitted, disbursed, committed > 0 or disbursed > 0 as moved,
        admitted > 0 and disbursed >= admitted * ${limits.paidOutShare}::numeric as enough
      from (
        select coalesce(sum(amount) filter (where kind = 'admitted'), 0) as admitted,
          coalesce(sum(amount) filter (where kind = 'committed'), 0) as committed,
          coalesce(sum(amount) filter (where kind = 'disbursed'), 0) as disbursed
        from movements where project_id = ${id} and effective_on <= ${on}
      ) m`,
  )
  return amounts as Amounts
}

async function underway(move: Move) {
  if (move.from === 'suspended' || (await amountsOf(move)).moved) return
  throw refuseOn('to', 'Un progetto è in corso dal primo impegno o dal primo pagamento: alla data indicata non ce ne sono.')
}

async function paidOut(move: Move) {
  const { enough, admitted, disbursed } = await amountsOf(move)
  if (enough) return
  throw refuseOn(
    'to',
    `Un progetto è liquidato quando i pagamenti arrivano al ${formatRatio(Number(limits.paidOutShare))} dell’ammesso: ` +
      `alla data indicata sono ${formatMoney(disbursed)} su ${formatMoney(admitted)}.`,
  )
}

async function concluded({ client, id, on, values }: Move) {
  if (values.actualEnd === null || values.actualEnd === undefined) {
    const [{ actualEnd } = { actualEnd: null }] = await run<{ actualEnd: string | null }>(
      client,
      sql`select actual_end as "actualEnd" from projects where id = ${id}`,
    )
    return demand({ actualEnd }, ['actualEnd'], 'Per concludere un progetto serve la fine effettiva.')
  }
  if ((values.actualEnd as string) > on) throw refuseOn('actualEnd', 'La fine effettiva non può seguire la conclusione.')
  await run(client, sql`update projects set actual_end = ${values.actualEnd} where id = ${id}`)
}
