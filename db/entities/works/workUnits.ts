import { date, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { units } from '../estate/units.ts'
import { works } from './works.ts'

/** The units a work restores, and when each was restored. */
export const workUnits = pgTable(
  'work_units',
  {
    ...identity,
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    restoredOn: date('restored_on'),
    ...record,
  },
  (t) => [unique().on(t.workId, t.unitId), index().on(t.unitId)],
)

export const workUnitsResource = defineResource({
  table: workUnits,
  from: 'work_units x',
  joins: {
    work: { sql: 'left join works w on w.id = x.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
    unit: { sql: 'left join units u on u.id = x.unit_id', gives: { unitCode: 'u.code' } },
    ...placeOf('u.building_id', 'unit'),
  },
  sight: { with: 'unitId' },
  label: { one: 'Unità dell’intervento', many: 'Unità degli interventi' },
  title: 'unitCode',
  group: 'works',
  sort: '-restoredOn',
  fields: {
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['show', 'search'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    restoredOn: { kind: 'date', happens: true, label: 'Ripristinata il' },
    ...placeFields,
  },
})
