import { char, index, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from './comuni.ts'
import { uogs } from './uogs.ts'

export const officeKinds = {
  main: 'Sede principale',
  operating: 'Sede operativa',
  desk: 'Sportello',
  shared: 'Sede condivisa',
  planned: 'Sede prevista',
} as const
export const officeKind = choiceEnum('office_kind', officeKinds)

export const offices = pgTable(
  'offices',
  {
    ...identity,
    name: text('name').notNull(),
    kind: officeKind('kind').notNull(),
    uogId: text('uog_id').references(() => uogs.id),
    body: text('body').notNull(),
    address: text('address').notNull(),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    sectors: text('sectors'),
    hours: text('hours'),
    note: text('note'),
    ...record,
  },
  (t) => [index().on(t.uogId), index().on(t.comuneId)],
)

export const officesResource = defineResource({
  table: offices,
  from: 'offices o',
  joins: {
    uog: { sql: 'left join uogs g on g.id = o.uog_id', gives: { uogName: 'g.name' } },
    comune: comuneOf('o.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Sede', many: 'Sedi' },
  title: 'name',
  group: 'territory',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: officeKinds, label: 'Tipo' },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG' },
    body: { kind: 'text', label: 'Ente' },
    address: { kind: 'text', label: 'Indirizzo', in: ['list', 'show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    sectors: { kind: 'text', label: 'Settori' },
    hours: { kind: 'text', label: 'Orari', in: ['show', 'form'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
