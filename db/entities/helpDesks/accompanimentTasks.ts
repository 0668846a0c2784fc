import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { projects } from '../funding/projects.ts'

/** What the body in charge of the accompaniment has to do. */
export const accompanimentTasks = pgTable(
  'accompaniment_tasks',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    ...record,
  },
  (t) => [
    unique(
      says('accompaniment_tasks_one_per_number', {
        field: 'number',
        message: 'Il progetto ha già un compito con questo numero.',
      }),
    ).on(t.projectId, t.number),
    index().on(t.projectId),
    check(
      says('accompaniment_tasks_number_positive', { field: 'number', message: 'Il numero parte da 1.' }),
      sql`${t.number} > 0`,
    ),
  ],
)

export const accompanimentTasksResource = defineResource({
  table: accompanimentTasks,
  from: 'accompaniment_tasks t',
  gives: { activities: '(select count(*)::integer from accompaniment_activities a where a.task_id = t.id)' },
  joins: { project: { sql: 'left join projects p on p.id = t.project_id', gives: { projectTitle: 'p.title' } } },
  sight: 'everybody',
  label: { one: 'Compito del soggetto incaricato', many: 'Compiti del soggetto incaricato' },
  title: 'title',
  group: 'helpDesks',
  sort: 'number',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    number: { kind: 'integer', label: 'Numero' },
    title: { kind: 'text', label: 'Compito', in: ['list', 'show', 'form'] },
    description: { kind: 'longText', label: 'Testo della scheda' },
    activities: { kind: 'integer', adds: true, label: 'Attività', in: ['list', 'show'] },
  },
})
