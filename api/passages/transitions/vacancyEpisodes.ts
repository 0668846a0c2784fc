import { sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/transaction.ts'
import type { vacancyReasons } from '../../../db/enumerations/vacancyReasons.ts'
import type { releaseReasons, vacancyOutcomes } from '../../../db/entities/status/vacancies.ts'
import type { vacancyStageKinds } from '../../../db/entities/status/vacancyStages.ts'
import { formatDate } from '../../../db/format.ts'
import { run } from '../../resources/readRows.ts'
import { closeSpan, insert, moveSpan } from './spans.ts'
import { refuseOn } from './subject.ts'

type Reason = keyof typeof vacancyReasons

/** What a vacancy waits for, when its unit has this reason; a unit out of the cycle waits for a decision. */
const stageOf: Record<Reason, keyof typeof vacancyStageKinds> = {
  returned: 'returned',
  unfundedRepair: 'funding',
  unfit: 'funding',
  fundedWorks: 'tender',
  underRenovation: 'site',
  restored: 'notice',
  assignable: 'notice',
  asIs: 'notice',
  inNotice: 'notice',
  inAllocation: 'allocation',
  mobility: 'allocation',
  transitional: 'allocation',
  enhancement: 'notice',
  sale: 'notice',
  demolition: 'funding',
  outOfErp: 'inspection',
  litigation: 'inspection',
  other: 'inspection',
}

const stages = (vacancy: string) => ({ table: 'vacancy_stages', subject: 'vacancy_id', id: vacancy })

async function openVacancy(client: Transaction, unit: string) {
  const [vacancy] = await run<{ id: string; startedOn: string }>(
    client,
    sql`select id, started_on as "startedOn" from vacancies where unit_id = ${unit} and ended_on = 'infinity'`,
  )
  return vacancy ?? null
}

/** Begins an episode: the keys are back. */
export async function beginVacancy(client: Transaction, unit: string, on: string, releaseReason: keyof typeof releaseReasons) {
  const vacancy = await insert(client, 'vacancies', { unit_id: unit, started_on: on, release_reason: releaseReason })
  await moveSpan(client, stages(vacancy), on, { stage: stageOf.returned })
}

/** The episode goes on with another reason: its stage follows. */
export async function followVacancy(client: Transaction, unit: string, on: string, reason: Reason) {
  const vacancy = await stageVacancy(client, unit, on, stageOf[reason])
  if (vacancy && reason === 'fundedWorks')
    await run(client, sql`update vacancies set with_works = true where id = ${vacancy.id} and not with_works`)
}

/** The episode waits for something else from a day on. */
export async function stageVacancy(client: Transaction, unit: string, on: string, stage: keyof typeof vacancyStageKinds) {
  const vacancy = await openVacancy(client, unit)
  if (!vacancy) return null
  const [present] = await run<{ stage: string }>(
    client,
    sql`select stage from vacancy_stages where vacancy_id = ${vacancy.id} and valid_to = 'infinity'`,
  )
  if (present?.stage !== stage) await moveSpan(client, stages(vacancy.id), on, { stage })
  return vacancy
}

/** Ends the episode: the unit is used again, or gone. */
export async function endVacancy(client: Transaction, unit: string, on: string, outcome: keyof typeof vacancyOutcomes) {
  const vacancy = await openVacancy(client, unit)
  if (!vacancy) return
  if (vacancy.startedOn >= on) {
    throw refuseOn('on', `Lo sfitto è iniziato il ${formatDate(vacancy.startedOn)}: la data deve essere successiva.`)
  }
  await closeSpan(client, stages(vacancy.id), on)
  await run(client, sql`update vacancies set ended_on = ${on}, outcome = ${outcome} where id = ${vacancy.id}`)
}

/** An occupation that was a false report never ended the episode it had interrupted: it goes on as if never closed. */
export async function resumeVacancy(client: Transaction, unit: string, interruptedOn: string, on: string): Promise<boolean> {
  const [vacancy] = await run<{ id: string }>(
    client,
    sql`update vacancies set ended_on = 'infinity', outcome = null
      where unit_id = ${unit} and ended_on = ${interruptedOn} and outcome = 'squatted' returning id`,
  )
  if (!vacancy) return false
  await moveSpan(client, stages(vacancy.id), on, { stage: stageOf.returned })
  return true
}
