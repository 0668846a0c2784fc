import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { buildings } from '../estate/buildings.ts'
import { coordinationTables } from './coordinationTables.ts'
import { works } from '../works/works.ts'

export const priorityStates = { raised: 'Segnalata', programmed: 'Programmata' } as const

/** Works that findings call for, until they are in a programme: then the work they became. */
export const priorities = pgTable(
  'priorities',
  {
    ...identity,
    title: text('title').notNull(),
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    coordinationTableId: uuid('coordination_table_id').references(() => coordinationTables.id),
    score: integer('score').notNull(),
    raisedOn: date('raised_on').notNull(),
    programmedOn: date('programmed_on'),
    workId: uuid('work_id').references(() => works.id),
    ...record,
  },
  (t) => [
    index().on(t.buildingId),
    index().on(t.coordinationTableId),
    index().on(t.workId),
    check(
      says('priorities_score_one_to_hundred', { field: 'score', message: 'Il punteggio va da 1 a 100.' }),
      sql`${t.score} between 1 and 100`,
    ),
    check(
      says('priorities_programmed_after_raised', {
        field: 'programmedOn',
        message: 'La programmazione non può precedere la segnalazione della priorità.',
      }),
      sql`${t.programmedOn} >= ${t.raisedOn}`,
    ),
    check(
      says('priorities_work_when_programmed', {
        field: 'workId',
        message:
          'Una priorità programmata ha il suo intervento e il giorno in cui è entrata nel programma; una segnalata nessuno dei due.',
      }),
      sql`(${t.programmedOn} is not null) = (${t.workId} is not null)`,
    ),
  ],
)

export const prioritiesResource = defineResource({
  table: priorities,
  from: 'priorities x',
  where: `x.raised_on <= ${asOf}`,
  gives: {
    state: `case when x.programmed_on <= ${asOf} then 'programmed' else 'raised' end`,
    programmed: `coalesce(x.programmed_on <= ${asOf}, false)`,
  },
  joins: {
    coordinationTable: {
      sql: 'left join coordination_tables t on t.id = x.coordination_table_id',
      gives: { coordinationTableName: 't.name' },
    },
    work: {
      sql: `left join works w on w.id = x.work_id and x.programmed_on <= ${asOf}`,
      gives: { workId: 'w.id', workTitle: 'w.title' },
    },
    ...placeOf('x.building_id'),
    findings: {
      sql: `cross join lateral (
        select count(*)::integer as findings, sum(f.estimated_cost) as estimated_cost
        from findings f join inspections i on i.id = f.inspection_id and i.inspected_on <= ${asOf} where f.priority_id = x.id
      ) k`,
      gives: { findings: 'k.findings', estimatedCost: 'k.estimated_cost' },
    },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Priorità', many: 'Priorità' },
  title: 'title',
  group: 'coordination',
  sort: '-score',
  fields: {
    title: { kind: 'text', label: 'Priorità', in: ['list', 'show', 'form'] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio' },
    coordinationTableId: {
      kind: 'reference',
      to: 'coordination-tables',
      show: 'coordinationTableName',
      label: 'Tavolo',
      in: ['list', 'show', 'form'],
    },
    coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
    score: { kind: 'integer', label: 'Punteggio', help: 'Da 1 a 100, la più urgente.' },
    state: { kind: 'choice', choices: priorityStates, label: 'Stato', in: ['list', 'show'] },
    raisedOn: { kind: 'date', latest: 'today', label: 'Segnalata il' },
    programmedOn: { kind: 'date', happens: true, label: 'Programmata il', in: ['show', 'form'] },
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento', in: ['list', 'show', 'form'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    programmed: { kind: 'boolean', label: 'In un programma', in: [] },
    findings: { kind: 'integer', adds: true, label: 'Rilievi', in: ['list', 'show'] },
    estimatedCost: { kind: 'money', adds: true, label: 'Stima dei rilievi', in: ['show'] },
    ...placeFields,
    address: { ...placeFields.address, in: [] },
  },
})
