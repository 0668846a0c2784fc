import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { meetingAndPlaceOf, meetingFields, coordinationTableFields } from '../../coordinationPlace.ts'
import { says } from '../../rules.ts'
import { agreements } from '../agreements/agreements.ts'
import { buildings } from '../estate/buildings.ts'
import { meetings } from './meetings.ts'
import { projects } from '../funding/projects.ts'
import { works } from '../works/works.ts'

/** The five aims of a coordination table: every item of an agenda serves one. */
export const tableThemes = {
  needs: 'Fabbisogno e sviluppo dell’offerta',
  programming: 'Programmazione coordinata',
  occupations: 'Occupazioni abusive',
  tenants: 'Comunicazione agli assegnatari',
  cooperation: 'Collaborazione tra enti',
} as const
export const tableTheme = choiceEnum('table_theme', tableThemes)

/** An item of a meeting's agenda, and the one thing it is about. */
export const agendaItems = pgTable(
  'agenda_items',
  {
    ...identity,
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    position: integer('position').notNull(),
    theme: tableTheme('theme').notNull(),
    title: text('title').notNull(),
    presenter: text('presenter'),
    note: text('note'),
    workId: uuid('work_id').references(() => works.id),
    projectId: uuid('project_id').references(() => projects.id),
    buildingId: uuid('building_id').references(() => buildings.id),
    agreementId: uuid('agreement_id').references(() => agreements.id),
    ...record,
  },
  (t) => [
    index().on(t.meetingId),
    index().on(t.workId),
    index().on(t.projectId),
    index().on(t.buildingId),
    index().on(t.agreementId),
    check(
      says('agenda_items_position_positive', { field: 'position', message: 'L’ordine deve essere almeno 1.' }),
      sql`${t.position} > 0`,
    ),
    check(
      says('agenda_items_one_subject', {
        field: 'workId',
        message: 'Un punto riguarda una cosa sola: un intervento, un progetto, un edificio o un accordo.',
      }),
      sql`num_nonnulls(${t.workId}, ${t.projectId}, ${t.buildingId}, ${t.agreementId}) <= 1`,
    ),
  ],
)

export const agendaItemsResource = defineResource({
  table: agendaItems,
  from: 'agenda_items x',
  joins: {
    ...meetingAndPlaceOf,
    work: { sql: 'left join works w on w.id = x.work_id', gives: { workTitle: 'w.title' } },
    project: { sql: 'left join projects p on p.id = x.project_id', gives: { projectTitle: 'p.title' } },
    building: { sql: 'left join buildings b on b.id = x.building_id', gives: { address: 'b.address' } },
    agreement: { sql: 'left join agreements q on q.id = x.agreement_id', gives: { agreementTitle: 'q.title' } },
  },
  sight: { with: 'meetingId' },
  label: { one: 'Punto all’ordine del giorno', many: 'Punti all’ordine del giorno' },
  title: 'title',
  group: 'coordination',
  sort: 'position',
  fields: {
    position: { kind: 'integer', label: 'Ordine' },
    theme: { kind: 'choice', choices: tableThemes, label: 'Tema' },
    title: { kind: 'text', label: 'Punto', in: ['list', 'show', 'form'] },
    presenter: { kind: 'text', label: 'Relatore', help: 'Chi ne parla, per il suo incarico.', in: ['list', 'show', 'form'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
    workId: {
      kind: 'reference',
      to: 'works',
      show: 'workTitle',
      label: 'Intervento',
      help: 'Il punto riguarda al più una cosa: un intervento, un progetto, un edificio o un accordo.',
    },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show', 'form'] },
    address: { kind: 'text', label: 'Indirizzo', in: [] },
    agreementId: { kind: 'reference', to: 'agreements', show: 'agreementTitle', label: 'Accordo', in: ['show', 'form'] },
    agreementTitle: { kind: 'text', label: 'Accordo', in: [] },
    ...meetingFields,
    ...coordinationTableFields,
  },
})
