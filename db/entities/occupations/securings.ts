import { date, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { occupations } from './occupations.ts'
import { units } from '../estate/units.ts'

export const securingKinds = {
  sheetMetal: 'Lastratura',
  securityDoor: 'Porta blindata',
  alarm: 'Allarme',
  guard: 'Presidio',
} as const
export const securingKind = choiceEnum('securing_kind', securingKinds)

/** How an empty unit was protected, when. */
export const securings = pgTable(
  'securings',
  {
    ...identity,
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    kind: securingKind('kind').notNull(),
    securedOn: date('secured_on').notNull(),
    occupationId: uuid('occupation_id').references(() => occupations.id),
    ...record,
  },
  (t) => [index().on(t.unitId), index().on(t.occupationId), index().on(t.securedOn)],
)

export const securingsResource = defineResource({
  table: securings,
  from: 'securings s',
  where: `s.secured_on <= ${asOf}`,
  joins: {
    occupation: {
      sql: 'left join occupations o on o.id = s.occupation_id',
      gives: { occupationDetectedOn: 'o.detected_on' },
    },
    unit: { sql: 'left join units u on u.id = s.unit_id', gives: { unitCode: 'u.code' } },
    ...placeOf('u.building_id', 'unit'),
  },
  sight: { with: 'unitId' },
  label: { one: 'Messa in sicurezza', many: 'Messe in sicurezza' },
  title: 'unitCode',
  group: 'occupations',
  sort: '-securedOn',
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    kind: { kind: 'choice', choices: securingKinds, label: 'Tipo' },
    securedOn: { kind: 'date', latest: 'today', label: 'Data' },
    occupationId: {
      kind: 'reference',
      to: 'occupations',
      show: 'occupationDetectedOn',
      label: 'Occupazione',
      help: 'L’occupazione dopo la quale è stata fatta, se c’è.',
      in: ['show', 'form'],
    },
    occupationDetectedOn: { kind: 'date', label: 'Occupazione rilevata il', in: [] },
    ...placeFields,
  },
})
