import { sql } from 'drizzle-orm'
import { agreementsResource } from '../../../db/entities/agreements/agreements.ts'
import { formatDate } from '../../../db/format.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { rowsWith, run } from '../../resources/readRows.ts'
import { type Move, type Present, refuseOn, type Subject } from './subject.ts'

/** An agreement has no spans: from its signature on its dates say its state, so its transitions write those. */
export const agreementSubject: Subject = {
  resource: agreementsResource,
  table: transitionTables.agreements,
  async present(client, id) {
    const [row] = await run<Present>(
      client,
      sql`select state, case
          when state in ('announced', 'draft') then announced_on
          when state = 'signed' then signed_on
          else coalesce(starts_on, signed_on) end as since
        from ${rowsWith(agreementsResource)} as told where id = ${id}`,
    )
    return row as Present
  },
  async carry(move) {
    await effects[move.to]?.(move)
    return []
  },
}

const effects: Record<string, ((move: Move) => Promise<void>) | undefined> = {
  draft: async ({ client, id }) => void (await run(client, sql`update agreements set step = 'draft' where id = ${id}`)),
  async signed({ client, id, on, values: { startsOn, months } }) {
    await run(
      client,
      sql`update agreements set step = 'signed', signed_on = ${on}, starts_on = coalesce(${startsOn}, starts_on, ${on}),
        months = coalesce(${months}, months) where id = ${id}`,
    )
  },
  expired: async ({ client, id, on }) => void (await run(client, sql`update agreements set closed_on = ${on} where id = ${id}`)),
  superseded,
}

async function superseded({ client, id, on, values }: Move) {
  const by = values.byId as string
  if (by === id) throw refuseOn('byId', 'Un accordo non sostituisce se stesso.')
  const [other] = await run<{ step: string; since: string | null; supersedesId: string | null }>(
    client,
    sql`select step, coalesce(signed_on, starts_on) as since, supersedes_id as "supersedesId" from agreements where id = ${by} for update`,
  )
  if (!other) throw refuseOn('byId', 'L’accordo indicato non esiste.')
  if (other.step !== 'signed' || !other.since) throw refuseOn('byId', 'L’accordo indicato non è ancora firmato.')
  if (other.supersedesId && other.supersedesId !== id) throw refuseOn('byId', 'L’accordo indicato ne sostituisce già un altro.')
  if (other.since !== on)
    throw refuseOn('on', `L’accordo che lo sostituisce vale dal ${formatDate(other.since)}: indicare quel giorno.`)
  await run(client, sql`update agreements set supersedes_id = ${id} where id = ${by}`)
}
