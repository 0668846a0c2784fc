import { char, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from './comuni.ts'

export const municipi = pgTable(
  'municipi',
  {
    ...identity,
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    ...record,
  },
  (t) => [unique().on(t.comuneId, t.number), unique('municipi_of_comune').on(t.id, t.comuneId)],
)

export const municipiResource = defineResource({
  table: municipi,
  from: 'municipi m',
  joins: {
    comune: comuneOf('m.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Municipio', many: 'Municipi' },
  title: 'name',
  group: 'territory',
  sort: 'number',
  fields: {
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    number: { kind: 'integer', label: 'Numero' },
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
