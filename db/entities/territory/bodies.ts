import { char, index, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from './comuni.ts'

export const bodyKinds = {
  aler: 'Aler',
  comune: 'Comune',
  region: 'Regione',
  state: 'Stato',
  company: 'Società partecipata',
  specialAgency: 'Azienda speciale o consortile',
  thirdSector: 'Terzo settore',
  other: 'Altro ente',
} as const
export const bodyKind = choiceEnum('body_kind', bodyKinds)

/** Public and private bodies that sign, promise, pay or offer something; never a person. */
export const bodies = pgTable(
  'bodies',
  {
    ...identity,
    name: text('name').notNull().unique(),
    kind: bodyKind('kind').notNull(),
    comuneId: char('comune_id', { length: 6 }).references(() => comuni.id),
    ...record,
  },
  (t) => [index().on(t.comuneId)],
)

export const bodiesResource = defineResource({
  table: bodies,
  from: 'bodies b',
  joins: {
    comune: comuneOf('b.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Ente', many: 'Enti' },
  title: 'name',
  group: 'territory',
  sort: 'name',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: bodyKinds, label: 'Tipo' },
    comuneId: {
      kind: 'reference',
      to: 'comuni',
      show: 'comuneName',
      label: 'Comune',
      help: 'Di un ente comunale: il comune che è.',
    },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
