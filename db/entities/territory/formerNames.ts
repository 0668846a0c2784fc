import { char, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { formerPeriod, formerPeriodFields, hasBegun, oneAfterTheOther } from '../../former.ts'
import { comuni } from './comuni.ts'

/** What a comune was called before it took its present name. With a new province or a merger it is another comune, of another code. */
export const formerNames = pgTable(
  'former_names',
  {
    ...identity,
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    ...formerPeriod,
    name: text('name').notNull(),
    ...record,
  },
  (t) => oneAfterTheOther('former_names', t, t.comuneId),
)

export const formerNamesResource = defineResource({
  table: formerNames,
  formerOf: 'comuni',
  from: 'former_names f',
  where: hasBegun('f'),
  joins: { comune: comuneOf('f.comune_id') },
  sight: 'everybody',
  label: { one: 'Denominazione precedente', many: 'Denominazioni precedenti' },
  title: 'name',
  group: 'territory',
  sort: '-validTo',
  fields: {
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    name: { kind: 'text', label: 'Nome' },
    ...formerPeriodFields,
  },
})
