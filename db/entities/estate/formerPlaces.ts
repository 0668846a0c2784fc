import { char, pgTable, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { formerPeriod, formerPeriodFields, hasBegun, oneAfterTheOther } from '../../former.ts'
import { comuneOf } from '../../place.ts'
import { buildings } from './buildings.ts'
import { comuni } from '../territory/comuni.ts'
import { neighbourhoods } from '../territory/neighbourhoods.ts'
import { owner, owners } from '../../enumerations/owners.ts'

/** Whose a building was, and in which comune and neighbourhood, before that last changed: a sale, a merger of comuni. */
export const formerPlaces = pgTable(
  'former_places',
  {
    ...identity,
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    ...formerPeriod,
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    neighbourhoodId: uuid('neighbourhood_id').references(() => neighbourhoods.id),
    owner: owner('owner').notNull(),
    ...record,
  },
  (t) => oneAfterTheOther('former_places', t, t.buildingId),
)

export const formerPlacesResource = defineResource({
  table: formerPlaces,
  formerOf: 'buildings',
  from: 'former_places f',
  where: hasBegun('f'),
  joins: {
    building: { sql: 'left join buildings b on b.id = f.building_id', gives: { buildingAddress: 'b.address' } },
    comune: comuneOf('f.comune_id'),
    neighbourhood: {
      sql: 'left join neighbourhoods n on n.id = f.neighbourhood_id',
      gives: { neighbourhoodName: 'n.name' },
    },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Proprietà e luogo precedenti', many: 'Proprietà e luoghi precedenti' },
  title: 'buildingAddress',
  group: 'estate',
  sort: '-validTo',
  fields: {
    buildingId: { kind: 'reference', to: 'buildings', show: 'buildingAddress', label: 'Edificio' },
    buildingAddress: { kind: 'text', label: 'Edificio', in: [] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    neighbourhoodId: { kind: 'reference', to: 'neighbourhoods', show: 'neighbourhoodName', label: 'Quartiere' },
    neighbourhoodName: { kind: 'text', label: 'Quartiere', in: [] },
    owner: { kind: 'choice', choices: owners, label: 'Proprietario' },
    ...formerPeriodFields,
  },
})
