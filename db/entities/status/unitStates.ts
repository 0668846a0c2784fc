import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { agencyStaff } from '../../access.ts'
import { identity, record, span } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, unitOf } from '../../place.ts'
import { says } from '../../rules.ts'
import { besideItsUnit, ofItsUnit, ofItsUnitFields, services } from '../estate/units.ts'
import {
  unitState,
  unitStates,
  vacancyGroupOf,
  vacancyGroups,
  vacancyReason,
  vacancyReasons,
} from '../../enumerations/vacancyReasons.ts'

/** What state a unit is in, and why when it is vacant, by period. A change closes one span and opens the next. */
export const unitStateSpans = pgTable(
  'unit_states',
  {
    ...identity,
    unitId: uuid('unit_id').notNull(),
    ...ofItsUnit,
    state: unitState('state').notNull(),
    vacancyReason: vacancyReason('vacancy_reason'),
    ...span,
    document: text('document'),
    note: text('note'),
    ...record,
  },
  (t) => [
    besideItsUnit(says('unit_states_beside_unit', { field: 'unitId', message: 'L’unità indicata non esiste.' }), t),
    index('unit_states_of_day').on(
      t.validTo,
      t.validFrom,
      t.unitId,
      t.buildingId,
      t.use,
      t.state,
      t.vacancyReason,
      t.isDemo,
      t.recordedAt,
    ),
    index('unit_states_of_state').on(
      t.state,
      t.validTo,
      t.validFrom,
      t.vacancyReason,
      t.unitId,
      t.buildingId,
      t.use,
      t.isDemo,
      t.recordedAt,
    ),
    check(
      says('unit_states_reason_only_when_vacant', {
        field: 'vacancyReason',
        message: 'Il motivo di sfitto va indicato quando l’unità è sfitta, e solo allora.',
      }),
      sql`(${t.state} = 'vacant') = (${t.vacancyReason} is not null)`,
    ),
    check(
      says('unit_states_other_needs_note', { field: 'note', message: 'Con il motivo «Altro» la nota è obbligatoria.' }),
      sql`${t.vacancyReason} <> 'other' or ${t.note} is not null`,
    ),
  ],
)

export const unitStatesResource = defineResource({
  table: unitStateSpans,
  span: { subject: 'unitId', from: 'validFrom', to: 'validTo' },
  from: 'unit_states s',
  gives: {
    vacancyGroup: vacancyGroupOf('s'),
    days: `case when s.valid_to < 'infinity' then s.valid_to - s.valid_from end`,
  },
  joins: unitOf('s'),
  sight: { with: 'buildingId' },
  label: { one: 'Stato di unità', many: 'Storia degli stati' },
  title: 'unitCode',
  group: 'status',
  sort: '-validFrom',
  readOnly: true,
  fields: {
    unitId: { kind: 'reference', to: 'units', show: 'unitCode', label: 'Unità' },
    unitCode: { kind: 'text', label: 'Unità', in: [] },
    state: { kind: 'choice', choices: unitStates, label: 'Stato' },
    vacancyReason: { kind: 'choice', choices: vacancyReasons, label: 'Motivo di sfitto' },
    vacancyGroup: { kind: 'choice', choices: vacancyGroups, label: 'Gruppo del motivo', in: ['show'] },
    validFrom: { kind: 'date', label: 'Dal' },
    validTo: { kind: 'date', label: 'Al', help: 'Primo giorno in cui non vale più; vuoto se vale ancora.' },
    days: { kind: 'days', label: 'Giorni' },
    document: { kind: 'text', label: 'Documento' },
    note: { kind: 'longText', label: 'Nota', onlyFor: agencyStaff, in: ['show', 'form'] },
    ...ofItsUnitFields,
    service: { kind: 'choice', choices: services, label: 'Servizio', in: ['show'] },
    ...placeFields,
  },
})
