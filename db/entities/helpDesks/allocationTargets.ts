import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { projects } from '../funding/projects.ts'

/** The plan of allocations of an accompanied place: how many dwellings for which group. Groups, never people. */
export const allocationTargets = pgTable(
  'allocation_targets',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    targetGroup: text('target_group').notNull(),
    plannedDwellings: integer('planned_dwellings').notNull(),
    allocatedDwellings: integer('allocated_dwellings').notNull().default(0),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique(
      says('allocation_targets_one_per_group', {
        field: 'targetGroup',
        message: 'I destinatari sono già nel piano del progetto.',
      }),
    ).on(t.projectId, t.targetGroup),
    index().on(t.projectId),
    check(
      says('allocation_targets_planned_positive', {
        field: 'plannedDwellings',
        message: 'Gli alloggi previsti devono essere almeno uno.',
      }),
      sql`${t.plannedDwellings} > 0`,
    ),
    check(
      says('allocation_targets_allocated_within_planned', {
        field: 'allocatedDwellings',
        message: 'Gli alloggi assegnati vanno da zero a quelli previsti.',
      }),
      sql`${t.allocatedDwellings} between 0 and ${t.plannedDwellings}`,
    ),
  ],
)

export const allocationTargetsResource = defineResource({
  table: allocationTargets,
  from: 'allocation_targets t',
  joins: {
    project: { sql: 'left join projects p on p.id = t.project_id', gives: { projectTitle: 'p.title' } },
  },
  sight: 'everybody',
  label: { one: 'Target del piano di assegnazione', many: 'Piano di assegnazione per target' },
  title: 'targetGroup',
  group: 'helpDesks',
  sort: 'targetGroup',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    targetGroup: { kind: 'text', label: 'Destinatari', in: ['list', 'show', 'form'] },
    plannedDwellings: { kind: 'integer', adds: true, label: 'Alloggi previsti' },
    allocatedDwellings: { kind: 'integer', adds: true, label: 'Alloggi assegnati' },
    note: { kind: 'longText', label: 'Nota' },
  },
})
