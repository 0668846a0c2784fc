import { date, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'

export const uogKinds = { city: 'Città di Milano', province: 'Provincia' } as const
export const uogKind = choiceEnum('uog_kind', uogKinds)

/** Unità Operative Gestionali: the local operating units in force since January 2018. The key is the code, `UOG1`…`UOG6`. */
export const uogs = pgTable('uogs', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  kind: uogKind('kind').notNull(),
  area: text('area'),
  director: text('director'),
  staff: integer('staff'),
  operatingSince: date('operating_since'),
  ...record,
})

export const uogsResource = defineResource({
  table: uogs,
  from: 'uogs g',
  sight: 'everybody',
  label: { one: 'UOG', many: 'UOG' },
  title: 'name',
  group: 'territory',
  sort: 'id',
  fields: {
    id: { kind: 'text', label: 'Codice', help: 'Per esempio UOG6.', in: ['list', 'show', 'form'] },
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: uogKinds, label: 'Tipo' },
    area: { kind: 'text', label: 'Territorio' },
    director: { kind: 'text', label: 'Dirigente', help: 'Incarico ufficiale.' },
    staff: { kind: 'integer', adds: true, label: 'Collaboratori' },
    operatingSince: { kind: 'date', label: 'Operativa dal' },
  },
})
