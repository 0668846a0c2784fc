import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { projects } from './projects.ts'
import { works } from './works.ts'

/** The works a project pays for. */
export const projectWorks = pgTable(
  'project_works',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    ...record,
  },
  (t) => [unique().on(t.projectId, t.workId), index().on(t.workId)],
)

export const projectWorksResource = defineResource({
  table: projectWorks,
  rows: `
    select x.*, p.code as project_code, p.title as project_title, w.code as work_code, w.title as work_title
    from project_works x join projects p on p.id = x.project_id join works w on w.id = x.work_id`,
  label: { one: 'Intervento del progetto', many: 'Interventi dei progetti' },
  title: 'workTitle',
  group: 'funding',
  sort: 'projectCode',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice del progetto', in: ['list', 'show', 'search'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice dell’intervento', in: ['list', 'show', 'search'] },
    workTitle: { kind: 'text', label: 'Intervento', in: ['search'] },
  },
})
