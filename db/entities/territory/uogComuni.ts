import { char, index, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { comuni } from './comuni.ts'
import { uogs } from './uogs.ts'

/** The comuni of a UOG outside Milano, by period. A building's own UOG is set on the building. */
export const uogComuni = pgTable(
  'uog_comuni',
  {
    ...identity,
    uogId: text('uog_id')
      .notNull()
      .references(() => uogs.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    ...span,
    ...record,
  },
  (t) => [index().on(t.uogId)],
)

export const uogComuniResource = defineResource({
  table: uogComuni,
  span: { subject: 'comuneId', from: 'validFrom', to: 'validTo' },
  from: 'uog_comuni a',
  joins: {
    uog: { sql: 'left join uogs g on g.id = a.uog_id', gives: { uogName: 'g.name' } },
    comune: comuneOf('a.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Comune della UOG', many: 'Comuni delle UOG' },
  title: 'comuneName',
  group: 'territory',
  sort: 'uogId',
  fields: {
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG' },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    validFrom: { kind: 'date', latest: 'today', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
