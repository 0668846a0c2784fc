import { char, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { holds } from '../../rowParts.ts'
import { ambiti } from './ambiti.ts'
import { comuni } from './comuni.ts'

/** Which ambito a comune belongs to, by period. */
export const ambitoComuni = pgTable(
  'ambito_comuni',
  {
    ...identity,
    ambitoId: uuid('ambito_id')
      .notNull()
      .references(() => ambiti.id),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    ...span,
    ...record,
  },
  (t) => [index().on(t.ambitoId)],
)

/** The comuni of an ambito on the day asked about. */
export const ambitoComuneIds = (ambito: string) => `
  (select array_agg(ac.comune_id::text order by ac.comune_id) from ambito_comuni ac
    where ac.ambito_id = ${ambito}.id and ${holds('ac')})`

export const ambitoComuniResource = defineResource({
  table: ambitoComuni,
  span: { subject: 'comuneId', from: 'validFrom', to: 'validTo' },
  from: 'ambito_comuni a',
  joins: {
    ambito: { sql: 'left join ambiti m on m.id = a.ambito_id', gives: { ambitoName: 'm.name' } },
    comune: comuneOf('a.comune_id'),
  },
  sight: 'everybody',
  label: { one: 'Comune dell’ambito', many: 'Comuni degli ambiti' },
  title: 'comuneName',
  group: 'territory',
  sort: 'ambitoName',
  fields: {
    ambitoId: { kind: 'reference', to: 'ambiti', show: 'ambitoName', label: 'Ambito' },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    validFrom: { kind: 'date', latest: 'today', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    ambitoName: { kind: 'text', label: 'Ambito', in: [] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
  },
})
