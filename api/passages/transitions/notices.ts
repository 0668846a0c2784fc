import { sql } from 'drizzle-orm'
import { noticesResource } from '../../../db/entities/allocation/notices.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { rowsWith, run } from '../../resources/readRows.ts'
import { demandFree, holdUnit, moveUnit, readyStates } from './allocatedUnits.ts'
import { demand, type Move, type Present, refuseOn, type Subject, textOf } from './subject.ts'

/** A notice has no spans: its dates say its state, so its transitions write those, and opening it moves what it offers. */
export const noticeSubject: Subject = {
  resource: noticesResource,
  table: transitionTables.notices,
  async present(client, id) {
    const [row] = await run<Present>(
      client,
      sql`select state, case state
          when 'draft' then null
          when 'open' then opens_on
          when 'closed' then coalesce(closes_on, opens_on)
          when 'provisionalRanking' then provisional_on
          when 'finalRanking' then final_on
          else exhausted_on end as since
        from ${rowsWith(noticesResource)} as told where id = ${id}`,
    )
    return row as Present
  },
  async carry(move) {
    await effects[move.to]?.(move)
    return []
  },
}

const effects: Record<string, ((move: Move) => Promise<void>) | undefined> = {
  open,
  async closed({ client, id, since, on, values }) {
    if (on === since) throw refuseOn('on', 'La chiusura deve seguire l’apertura.')
    await run(client, sql`update notices set closes_on = ${on}, applications = ${values.applications} where id = ${id}`)
  },
  async provisionalRanking({ client, id, on, values }) {
    const [row] = await run<{ applications: number | null }>(client, sql`select applications from notices where id = ${id}`)
    const applications = (values.applications ?? row?.applications ?? null) as number | null
    demand({ applications }, ['applications'], 'Per una graduatoria serve il numero delle domande.')
    await run(client, sql`update notices set provisional_on = ${on}, applications = ${applications} where id = ${id}`)
  },
  finalRanking: async ({ client, id, on }) => void (await run(client, sql`update notices set final_on = ${on} where id = ${id}`)),
  exhausted: async ({ client, id, on }) =>
    void (await run(client, sql`update notices set exhausted_on = ${on} where id = ${id}`)),
}

async function open({ client, id, on, values }: Move) {
  if ((values.closesOn as string) <= on) throw refuseOn('closesOn', 'La chiusura deve seguire l’apertura.')
  await run(
    client,
    sql`update notices set opens_on = ${on}, closes_on = ${values.closesOn}, code = coalesce(${values.code}, code) where id = ${id}`,
  )
  const [notice] = await run<{ name: string }>(
    client,
    sql`select coalesce('Avviso ' || code, title) as name from notices where id = ${id}`,
  )
  const listed = await run<{ unitId: string }>(
    client,
    sql`select unit_id as "unitId" from notice_units where notice_id = ${id} and offered_on is null order by unit_id`,
  )
  for (const { unitId } of listed) {
    const unit = await holdUnit(client, unitId, 'to')
    demandFree(unit, readyStates, 'to')
    await moveUnit(client, { unit, to: 'inNotice', on, field: 'on', document: notice?.name ?? textOf(values, 'code') })
  }
  await run(client, sql`update notice_units set offered_on = ${on} where notice_id = ${id} and offered_on is null`)
}
