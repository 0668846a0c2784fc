import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { projects } from './projects.ts'

/** The CUPs of a project: none, one or several. A CUP may belong to several projects too. */
export const projectCups = pgTable(
  'project_cups',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    cup: text('cup').notNull(),
    main: boolean('main').notNull().default(true),
    ...record,
  },
  (t) => [
    unique().on(t.projectId, t.cup),
    index().on(t.cup),
    uniqueIndex(says('project_cups_one_main', { field: 'main', message: 'Il progetto ha già un CUP principale.' }))
      .on(t.projectId)
      .where(sql`${t.main}`),
    check(
      says('project_cups_cup_shape', { field: 'cup', message: 'Il CUP ha quindici caratteri, per esempio B59I17000240006.' }),
      sql`${t.cup} ~ '^[A-Z][0-9]{2}[A-Z][0-9]{11}$'`,
    ),
  ],
)

export const projectCupsResource = defineResource({
  table: projectCups,
  from: 'project_cups k',
  joins: {
    project: { sql: 'left join projects p on p.id = k.project_id', gives: { projectCode: 'p.code', projectTitle: 'p.title' } },
  },
  sight: { with: 'projectId' },
  label: { one: 'CUP', many: 'CUP dei progetti' },
  title: 'cup',
  group: 'funding',
  sort: 'cup',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    cup: {
      kind: 'text',
      label: 'CUP',
      help: 'Quindici caratteri, per esempio B59I17000240006.',
      in: ['list', 'show', 'form'],
    },
    main: { kind: 'boolean', label: 'Principale', help: 'Uno solo per progetto.' },
  },
})
