import { sql } from 'drizzle-orm'
import { prioritiesResource } from '../../../db/entities/coordination/priorities.ts'
import { transitionTables } from '../../../db/transitions/index.ts'
import { run } from '../../resources/readRows.ts'
import { insert } from './spans.ts'
import { demand, type Move, refuseOn, type Subject, textOf } from './subject.ts'
import { workSubject } from './works.ts'

interface Priority {
  title: string
  buildingId: string
  comuneId: string
  raisedOn: string
  programmedOn: string | null
  estimatedCost: string | null
}

async function priorityOf({ client, id }: Pick<Move, 'client' | 'id'>): Promise<Priority> {
  const [priority] = await run<Priority>(
    client,
    sql`select p.title, p.building_id as "buildingId", b.comune_id as "comuneId", p.raised_on as "raisedOn",
          p.programmed_on as "programmedOn",
          (select sum(f.estimated_cost) from findings f where f.priority_id = p.id) as "estimatedCost"
        from priorities p join buildings b on b.id = p.building_id where p.id = ${id}`,
  )
  return priority as Priority
}

/** A priority is served when it is in a programme, as a work that was there already or is made of it. */
export const prioritySubject: Subject = {
  resource: prioritiesResource,
  table: transitionTables.priorities,
  async present(client, id) {
    const { raisedOn, programmedOn } = await priorityOf({ client, id })
    return programmedOn ? { state: 'programmed', since: programmedOn } : { state: 'raised', since: raisedOn }
  },
  async carry(move) {
    const { client, id, on, values } = move
    const existing = textOf(values, 'workId')
    const work = existing ? await linked(move, existing) : await created(move)
    await run(client, sql`update priorities set programmed_on = ${on}, work_id = ${work} where id = ${id}`)
    return []
  },
}

/** A work that is not in a programme yet enters the one indicated. */
async function linked({ client, on, values }: Move, work: string) {
  const programme = textOf(values, 'maintenanceProgrammeId')
  const [found] = await run<{ cancelled: boolean; programmed: boolean }>(
    client,
    sql`select coalesce(s.state = 'cancelled', false) as cancelled,
          coalesce(w.maintenance_programme_id, w.complex_programme_id) is not null as programmed
        from works w left join work_stages s on s.work_id = w.id and s.valid_from <= ${on} and s.valid_to > ${on}
        where w.id = ${work}`,
  )
  if (!found) throw refuseOn('workId', 'Il record indicato non esiste.')
  if (found.cancelled) throw refuseOn('workId', 'Alla data indicata l’intervento è annullato.')
  if (found.programmed) return work
  demand(values, ['maintenanceProgrammeId'], 'L’intervento non ha un programma: indicarne uno.')
  await run(client, sql`update works set maintenance_programme_id = ${programme} where id = ${work}`)
  return work
}

async function created({ client, id, on, values }: Move) {
  demand(values, ['maintenanceProgrammeId', 'kind', 'baselineStart', 'baselineEnd'], 'Per un intervento nuovo serve questo dato.')
  const { title, buildingId, comuneId, estimatedCost } = await priorityOf({ client, id })
  const work = await insert(client, 'works', {
    code: await nextCode(client, on),
    title,
    kind: values.kind,
    maintenance_programme_id: values.maintenanceProgrammeId,
    comune_id: comuneId,
    building_id: buildingId,
    origin: 'inspection',
    baseline_start: values.baselineStart,
    baseline_end: values.baselineEnd,
    initial_amount: values.initialAmount ?? estimatedCost,
  })
  await workSubject.carry({ client, id: work, from: 'none', since: null, to: 'scheduled', on, values: {} })
  return work
}

/** `SOP-2026-007`: works that come from inspections are numbered by year. */
async function nextCode(client: Move['client'], on: string) {
  const prefix = `SOP-${on.slice(0, 4)}-`
  const [{ next } = { next: 1 }] = await run<{ next: number }>(
    client,
    sql`select coalesce(max(substring(code from '[0-9]+$')::integer), 0) + 1 as next from works where code like ${`${prefix}%`}`,
  )
  return `${prefix}${String(next).padStart(3, '0')}`
}
