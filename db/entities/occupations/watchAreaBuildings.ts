import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { buildings } from '../estate/buildings.ts'
import { watchAreas } from './watchAreas.ts'

export const watchAreaBuildings = pgTable(
  'watch_area_buildings',
  {
    ...identity,
    watchAreaId: uuid('watch_area_id')
      .notNull()
      .references(() => watchAreas.id),
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    ...record,
  },
  (t) => [unique().on(t.watchAreaId, t.buildingId), index().on(t.buildingId)],
)

export const watchAreaBuildingsResource = defineResource({
  table: watchAreaBuildings,
  from: 'watch_area_buildings x',
  joins: {
    watchArea: { sql: 'left join watch_areas a on a.id = x.watch_area_id', gives: { watchAreaName: 'a.name' } },
    ...placeOf('x.building_id'),
  },
  sight: { with: 'buildingId' },
  label: { one: 'Edificio dell’area', many: 'Edifici delle aree monitorate' },
  title: 'address',
  group: 'occupations',
  sort: 'watchAreaName',
  fields: {
    watchAreaId: { kind: 'reference', to: 'watch-areas', show: 'watchAreaName', label: 'Area monitorata' },
    watchAreaName: { kind: 'text', label: 'Area monitorata', in: [] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio' },
    ...placeFields,
  },
})
