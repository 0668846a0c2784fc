import { char, date, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from './comuni.ts'
import { uogs } from './uogs.ts'

/** A total somebody published, kept beside the one the rows give: what, how much, as of when, who says so. */
export const declaredFigures = pgTable('declared_figures', {
  ...identity,
  subject: text('subject').notNull(),
  figure: text('figure').notNull(),
  value: numeric('value', { precision: 15, scale: 2 }).notNull(),
  unit: text('unit').notNull(),
  statedOn: date('stated_on').notNull(),
  uogId: text('uog_id').references(() => uogs.id),
  comuneId: char('comune_id', { length: 6 }).references(() => comuni.id),
  caveat: text('caveat'),
  ...record,
})

export const declaredFiguresResource = defineResource({
  table: declaredFigures,
  from: 'declared_figures d',
  joins: {
    uog: { sql: 'left join uogs g on g.id = d.uog_id', gives: { uogName: 'g.name' } },
    comune: comuneOf('d.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Dato dichiarato', many: 'Dati dichiarati' },
  title: 'figure',
  group: 'territory',
  sort: '-statedOn',
  fields: {
    subject: { kind: 'text', label: 'Soggetto', in: ['list', 'show', 'form'] },
    figure: { kind: 'text', label: 'Grandezza', in: ['list', 'show', 'form'] },
    value: { kind: 'decimal', label: 'Valore' },
    unit: { kind: 'text', label: 'Unità di misura' },
    statedOn: { kind: 'date', label: 'Data' },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show', 'form'] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['show', 'form'] },
    caveat: { kind: 'longText', label: 'Avvertenza' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
