import { sql } from 'drizzle-orm'
import { check, index, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { projects } from '../funding/projects.ts'

export const spaceUses = {
  residents: 'Servizio alla residenza',
  neighbourhood: 'Servizio al quartiere',
  office: 'Sede operativa e punto informativo',
  business: 'Attività remunerativa',
} as const
export const spaceUse = choiceEnum('service_space_use', spaceUses)

/** A room that is not a dwelling, and what it is for. */
export const serviceSpaces = pgTable(
  'service_spaces',
  {
    ...identity,
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id),
    name: text('name').notNull(),
    use: spaceUse('use').notNull(),
    area: numeric('area', { precision: 8, scale: 2 }),
    management: text('management'),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.projectId),
    check(
      says('service_spaces_area_positive', { field: 'area', message: 'La superficie deve essere maggiore di zero.' }),
      sql`${t.area} > 0`,
    ),
  ],
)

export const serviceSpacesResource = defineResource({
  table: serviceSpaces,
  from: 'service_spaces s',
  joins: {
    project: { sql: 'left join projects p on p.id = s.project_id', gives: { projectTitle: 'p.title' } },
  },
  sight: 'everybody',
  label: { one: 'Spazio per servizi', many: 'Spazi per servizi' },
  title: 'name',
  group: 'helpDesks',
  sort: 'name',
  fields: {
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: ['search'] },
    name: { kind: 'text', label: 'Spazio', in: ['list', 'show', 'form'] },
    use: { kind: 'choice', choices: spaceUses, label: 'Funzione' },
    area: { kind: 'decimal', adds: true, label: 'Superficie (m²)' },
    management: { kind: 'text', label: 'Forma di gestione' },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
