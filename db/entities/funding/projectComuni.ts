import { char, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from '../territory/comuni.ts'
import { projects } from './projects.ts'

/** The comuni a project is about. Its amounts are not divided among them. */
export const projectComuni = pgTable(
  'project_comuni',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    ...record,
  },
  (t) => [unique().on(t.projectId, t.comuneId), index().on(t.comuneId)],
)

export const projectComuniResource = defineResource({
  table: projectComuni,
  from: 'project_comuni x',
  joins: {
    project: { sql: 'left join projects p on p.id = x.project_id', gives: { projectCode: 'p.code', projectTitle: 'p.title' } },
    comune: comuneOf('x.comune_id'),
  },
  sight: { with: 'projectId' },
  label: { one: 'Comune del progetto', many: 'Comuni dei progetti' },
  title: 'comuneName',
  group: 'funding',
  sort: 'projectCode',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
