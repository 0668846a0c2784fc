import { sql } from 'drizzle-orm'
import { checkCig } from '../../../db/codes.ts'
import { worksResource } from '../../../db/entities/works/works.ts'
import { formatMoney } from '../../../db/format.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { rowsWith, run } from '../../resources/readRows.ts'
import { insert, moveSpan, presentSpan } from './spans.ts'
import { demand, type Move, refuseOn, type Subject, textOf } from './subject.ts'

const track = (id: string) => ({ table: 'work_stages', subject: 'work_id', id })

/** A work goes from one stage to the next; what interrupts it is kept as events, its contracts as awards. */
export const workSubject: Subject = {
  resource: worksResource,
  table: transitionTables.works,
  present: async (client, id) => presentSpan(client, track(id)),
  async carry(move) {
    const { client, id, to, on, values } = move
    const warnings = (await effects[to]?.(move)) ?? []
    await moveSpan(client, track(id), on, { state: to, note: noteOf(values) })
    return warnings
  },
}

function noteOf(values: Move['values']): string | null {
  const cig = textOf(values, 'cig')
  const said = [cig && `CIG ${tidyCig(cig)}.`, values.cause, values.document, values.note].filter(Boolean)
  return said.length ? said.join(' ') : null
}

const tidyCig = (cig: string) => cig.replace(/\s+/g, '').toUpperCase()

const effects: Record<string, ((move: Move) => Promise<string[] | void>) | undefined> = {
  scheduled,
  funded,
  tendering,
  underway: async (move) => (move.from === 'suspended' ? resume(move) : start(move)),
  suspended: async ({ client, id, on, values }) => addEvent(client, id, 'suspension', on, values),
  completed,
}

/** A scheduled work belongs to a programme and has a priority. */
async function scheduled({ client, id, values }: Move) {
  const { maintenanceProgrammeId = null, complexProgrammeId = null, priority = null } = values
  if (priority !== null && (Number(priority) < 1 || Number(priority) > 4))
    throw refuseOn('priority', 'La priorità va da 1, la più alta, a 4.')
  const [belonging] = await run(
    client,
    sql`update works set priority = coalesce(${priority}, priority),
        maintenance_programme_id = coalesce(${maintenanceProgrammeId}, maintenance_programme_id),
        complex_programme_id = coalesce(${complexProgrammeId}, complex_programme_id)
      where id = ${id} and coalesce(${maintenanceProgrammeId}, ${complexProgrammeId}, maintenance_programme_id, complex_programme_id) is not null
      returning id`,
  )
  if (!belonging) throw refuseOn('maintenanceProgrammeId', 'L’intervento non ha un programma: indicarne uno.')
}

/** Where projects pay for it and their sources are known, these must cover its amount. */
async function funded({ client, id }: Move) {
  const [found] = await run<{ sources: number; covered: string; amount: string; enough: boolean }>(
    client,
    sql`select count(s.id) as sources, coalesce(sum(s.amount), 0) as covered, w.current_amount as amount,
        coalesce(sum(s.amount), 0) >= coalesce(w.current_amount, 0) as enough
      from ${rowsWith(worksResource)} w left join project_works p on p.work_id = w.id left join project_sources s on s.project_id = p.project_id
      where w.id = ${id} group by w.current_amount`,
  )
  if (!found || found.sources === 0 || found.enough) return
  throw refuseOn(
    'to',
    `La copertura non basta: le fonti dei progetti collegati danno ${formatMoney(found.covered)}, l’intervento vale ${formatMoney(found.amount)}.`,
  )
}

async function tendering(move: Move) {
  const { client, id, from, on, values } = move
  const warnings = warningsOf(textOf(values, 'cig'))
  if (from === 'designing') return warnings
  if (values.event) await addEvent(client, id, values.event as string, on, values)
  else if (!(await hasEnded(move))) {
    throw refuseOn('event', 'Si riappalta dopo una risoluzione o un fallimento: indicare quale dei due.')
  }
  await addEvent(client, id, 'retender', on, values)
  return warnings
}

/** Whether the contract's end is among the events since the site last opened. */
async function hasEnded({ client, id, on }: Move) {
  const ended = await run(
    client,
    sql`select from work_events where work_id = ${id} and kind in ('termination', 'contractorFailure') and occurred_on <= ${on}
      and occurred_on >= (select max(valid_from) from work_stages where work_id = ${id} and state = 'underway')`,
  )
  return ended.length > 0
}

/** A site opens on a contract: the award that waits for one, or the one told now. */
async function start({ client, id, since, on, values }: Move) {
  const contractedOn = values.contractedOn as string
  if (contractedOn > on)
    throw refuseOn('contractedOn', 'Il contratto si stipula prima di aprire il cantiere, o lo stesso giorno.')
  await run(client, sql`update works set actual_start = ${on} where id = ${id} and actual_start is null`)
  const [waiting] = await run<{ id: string }>(
    client,
    sql`update awards set contracted_on = ${contractedOn} where id = (
        select id from awards where work_id = ${id} and awarded_on <= ${on}
          and (contracted_on is null or awarded_on >= coalesce(${since}::date, '-infinity'))
        order by awarded_on desc limit 1
      ) returning id`,
  )
  if (waiting) return []
  demand(values, ['cig', 'company', 'amount', 'awardedOn'], 'L’affidamento non è ancora registrato: serve questo dato.')
  const cig = textOf(values, 'cig') ?? ''
  const warnings = warningsOf(cig)
  await insert(client, 'awards', {
    work_id: id,
    cig: tidyCig(cig),
    company: values.company,
    amount: values.amount,
    awarded_on: values.awardedOn,
    contracted_on: contractedOn,
  })
  return warnings
}

const resume = async ({ client, id, on, values }: Move) => addEvent(client, id, 'resumption', on, values)

/** The units it restores must have been restored, or have left its care. */
async function completed({ client, id, on }: Move) {
  const [{ waiting } = { waiting: 0 }] = await run<{ waiting: number }>(
    client,
    sql`select count(*) as waiting from work_units x
      join unit_states s on s.unit_id = x.unit_id and s.valid_from <= ${on} and s.valid_to > ${on}
      where x.work_id = ${id} and x.restored_on is null and s.vacancy_reason in ('fundedWorks', 'underRenovation')`,
  )
  if (waiting > 0) {
    throw refuseOn(
      'to',
      waiting === 1
        ? 'Un’unità dell’intervento è ancora in cantiere: prima va ripristinata.'
        : `${waiting} unità dell’intervento sono ancora in cantiere: prima vanno ripristinate.`,
    )
  }
  await run(client, sql`update works set actual_end = ${on} where id = ${id}`)
}

async function addEvent(client: Move['client'], work: string, kind: string, on: string, values: Move['values']) {
  await insert(client, 'work_events', {
    work_id: work,
    kind,
    occurred_on: on,
    cause: values.cause ?? null,
    new_end: values.newEnd ?? null,
    document: values.document ?? null,
  })
}

/** A CIG of the wrong shape is refused; check digits that do not add up are only told. */
function warningsOf(cig: string | null): string[] {
  switch (checkCig(cig ?? '')) {
    case 'malformed':
      throw refuseOn('cig', 'Il CIG ha dieci caratteri, tra maiuscole e cifre.')
    case 'suspect':
      return [`Le cifre di controllo del CIG ${cig} non tornano: verificarlo.`]
    default:
      return []
  }
}
