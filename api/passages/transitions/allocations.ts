import { sql } from 'drizzle-orm'
import { type allocationChannels, allocationsResource } from '../../../db/entities/allocation/allocations.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { rowsWith, run } from '../../resources/readRows.ts'
import { type HeldUnit, holdUnit, moveUnit, stateName } from './allocatedUnits.ts'
import { type Move, type Present, refuseOn, type Subject, textOf } from './subject.ts'
import { stageVacancy } from './vacancyEpisodes.ts'

type Channel = keyof typeof allocationChannels

/** What a unit is while it is proposed by each channel, and what it goes back to when nothing comes of it. */
export const whileProposed: Record<Channel, { state: string; back: string }> = {
  notice: { state: 'inAllocation', back: 'inNotice' },
  sat: { state: 'transitional', back: 'assignable' },
  mobility: { state: 'mobility', back: 'assignable' },
}

/** An allocation's answers and contract are its dates; each moves the unit too. */
export const allocationSubject: Subject = {
  resource: allocationsResource,
  table: transitionTables.allocations,
  async present(client, id) {
    const [row] = await run<Present>(
      client,
      sql`select state, coalesce(contract_from, answered_on, proposed_on) as since
        from ${rowsWith(allocationsResource)} as told where id = ${id}`,
    )
    return row as Present
  },
  async carry(move) {
    await effects[move.to]?.(move)
    return []
  },
}

const effects: Record<string, ((move: Move) => Promise<void>) | undefined> = {
  async accepted(move) {
    const { unit } = await proposedUnit(move)
    await answer(move)
    await stageVacancy(move.client, unit.id, move.on, 'contract')
  },
  refused: giveBack,
  withdrawn: giveBack,
  async contracted(move) {
    const { client, id, on, values } = move
    const { unit } = await proposedUnit(move)
    await run(client, sql`update allocations set contract_from = ${on} where id = ${id}`)
    await moveUnit(client, { unit, to: 'let', on, field: 'on', document: textOf(values, 'document') })
  },
}

const answer = async ({ client, id, to, on }: Move) =>
  run(client, sql`update allocations set answered_on = ${on}, outcome = ${to} where id = ${id}`)

async function giveBack(move: Move) {
  const { unit, channel } = await proposedUnit(move)
  await answer(move)
  await moveUnit(move.client, { unit, to: whileProposed[channel].back, on: move.on, field: 'on' })
}

/** The unit of a proposal that still stands: something else may have happened to it. */
async function proposedUnit({ client, id }: Move): Promise<{ unit: HeldUnit; channel: Channel }> {
  const [row] = await run<{ unitId: string; channel: Channel }>(
    client,
    sql`select unit_id as "unitId", channel from allocations where id = ${id}`,
  )
  const { unitId, channel } = row as { unitId: string; channel: Channel }
  const unit = await holdUnit(client, unitId, 'to')
  const { state } = whileProposed[channel]
  if (unit.state === state) return { unit, channel }
  throw refuseOn(
    'to',
    `L’unità ${unit.code} non è più «${stateName(state)}»: il suo stato è «${stateName(unit.state)}». Correggere prima lo stato dell’unità.`,
  )
}
