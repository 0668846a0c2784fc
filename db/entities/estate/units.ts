import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../../columns.ts'
import { defineResource, type Field } from '../../defineResource.ts'
import { beganOf } from '../../former.ts'
import { changesOfPlace, placeFields, placeKeys, placeOf, usesOf } from '../../place.ts'
import { asOf, holds } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { buildings } from './buildings.ts'
import { unitStates, vacancyGroupOf, vacancyGroups, vacancyReasons } from '../../enumerations/vacancyReasons.ts'

export const unitUses = { dwelling: 'Alloggio', garage: 'Box', shop: 'Negozio', office: 'Ufficio', other: 'Altro' } as const
export const unitUse = choiceEnum('unit_use', unitUses)

/** Housing services of L.R. 16/2016: public, social and transitional, and what stands outside them. */
export const services = {
  sap: 'SAP – servizio abitativo pubblico',
  sas: 'SAS – servizio abitativo sociale',
  sat: 'SAT – servizio abitativo transitorio',
  temporary: 'Temporaneo',
  free: 'Canone libero',
  outOfErp: 'Fuori ERP',
} as const
export const service = choiceEnum('service', services)

/** Property units. Rates divide by dwellings (`use = 'dwelling'`), never by units. */
export const units = pgTable(
  'units',
  {
    ...identity,
    code: text('code').notNull().unique(),
    regionalCode: text('regional_code').unique(),
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    staircase: text('staircase'),
    floor: text('floor'),
    interior: text('interior'),
    use: unitUse('use').notNull(),
    service: service('service'),
    area: numeric('area', { precision: 8, scale: 2 }),
    rooms: integer('rooms'),
    accessible: boolean('accessible').notNull().default(false),
    theoreticalRent: money('theoretical_rent'),
    ...record,
  },
  (t) => [
    index().on(t.buildingId),
    unique('units_of_building').on(t.id, t.buildingId),
    unique('units_of_use').on(t.id, t.buildingId, t.use),
    check(
      says('units_area_positive', { field: 'area', message: 'La superficie deve essere maggiore di zero.' }),
      sql`${t.area} > 0`,
    ),
    check(says('units_rooms_positive', { field: 'rooms', message: 'I vani devono essere almeno uno.' }), sql`${t.rooms} > 0`),
    check(
      says('units_theoretical_rent_not_negative', {
        field: 'theoreticalRent',
        message: 'Il canone teorico non può essere negativo.',
      }),
      sql`${t.theoreticalRent} >= 0`,
    ),
  ],
)

/**
 * What a record dated on a unit keeps of it, so that counting such records joins no second large table. The database fills it
 * in (`app.beside_its_unit`) and carries over whatever becomes of the unit; nobody else writes it.
 */
export const ofItsUnit = { buildingId: uuid('building_id'), use: unitUse('use') }

export const ofItsUnitFields = {
  buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', kept: true, in: ['show'] },
  use: { kind: 'choice', choices: unitUses, label: 'Destinazione', kept: true, in: ['show'] },
} as const satisfies Record<string, Field>

/** Of a table with `ofItsUnit`: it can only tell what its unit does. The migration adds `match full`, so that neither is ever missing. */
export const besideItsUnit = (name: string, t: Record<'unitId' | 'buildingId' | 'use', AnyPgColumn>) =>
  foreignKey({
    name,
    columns: [t.unitId, t.buildingId, t.use],
    foreignColumns: [units.id, units.buildingId, units.use],
  }).onUpdate('cascade')

export const unitsResource = defineResource({
  table: units,
  from: 'units u',
  joins: {
    ...usesOf(),
    ...placeOf('u.building_id'),
    state: {
      sql: `left join unit_states s on s.unit_id = u.id and ${holds('s')}`,
      gives: {
        state: 's.state',
        vacancyReason: 's.vacancy_reason',
        vacancyGroup: vacancyGroupOf('s'),
        stateSince: 's.valid_from',
        vacantSince: `case when s.state = 'vacant' then (
          select v.started_on from vacancies v where v.unit_id = u.id and v.started_on <= ${asOf} and v.ended_on > ${asOf}
        ) end`,
      },
    },
  },
  journal: {
    keys: [...placeKeys, 'use', 'service', 'state', 'vacancyReason', 'vacancyGroup', 'area_null', 'theoreticalRent_null'],
    sums: ['theoreticalRent'],
    lists: ['code', 'regionalCode', 'address', 'stateSince'],
    changes: {
      units: { subject: 't.id' },
      former_uses: { subject: 't.unit_id', days: [beganOf('t'), 't.valid_to'] },
      unit_states: { subject: 't.unit_id', days: ['t.valid_from', 't.valid_to'] },
      ...changesOfPlace('units'),
    },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Unità immobiliare', many: 'Unità immobiliari' },
  title: 'code',
  group: 'estate',
  sort: 'code',
  fields: {
    code: { kind: 'text', label: 'Codice', in: ['list', 'show', 'form'] },
    regionalCode: { kind: 'text', label: 'Codice regionale', in: ['show', 'form', 'search'] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show', 'form'] },
    ...placeFields,
    use: { kind: 'choice', choices: unitUses, label: 'Destinazione' },
    service: { kind: 'choice', choices: services, label: 'Servizio' },
    state: { kind: 'choice', choices: unitStates, label: 'Stato', in: ['list', 'show'] },
    vacancyReason: { kind: 'choice', choices: vacancyReasons, label: 'Motivo di sfitto', in: ['list', 'show'] },
    vacancyGroup: { kind: 'choice', choices: vacancyGroups, label: 'Gruppo del motivo', in: ['show'] },
    stateSince: { kind: 'date', label: 'Nello stato dal', in: ['list', 'show'] },
    vacantSince: { kind: 'date', label: 'Sfitto dal', in: ['show'] },
    staircase: { kind: 'text', label: 'Scala', in: ['show', 'form'] },
    floor: { kind: 'text', label: 'Piano', in: ['show', 'form'] },
    interior: { kind: 'text', label: 'Interno', in: ['show', 'form'] },
    area: { kind: 'decimal', adds: true, label: 'Superficie utile (m²)' },
    rooms: { kind: 'integer', adds: true, label: 'Vani', in: ['show', 'form'] },
    accessible: { kind: 'boolean', label: 'Accessibile', in: ['show', 'form'] },
    theoreticalRent: {
      kind: 'money',
      adds: true,
      label: 'Canone teorico mensile',
      help: 'Canone che l’alloggio renderebbe se locato, al mese.',
    },
  },
})
