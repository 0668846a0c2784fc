import { sql } from 'drizzle-orm'
import { unitsResource } from '../../../db/entities/estate/units.ts'
import { vacancyReasons } from '../../../db/enumerations/vacancyReasons.ts'
import { openWorkStates } from '../../../db/enumerations/workStates.ts'
import type { releaseReasons, vacancyOutcomes } from '../../../db/entities/status/vacancies.ts'
import { formatDate, formatMoney } from '../../../db/format.ts'
import { limits, transitionTables } from '../../../db/transitions/index.ts'
import { run } from '../../resources/readRows.ts'
import { closeOccupation, openOccupations, type Outcome } from './occupationEpisodes.ts'
import { insert, moveSpan, presentSpan } from './spans.ts'
import { type Move, refuseOn, type Subject, textOf } from './subject.ts'
import { beginVacancy, endVacancy, followVacancy } from './vacancyEpisodes.ts'

type Reason = keyof typeof vacancyReasons

const isReason = (state: string): state is Reason => Object.hasOwn(vacancyReasons, state)

const track = (id: string) => ({ table: 'unit_states', subject: 'unit_id', id })

/** A unit goes from one state, or reason of vacancy, to another; its episodes of vacancy and occupation follow. */
export const unitSubject: Subject = {
  resource: unitsResource,
  table: transitionTables.units,
  present: async (client, id) => presentSpan(client, track(id), sql`coalesce(vacancy_reason::text, state::text)`),
  async carry(move) {
    await conditions[move.to]?.(move)
    await leave(move)
    await stateUnit(move)
    await enter(move)
    return []
  },
}

/** Writes the state alone, for an episode that has already been settled. */
export const stateUnit = async ({ client, id, to, on, values }: Omit<Move, 'from' | 'since'>) =>
  moveSpan(client, track(id), on, {
    state: isReason(to) ? 'vacant' : to,
    vacancy_reason: isReason(to) ? to : null,
    document: textOf(values, 'document'),
    note: noteOf(values),
  })

/** What was typed, and what the transition asked that has no column of its own. */
function noteOf(values: Move['values']): string | null {
  const said = [
    values.inspectedOn && `Sopralluogo del ${formatDate(values.inspectedOn as string)}.`,
    values.estimatedCost && `Stima dei lavori ${formatMoney(values.estimatedCost as string)}.`,
    values.note,
  ].filter(Boolean)
  return said.length ? said.join(' ') : null
}

const conditions: Record<string, ((move: Move) => Promise<void>) | undefined> = {
  unfundedRepair: inspected,
  unfit: inspected,
  assignable: inspected,
  async asIs(move) {
    await inspected(move)
    if (Number(move.values.estimatedCost) > Number(limits.asIsWorks)) {
      throw refuseOn(
        'estimatedCost',
        `Nello stato di fatto si assegna fino a ${formatMoney(limits.asIsWorks)} di lavori stimati.`,
      )
    }
  },
  async fundedWorks({ client, id, on, values }) {
    const work = values.workId as string
    const funded = await run(
      client,
      sql`select from work_stages where work_id = ${work} and valid_from <= ${on} and valid_to > ${on}
        and state::text = any(${sql.param([...openWorkStates])})`,
    )
    if (funded.length === 0) throw refuseOn('workId', 'Alla data indicata l’intervento non è finanziato, o è già ultimato.')
    await run(
      client,
      sql`insert into work_units (work_id, unit_id) values (${work}, ${id}) on conflict (work_id, unit_id) do nothing`,
    )
  },
  async underRenovation({ client, id, on }) {
    const underway = await run(
      client,
      sql`select from work_units u join work_stages s on s.work_id = u.work_id
        where u.unit_id = ${id} and s.state = 'underway' and s.valid_from <= ${on} and s.valid_to > ${on}`,
    )
    if (underway.length === 0)
      throw refuseOn('on', 'Alla data indicata nessun intervento collegato all’unità ha il cantiere in corso.')
  },
  async restored({ client, id, on }) {
    await run(
      client,
      sql`update work_units set restored_on = ${on} where unit_id = ${id} and restored_on is null
        and work_id in (select work_id from work_stages where state in ('underway', 'completed', 'tested') and valid_from <= ${on})`,
    )
  },
}

async function inspected({ on, values }: Move) {
  const day = textOf(values, 'inspectedOn')
  if (day && day > on) throw refuseOn('inspectedOn', 'Il sopralluogo deve precedere il passaggio, o essere dello stesso giorno.')
}

/** Ends the episode of the state that is left. */
async function leave({ client, id, from, to, on, values }: Move) {
  if (isReason(from)) {
    if (!isReason(to)) await endVacancy(client, id, on, to as keyof typeof vacancyOutcomes)
    return
  }
  if (from !== 'squatted' && from !== 'untitled') return
  const outcome = to === 'let' ? 'regularised' : (values.outcome as Outcome)
  for (const occupation of await openOccupations(client, id)) await closeOccupation(client, occupation, on, outcome)
}

/** Begins the episode of the state that is entered, or takes it along. */
async function enter({ client, id, from, to, on, values }: Move) {
  if (isReason(to)) {
    if (isReason(from)) return followVacancy(client, id, on, to)
    return beginVacancy(client, id, on, (values.releaseReason ?? 'clearance') as keyof typeof releaseReasons)
  }
  if (to !== 'squatted' && to !== 'untitled') return
  await insert(client, 'occupations', { unit_id: id, kind: to, detected_on: on, channel: values.channel })
}
