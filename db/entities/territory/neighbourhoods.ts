import { char, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from './comuni.ts'
import { municipi } from './municipi.ts'

export const neighbourhoods = pgTable(
  'neighbourhoods',
  {
    ...identity,
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    municipioId: uuid('municipio_id').references(() => municipi.id),
    name: text('name').notNull(),
    ...record,
  },
  (t) => [unique().on(t.comuneId, t.name)],
)

export const neighbourhoodsResource = defineResource({
  table: neighbourhoods,
  from: 'neighbourhoods n',
  joins: {
    comune: comuneOf('n.comune_id'),
    municipio: { sql: 'left join municipi m on m.id = n.municipio_id', gives: { municipioName: 'm.name' } },
  },
  sight: 'everybody',
  label: { one: 'Quartiere', many: 'Quartieri' },
  title: 'name',
  group: 'territory',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    municipioId: { kind: 'reference', to: 'municipi', show: 'municipioName', label: 'Municipio' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    municipioName: { kind: 'text', label: 'Municipio', in: [] },
  },
})
