import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { placeColumns, placeFields, placeJoins, placesInTime } from '../place.ts'
import { buildings } from './buildings.ts'
import { unitStates, vacancyGroupOf, vacancyGroups, vacancyReasons } from './vacancyReasons.ts'

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
    check('units_area_positive', sql`${t.area} > 0`),
    check('units_rooms_positive', sql`${t.rooms} > 0`),
    check('units_theoretical_rent_not_negative', sql`${t.theoreticalRent} >= 0`),
  ],
)

const unitColumns = (place: string) => `
  u.*, ${place}, s.state, s.vacancy_reason, ${vacancyGroupOf('s')} as vacancy_group`

export const unitsResource = defineResource({
  table: units,
  rows: `
    select ${unitColumns(placeColumns)}, s.valid_from as state_since,
      case when s.state = 'vacant' then (
        select v.started_on from vacancies v
        where v.unit_id = u.id and v.started_on <= (select app.as_of()) and v.ended_on > (select app.as_of())
      ) end as vacant_since
    from units u
    left join buildings b on b.id = u.building_id ${placeJoins()}
    left join unit_states s on s.unit_id = u.id
      and s.valid_from <= (select app.as_of()) and s.valid_to > (select app.as_of())`,
  timelines: placesInTime('s').map(({ columns, joins, days, lacks }) => ({
    lacks: ['stateSince', 'vacantSince', ...lacks] as const,
    rows: `
      select ${unitColumns(columns)}, ${days}
      from unit_states s
      join units u on u.id = s.unit_id
      left join buildings b on b.id = u.building_id ${joins}`,
  })),
  label: { one: 'Unità immobiliare', many: 'Unità immobiliari' },
  complete: true,
  title: 'code',
  group: 'territory',
  sort: 'code',
  fields: {
    code: { kind: 'text', label: 'Codice', in: ['list', 'show', 'form', 'search'] },
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
    area: { kind: 'decimal', label: 'Superficie utile (m²)' },
    rooms: { kind: 'integer', label: 'Vani', in: ['show', 'form'] },
    accessible: { kind: 'boolean', label: 'Accessibile', in: ['show', 'form'] },
    theoreticalRent: {
      kind: 'money',
      label: 'Canone teorico mensile',
      help: 'Canone che l’alloggio renderebbe se locato, al mese.',
    },
  },
})
