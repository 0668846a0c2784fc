import { sql } from 'drizzle-orm'
import { check, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { fundingSource, fundingSources } from '../../enumerations/fundingSources.ts'
import { projects } from './projects.ts'

/** Who pays how much of a project. */
export const projectSources = pgTable(
  'project_sources',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    fundingSource: fundingSource('funding_source').notNull(),
    amount: money('amount').notNull(),
    ...record,
  },
  (t) => [
    unique().on(t.projectId, t.fundingSource),
    check(
      says('project_sources_amount_not_negative', { field: 'amount', message: 'L’importo non può essere negativo.' }),
      sql`${t.amount} >= 0`,
    ),
  ],
)

export const projectSourcesResource = defineResource({
  table: projectSources,
  from: 'project_sources x',
  joins: {
    project: { sql: 'left join projects p on p.id = x.project_id', gives: { projectCode: 'p.code', projectTitle: 'p.title' } },
  },
  sight: { with: 'projectId' },
  label: { one: 'Fonte del progetto', many: 'Fonti dei progetti' },
  title: 'projectTitle',
  group: 'funding',
  sort: 'projectCode',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto' },
    projectCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    fundingSource: { kind: 'choice', choices: fundingSources, label: 'Fonte di finanziamento' },
    amount: { kind: 'money', adds: true, label: 'Importo' },
  },
})
