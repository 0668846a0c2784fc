import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { projects } from './projects.ts'
import { works } from '../works/works.ts'

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
  from: 'project_works x',
  joins: {
    project: { sql: 'left join projects p on p.id = x.project_id', gives: { projectCode: 'p.code', projectTitle: 'p.title' } },
    work: { sql: 'left join works w on w.id = x.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
  },
  sight: { with: 'projectId' },
  label: { one: 'Intervento del progetto', many: 'Interventi dei progetti' },
  title: 'workTitle',
  group: 'funding',
  sort: 'projectCode',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice del progetto', in: ['list', 'show'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice dell’intervento', in: ['list', 'show'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
  },
})
