import { char, index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from '../territory/comuni.ts'
import { coordinationTables } from './coordinationTables.ts'

/** The comuni that sit at a table. */
export const coordinationTableComuni = pgTable(
  'coordination_table_comuni',
  {
    ...identity,
    coordinationTableId: uuid('coordination_table_id')
      .notNull()
      .references(() => coordinationTables.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    ...record,
  },
  (t) => [unique().on(t.coordinationTableId, t.comuneId), index().on(t.comuneId)],
)

export const coordinationTableComuniResource = defineResource({
  table: coordinationTableComuni,
  from: 'coordination_table_comuni x',
  joins: {
    coordinationTable: {
      sql: 'left join coordination_tables t on t.id = x.coordination_table_id',
      gives: { coordinationTableName: 't.name' },
    },
    comune: comuneOf('x.comune_id'),
  },
  sight: { with: 'coordinationTableId' },
  label: { one: 'Comune del tavolo', many: 'Comuni dei tavoli' },
  title: 'comuneName',
  group: 'coordination',
  sort: 'coordinationTableName',
  fields: {
    coordinationTableId: { kind: 'reference', to: 'coordination-tables', show: 'coordinationTableName', label: 'Tavolo' },
    coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
