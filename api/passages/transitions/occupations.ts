import { sql } from 'drizzle-orm'
import { occupationsResource } from '../../../db/entities/occupations/occupations.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { rowsWith, run } from '../../resources/readRows.ts'
import {
  callOff,
  closeOccupation,
  executePlanned,
  flagsOf,
  type Occupation,
  occupationOf,
  openOccupations,
  type Outcome,
  planEviction,
} from './occupationEpisodes.ts'
import { presentSpan } from './spans.ts'
import { demand, type Move, type Present, type Subject } from './subject.ts'
import { stateUnit } from './units.ts'
import { beginVacancy, resumeVacancy } from './vacancyEpisodes.ts'

/** An occupation has no spans: its state follows from its dates and its evictions, so its transitions write those. */
export const occupationSubject: Subject = {
  resource: occupationsResource,
  table: transitionTables.occupations,
  async present(client, id) {
    const [row] = await run<Present>(
      client,
      sql`select state, case state
          when 'closed' then closed_on
          when 'consolidated' then consolidated_on
          when 'evictionScheduled' then (
            select max(coalesce(decided_on, planned_on)) from evictions
            where occupation_id = ${id} and kind = 'planned' and executed_on is null)
          else detected_on end as since
        from ${rowsWith(occupationsResource)} as told where id = ${id}`,
    )
    return row as Present
  },
  async carry(move) {
    await effects[move.to]?.(move)
    return []
  },
}

const effects: Record<string, ((move: Move) => Promise<unknown>) | undefined> = {
  consolidated: async ({ client, id, on }) => run(client, sql`update occupations set consolidated_on = ${on} where id = ${id}`),
  evictionScheduled: async ({ client, id, on, values }) =>
    planEviction(client, id, on, values.plannedOn as string, flagsOf(values)),
  async evictionExecuted(move) {
    const { client, id, on, values } = move
    if (values.evictionOutcome === 'failed') return executePlanned(client, id, on, 'failed', flagsOf(values))
    return closeWithUnit(move, 'recoveredByEviction')
  },
  async evictionCalledOff(move) {
    if (move.values.evictionOutcome === 'postponed') demand(move.values, ['plannedOn'], 'Per un rinvio serve la nuova data.')
    await callOff(move)
  },
  closed: async (move) => closeWithUnit(move, move.values.outcome as Outcome),
}

/** Closes the occupation and, when it was what its unit's state said, moves the unit too. */
async function closeWithUnit(move: Move, outcome: Outcome) {
  const { client, id, on, values } = move
  const occupation = await occupationOf(client, id)
  await closeOccupation(client, occupation, on, outcome, flagsOf(values))
  if (await keepsUnit(move, occupation)) await freeUnit(move, occupation, outcome)
}

/** Whether the unit is, by its state, in the hands of this occupation alone. */
async function keepsUnit({ client, from }: Move, { unitId, kind }: Occupation) {
  if (from === 'attempt') return false
  const present = await presentSpan(client, { table: 'unit_states', subject: 'unit_id', id: unitId })
  return present.state === kind && (await openOccupations(client, unitId)).length === 0
}

async function freeUnit(move: Move, { unitId, kind, detectedOn }: Occupation, outcome: Outcome) {
  const { client, on } = move
  const to = outcome === 'regularised' || (outcome === 'falseReport' && kind === 'untitled') ? 'let' : 'returned'
  await stateUnit({ client, id: unitId, to, on, values: {} })
  if (to === 'let') return
  if (outcome === 'falseReport' && (await resumeVacancy(client, unitId, detectedOn, on))) return
  await beginVacancy(
    client,
    unitId,
    on,
    kind === 'squatted' ? 'clearance' : outcome === 'recoveredByEviction' ? 'evictionForArrears' : 'voluntary',
  )
}
