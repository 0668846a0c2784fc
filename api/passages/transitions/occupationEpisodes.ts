import { sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/transaction.ts'
import { addDays } from '../../../db/calendar.ts'
import type { occupationOutcomes } from '../../../db/enumerations/occupationStates.ts'
import { run } from '../../resources/readRows.ts'
import { insert } from './spans.ts'
import { type Move, refuseOn } from './subject.ts'

export type Outcome = keyof typeof occupationOutcomes

export interface Occupation {
  id: string
  unitId: string
  kind: 'squatted' | 'untitled'
  detectedOn: string
}

const columns = sql`id, unit_id as "unitId", kind, detected_on as "detectedOn"`

/** The occupations of a unit that nobody has closed. */
export const openOccupations = async (client: Transaction, unit: string) =>
  run<Occupation>(
    client,
    sql`select ${columns} from occupations where unit_id = ${unit} and closed_on is null and not attempted order by detected_on`,
  )

export async function occupationOf(client: Transaction, id: string): Promise<Occupation> {
  const [occupation] = await run<Occupation>(client, sql`select ${columns} from occupations where id = ${id}`)
  return occupation as Occupation
}

/** Closes an occupation, and settles the eviction that was planned for it. */
export async function closeOccupation(
  client: Transaction,
  { id, detectedOn }: Occupation,
  on: string,
  outcome: Outcome,
  flags: Record<string, unknown> = {},
) {
  if (on < detectedOn) throw refuseOn('on', 'La data precede la rilevazione dell’occupazione.')
  if (outcome === 'recoveredInFlagrante') await evictInFlagrante(client, id, detectedOn, on, flags)
  else if (outcome === 'recoveredByEviction') await executePlanned(client, id, on, 'succeeded', flags)
  else await settlePlanned(client, id, on, 'cancelled')
  await run(
    client,
    sql`update occupations set closed_on = ${on}, outcome = ${outcome},
      consolidated_on = case when consolidated_on <= ${on} then consolidated_on end where id = ${id}`,
  )
}

const pendingOf = (occupation: string) =>
  sql`occupation_id = ${occupation} and kind = 'planned' and executed_on is null and outcome is null`

async function evictInFlagrante(client: Transaction, id: string, detectedOn: string, on: string, flags: Record<string, unknown>) {
  if (on > addDays(detectedOn, 1)) {
    throw refuseOn('outcome', 'In flagranza si recupera entro 24 ore dalla rilevazione: dopo serve uno sgombero programmato.')
  }
  await insert(client, 'evictions', { occupation_id: id, kind: 'inFlagrante', executed_on: on, outcome: 'succeeded', ...flags })
}

/** Writes how the planned eviction of an occupation went. */
export async function executePlanned(
  client: Transaction,
  occupation: string,
  on: string,
  outcome: 'succeeded' | 'failed',
  flags: Record<string, unknown>,
) {
  const given = { executed_on: on, outcome, ...flags }
  const done = await run(
    client,
    sql`update evictions set ${sql.join(
      Object.entries(given).map(([column, value]) => sql`${sql.identifier(column)} = ${value}`),
      sql`, `,
    )} where ${pendingOf(occupation)} returning id`,
  )
  if (done.length === 0) {
    throw refuseOn('outcome', 'Nessuno sgombero è in calendario per questa occupazione: va prima programmato.')
  }
}

/** An eviction called off before its day was settled on the day of the decision: from then on it is not awaited. */
const settlePlanned = async (client: Transaction, occupation: string, on: string, outcome: 'postponed' | 'cancelled') =>
  run(
    client,
    sql`update evictions set outcome = ${outcome}, planned_on = least(planned_on, ${on}) where ${pendingOf(occupation)}`,
  )

/** Calls off the planned eviction of an occupation; a postponed one is planned again. */
export async function callOff({ client, id, on, values }: Move) {
  await settlePlanned(client, id, on, values.evictionOutcome as 'postponed' | 'cancelled')
  if (values.evictionOutcome === 'postponed') await planEviction(client, id, on, values.plannedOn as string, {})
}

export async function planEviction(
  client: Transaction,
  id: string,
  on: string,
  plannedOn: string,
  flags: Record<string, unknown>,
) {
  if (plannedOn < on) throw refuseOn('plannedOn', 'Lo sgombero non può essere fissato prima del giorno in cui si decide.')
  await insert(client, 'evictions', { occupation_id: id, kind: 'planned', decided_on: on, planned_on: plannedOn, ...flags })
}

/** What protection was due, as columns; what was not said stays as it is. */
export const flagsOf = (values: Move['values']) =>
  Object.fromEntries(
    Object.entries({
      public_force: values.publicForce,
      social_services: values.socialServices,
      minors_present: values.minorsPresent,
      fragility: values.fragility,
      shelter: values.shelter,
    }).filter(([, value]) => value !== null && value !== undefined),
  )
