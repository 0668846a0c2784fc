import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { asOf, past } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { buildings } from '../estate/buildings.ts'

export const cameraSystemStates = {
  planned: 'Prevista',
  active: 'Attiva',
  connected: 'Collegata al sistema comunale',
} as const

/** The cameras in the common areas of a building: that they are there, and since when. No image is kept or reached. */
export const cameraSystems = pgTable(
  'camera_systems',
  {
    ...identity,
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    plannedOn: date('planned_on').notNull(),
    plannedCameras: integer('planned_cameras').notNull(),
    activatedOn: date('activated_on'),
    activeCameras: integer('active_cameras'),
    connectedOn: date('connected_on'),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique(
      says('camera_systems_one_per_building', {
        field: 'buildingId',
        message: 'L’edificio ha già la sua scheda di videosorveglianza.',
      }),
    ).on(t.buildingId),
    index().on(t.plannedOn),
    check(
      says('camera_systems_planned_positive', {
        field: 'plannedCameras',
        message: 'Le telecamere previste devono essere almeno una.',
      }),
      sql`${t.plannedCameras} > 0`,
    ),
    check(
      says('camera_systems_activated_after_planned', {
        field: 'activatedOn',
        message: 'L’attivazione non può precedere la previsione.',
      }),
      sql`${t.activatedOn} >= ${t.plannedOn}`,
    ),
    check(
      says('camera_systems_cameras_when_active', {
        field: 'activeCameras',
        message: 'Le telecamere attive vanno indicate, almeno una, quando l’impianto è attivo, e solo allora.',
      }),
      sql`(${t.activatedOn} is null) = (${t.activeCameras} is null) and coalesce(${t.activeCameras}, 1) > 0`,
    ),
    check(
      says('camera_systems_connected_when_active', {
        field: 'connectedOn',
        message: 'Si collega un impianto attivo: il collegamento non può precedere l’attivazione.',
      }),
      sql`${t.connectedOn} is null or (${t.activatedOn} is not null and ${t.connectedOn} >= ${t.activatedOn})`,
    ),
  ],
)

export const cameraSystemsResource = defineResource({
  table: cameraSystems,
  from: 'camera_systems v',
  where: `v.planned_on <= ${asOf}`,
  joins: {
    switchedOn: {
      sql: `cross join lateral (select ${past('v.activated_on')} as activated_on, ${past('v.connected_on')} as connected_on) d`,
      gives: {
        activatedOn: 'd.activated_on',
        activeCameras: 'case when d.activated_on is not null then v.active_cameras end',
        connectedOn: 'd.connected_on',
        state: `case when d.connected_on is not null then 'connected' when d.activated_on is not null then 'active' else 'planned' end`,
        active: 'd.activated_on is not null',
        connected: 'd.connected_on is not null',
      },
    },
    ...placeOf('v.building_id'),
    buildingCode: { needs: ['building'], gives: { buildingCode: 'b.code' } },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Videosorveglianza di un edificio', many: 'Videosorveglianza' },
  title: 'address',
  group: 'occupations',
  sort: 'address',
  fields: {
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio' },
    buildingCode: { kind: 'text', label: 'Codice dell’edificio', in: ['show', 'search'] },
    state: {
      kind: 'choice',
      choices: cameraSystemStates,
      label: 'Stato',
      help: 'Solo la presenza dell’impianto nelle parti comuni: nessuna immagine.',
      in: ['list', 'show'],
    },
    plannedOn: { kind: 'date', latest: 'today', label: 'Prevista dal', help: 'Giorno in cui l’edificio è entrato nel piano.' },
    plannedCameras: { kind: 'integer', adds: true, label: 'Telecamere previste' },
    activatedOn: { kind: 'date', label: 'Attiva dal' },
    activeCameras: { kind: 'integer', adds: true, label: 'Telecamere attive' },
    connectedOn: { kind: 'date', label: 'Collegata dal', help: 'Al sistema comunale di videosorveglianza.' },
    active: { kind: 'boolean', label: 'Attiva', in: ['show'] },
    connected: { kind: 'boolean', label: 'Collegata', in: ['show'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
    ...placeFields,
  },
})
