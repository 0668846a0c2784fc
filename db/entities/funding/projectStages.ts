import { index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { projects } from './projects.ts'
import { projectState, projectStates } from '../../enumerations/projectStates.ts'

/** The state of a project, by period. */
export const projectStages = pgTable(
  'project_stages',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    state: projectState('state').notNull(),
    ...span,
    ...record,
  },
  (t) => [index().on(t.projectId, t.validTo)],
)

export const projectStagesResource = defineResource({
  table: projectStages,
  span: { subject: 'projectId', from: 'validFrom', to: 'validTo' },
  from: 'project_stages s',
  joins: {
    project: { sql: 'left join projects p on p.id = s.project_id', gives: { projectCode: 'p.code', projectTitle: 'p.title' } },
  },
  sight: { with: 'projectId' },
  label: { one: 'Stato di progetto', many: 'Stati dei progetti' },
  title: 'projectTitle',
  group: 'funding',
  sort: '-validFrom',
  readOnly: true,
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    state: { kind: 'choice', choices: projectStates, label: 'Stato' },
    validFrom: { kind: 'date', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
  },
})
