import { sql } from 'drizzle-orm'
import { char, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { comuni } from '../territory/comuni.ts'
import { projects } from '../funding/projects.ts'

export const shelterKinds = { municipal: 'Comunale', contracted: 'Convenzionata' } as const
export const shelterKind = choiceEnum('shelter_kind', shelterKinds)

export const shelterStates = { planned: 'Prevista', open: 'Aperta', closed: 'Chiusa' } as const

/** A structure that takes in households for a time, with its places. Who stays there is not kept. */
export const shelterPlaces = pgTable(
  'shelter_places',
  {
    ...identity,
    name: text('name').notNull(),
    kind: shelterKind('kind').notNull(),
    body: text('body').notNull(),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    address: text('address'),
    places: integer('places'),
    openedOn: date('opened_on'),
    closedOn: date('closed_on'),
    projectId: uuid('project_id').references(() => projects.id),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.comuneId),
    index().on(t.projectId),
    check(
      says('shelter_places_places_positive', { field: 'places', message: 'I posti devono essere almeno uno.' }),
      sql`${t.places} > 0`,
    ),
    check(
      says('shelter_places_places_when_open', { field: 'places', message: 'Di una struttura aperta si dicono i posti.' }),
      sql`${t.openedOn} is null or ${t.places} is not null`,
    ),
    check(
      says('shelter_places_closed_after_opened', { field: 'closedOn', message: 'La chiusura deve seguire l’apertura.' }),
      sql`${t.closedOn} is null or (${t.openedOn} is not null and ${t.closedOn} > ${t.openedOn})`,
    ),
  ],
)

export const shelterPlacesResource = defineResource({
  table: shelterPlaces,
  from: 'shelter_places s',
  gives: {
    state: `case when s.closed_on <= ${asOf} then 'closed' when s.opened_on <= ${asOf} then 'open' else 'planned' end`,
  },
  joins: {
    comune: comuneOf('s.comune_id'),
    project: { sql: 'left join projects p on p.id = s.project_id', gives: { projectTitle: 'p.title' } },
  },
  sight: { where: 'shelter_places.comune_id = any (:comuni) or shelter_places.comune_id = any (:around)' },
  label: { one: 'Struttura di accoglienza', many: 'Strutture di accoglienza' },
  title: 'name',
  group: 'occupations',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: shelterKinds, label: 'Tipo' },
    state: { kind: 'choice', choices: shelterStates, label: 'Stato', in: ['list', 'show'] },
    places: { kind: 'integer', adds: true, label: 'Posti' },
    body: { kind: 'text', label: 'Ente gestore', in: ['list', 'show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    address: { kind: 'text', label: 'Indirizzo', in: ['show', 'form'] },
    openedOn: { kind: 'date', label: 'Aperta dal' },
    closedOn: { kind: 'date', happens: true, label: 'Chiusa dal', in: ['show', 'form'] },
    projectId: { kind: 'reference', to: 'projects', show: 'projectTitle', label: 'Progetto', in: ['list', 'show', 'form'] },
    projectTitle: { kind: 'text', label: 'Progetto', in: [] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
