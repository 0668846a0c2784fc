import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf, holds } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { bodies } from '../territory/bodies.ts'
import { helpDeskAction, helpDeskActions, helpDeskStates } from '../../enumerations/helpDeskStates.ts'
import { projects } from '../funding/projects.ts'

/**
 * A place where people are received and directed. Its state has a history; whom it serves is in `helpDeskAreas`. A documented
 * desk whose state is invented reads as demo.
 */
export const helpDesks = pgTable(
  'help_desks',
  {
    ...identity,
    name: text('name').notNull(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    action: helpDeskAction('action'),
    projectId: uuid('project_id').references(() => projects.id),
    address: text('address'),
    hours: text('hours'),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique(says('help_desks_one_per_name', { field: 'name', message: 'Esiste già uno sportello con questo nome.' })).on(t.name),
    index().on(t.bodyId),
    index().on(t.projectId),
  ],
)

/** Whom desk `d` serves, for the views that filter by comune. */
export const servedComuni = `
  select array_agg(distinct x.comune_id::text) as comune_ids, count(distinct x.comune_id)::integer as comuni
  from help_desk_areas x where x.help_desk_id = d.id`

const firstDay = (state: string) =>
  `(select min(x.valid_from) from help_desk_stages x where x.help_desk_id = d.id and x.state = '${state}' and x.valid_from <= ${asOf})`

export const helpDesksResource = defineResource({
  table: helpDesks,
  from: 'help_desks d',
  gives: {
    openedOn: firstDay('active'),
    closedOn: firstDay('closed'),
    serviceCount: '(select count(*)::integer from desk_offerings o where o.help_desk_id = d.id)',
  },
  joins: {
    body: { sql: 'left join bodies y on y.id = d.body_id', gives: { bodyName: 'y.name' } },
    stage: {
      sql: `left join help_desk_stages s on s.help_desk_id = d.id and ${holds('s')}`,
      gives: { state: 's.state', stateSince: 's.valid_from', isDemo: 'd.is_demo or coalesce(s.is_demo, false)' },
    },
    project: { sql: 'left join projects p on p.id = d.project_id', gives: { projectTitle: 'p.title' } },
    served: { sql: `cross join lateral (${servedComuni}) a`, gives: { comuneIds: 'a.comune_ids', comuni: 'a.comuni' } },
  },
  sight: 'everybody',
  label: { one: 'Sportello', many: 'Sportelli' },
  title: 'name',
  group: 'helpDesks',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    bodyId: { kind: 'reference', to: 'bodies', show: 'bodyName', label: 'Ente' },
    bodyName: { kind: 'text', label: 'Ente', in: [] },
    action: { kind: 'choice', choices: helpDeskActions, label: 'Azione', empty: 'Fuori dal progetto' },
    state: { kind: 'choice', choices: helpDeskStates, label: 'Stato', in: ['list', 'show'] },
    stateSince: { kind: 'date', label: 'Nello stato dal', in: ['show'] },
    openedOn: { kind: 'date', label: 'Aperto il', in: ['list', 'show'] },
    closedOn: { kind: 'date', label: 'Chiuso il', in: ['show'] },
    comuni: { kind: 'integer', label: 'Comuni serviti', in: ['list', 'show'] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni', in: ['show'] },
    serviceCount: { kind: 'integer', adds: true, label: 'Servizi offerti', in: ['list', 'show'] },
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    address: { kind: 'text', label: 'Indirizzo', in: ['show', 'form', 'search'] },
    hours: { kind: 'text', label: 'Orari', help: 'Giorni e ore della settimana.', in: ['show', 'form'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
