import { sql } from 'drizzle-orm'
import { check, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { projects } from './projects.ts'

export const projectLinkKinds = {
  complementary: 'Complementare',
  sameIntervention: 'Stesso intervento',
  renovationAndSupport: 'Ristrutturazione e accompagnamento',
} as const
export const projectLinkKind = choiceEnum('project_link_kind', projectLinkKinds)

export const projectLinks = pgTable(
  'project_links',
  {
    ...identity,
    fromId: uuid('from_id')
      .notNull()
      .references(() => projects.id),
    toId: uuid('to_id')
      .notNull()
      .references(() => projects.id),
    kind: projectLinkKind('kind').notNull(),
    ...record,
  },
  (t) => [
    unique().on(t.fromId, t.toId, t.kind),
    index().on(t.toId),
    check(
      says('project_links_two_projects', { field: 'toId', message: 'Un progetto non si collega a se stesso.' }),
      sql`${t.fromId} <> ${t.toId}`,
    ),
  ],
)

export const projectLinksResource = defineResource({
  table: projectLinks,
  from: 'project_links l',
  joins: {
    from: { sql: 'left join projects a on a.id = l.from_id', gives: { fromCode: 'a.code', fromTitle: 'a.title' } },
    to: { sql: 'left join projects z on z.id = l.to_id', gives: { toCode: 'z.code', toTitle: 'z.title' } },
  },
  sight: { with: 'fromId' },
  label: { one: 'Collegamento tra progetti', many: 'Collegamenti tra progetti' },
  title: 'fromTitle',
  group: 'funding',
  sort: 'fromCode',
  fields: {
    fromId: { kind: 'reference', to: 'projects', show: 'fromTitle', label: 'Progetto' },
    fromCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    fromTitle: { kind: 'text', label: 'Progetto', in: [] },
    kind: { kind: 'choice', choices: projectLinkKinds, label: 'Collegamento' },
    toId: { kind: 'reference', to: 'projects', show: 'toTitle', label: 'Progetto collegato' },
    toCode: { kind: 'text', label: 'Codice del collegato', in: ['list', 'show'] },
    toTitle: { kind: 'text', label: 'Progetto collegato', in: [] },
  },
})
