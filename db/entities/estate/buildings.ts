import { sql } from 'drizzle-orm'
import { boolean, char, check, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { beganOf } from '../../former.ts'
import { placeFields, placeKeys, placeOfBuilding } from '../../place.ts'
import { says } from '../../rules.ts'
import { comuni } from '../territory/comuni.ts'
import { neighbourhoods } from '../territory/neighbourhoods.ts'
import { owner, owners } from '../../enumerations/owners.ts'

export const buildings = pgTable(
  'buildings',
  {
    ...identity,
    code: text('code').notNull().unique(),
    address: text('address').notNull(),
    postcode: text('postcode'),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    neighbourhoodId: uuid('neighbourhood_id').references(() => neighbourhoods.id),
    owner: owner('owner').notNull(),
    manager: text('manager').notNull().default('Aler Milano'),
    yearBuilt: integer('year_built'),
    mixedOwnership: boolean('mixed_ownership').notNull().default(false),
    latitude: numeric('latitude'),
    longitude: numeric('longitude'),
    ...record,
  },
  (t) => [
    index().on(t.comuneId),
    index().on(t.neighbourhoodId),
    unique('buildings_of_comune').on(t.id, t.comuneId),
    check(
      says('buildings_year_built_plausible', {
        field: 'yearBuilt',
        message: 'L’anno di costruzione deve stare tra il 1400 e il 2100.',
      }),
      sql`${t.yearBuilt} between 1400 and 2100`,
    ),
  ],
)

export const buildingsResource = defineResource({
  table: buildings,
  from: 'buildings b',
  joins: placeOfBuilding('b.id'),
  journal: {
    keys: [...placeKeys],
    sums: [],
    lists: ['code', 'address'],
    changes: {
      buildings: { subject: 't.id' },
      former_places: { subject: 't.building_id', days: [beganOf('t'), 't.valid_to'] },
      building_uogs: { subject: 't.building_id', days: ['t.valid_from', 't.valid_to'] },
    },
  },
  sight: { where: 'exists (select from :in_buildings s where s.id = buildings.id) or buildings.comune_id = any (:comuni)' },
  label: { one: 'Edificio', many: 'Edifici' },
  title: 'address',
  group: 'estate',
  sort: 'code',
  fields: {
    code: { kind: 'text', label: 'Codice', in: ['list', 'show', 'form'] },
    ...placeFields,
    address: { kind: 'text', label: 'Indirizzo e numero civico', in: ['list', 'show', 'form'] },
    postcode: { kind: 'text', label: 'CAP', in: ['show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    neighbourhoodId: { kind: 'reference', to: 'neighbourhoods', show: 'neighbourhoodName', label: 'Quartiere' },
    owner: { kind: 'choice', choices: owners, label: 'Proprietario' },
    manager: { kind: 'text', label: 'Gestore', in: ['show', 'form'] },
    yearBuilt: { kind: 'integer', label: 'Anno di costruzione' },
    mixedOwnership: { kind: 'boolean', label: 'Condominio misto', in: ['show', 'form'] },
    latitude: { kind: 'decimal', label: 'Latitudine', in: ['show', 'form'] },
    longitude: { kind: 'decimal', label: 'Longitudine', in: ['show', 'form'] },
  },
})
