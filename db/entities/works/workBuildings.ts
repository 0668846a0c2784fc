import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { buildings } from '../estate/buildings.ts'
import { works } from './works.ts'

/** The buildings a work touches, besides the one it is filed under. */
export const workBuildings = pgTable(
  'work_buildings',
  {
    ...identity,
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    ...record,
  },
  (t) => [unique().on(t.workId, t.buildingId), index().on(t.buildingId)],
)

export const workBuildingsResource = defineResource({
  table: workBuildings,
  from: 'work_buildings x',
  joins: {
    work: { sql: 'left join works w on w.id = x.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
    ...placeOf('x.building_id'),
  },
  sight: { with: 'buildingId' },
  label: { one: 'Edificio dell’intervento', many: 'Edifici degli interventi' },
  title: 'address',
  group: 'works',
  sort: 'address',
  fields: {
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['show', 'search'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio' },
    ...placeFields,
  },
})
