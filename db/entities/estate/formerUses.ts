import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { formerPeriod, formerPeriodFields, hasBegun, oneAfterTheOther } from '../../former.ts'
import { service, services, units, unitUse, unitUses } from './units.ts'

/** What a unit was used for, and in which service, before it last changed: a dwelling that was a shop, a SAP that became a SAS. */
export const formerUses = pgTable(
  'former_uses',
  {
    ...identity,
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    ...formerPeriod,
    use: unitUse('use').notNull(),
    service: service('service'),
    ...record,
  },
  (t) => oneAfterTheOther('former_uses', t, t.unitId),
)

export const formerUsesResource = defineResource({
  table: formerUses,
  formerOf: 'units',
  from: 'former_uses f',
  where: hasBegun('f'),
  joins: { unit: { sql: 'left join units u on u.id = f.unit_id', gives: { unitCode: 'u.code' } } },
  sight: { with: 'unitId' },
  label: { one: 'Destinazione precedente', many: 'Destinazioni precedenti' },
  title: 'unitCode',
  group: 'estate',
  sort: '-validTo',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    use: { kind: 'choice', choices: unitUses, label: 'Destinazione' },
    service: { kind: 'choice', choices: services, label: 'Servizio' },
    ...formerPeriodFields,
  },
})
