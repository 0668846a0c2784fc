import { boolean, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { buildings } from '../estate/buildings.ts'
import { coordinationTables } from './coordinationTables.ts'

/** A visit to a building, by Aler alone or together with the comune. */
export const inspections = pgTable(
  'inspections',
  {
    ...identity,
    buildingId: uuid('building_id')
      .notNull()
      .references(() => buildings.id),
    coordinationTableId: uuid('coordination_table_id').references(() => coordinationTables.id),
    inspectedOn: date('inspected_on').notNull(),
    joint: boolean('joint').notNull().default(true),
    participants: text('participants'),
    outcome: text('outcome'),
    ...record,
  },
  (t) => [index().on(t.buildingId), index().on(t.coordinationTableId), index().on(t.inspectedOn)],
)

export const inspectionsResource = defineResource({
  table: inspections,
  from: 'inspections x',
  where: `x.inspected_on <= ${asOf}`,
  joins: {
    coordinationTable: {
      sql: 'left join coordination_tables t on t.id = x.coordination_table_id',
      gives: { coordinationTableName: 't.name' },
    },
    ...placeOf('x.building_id'),
    title: { needs: ['building'], gives: { title: `b.address || ', ' || to_char(x.inspected_on, 'DD/MM/YYYY')` } },
    findings: {
      sql: `cross join lateral (
        select count(*)::integer as findings, count(*) filter (where p.programmed_on <= ${asOf})::integer as turned_into_works
        from findings f left join priorities p on p.id = f.priority_id where f.inspection_id = x.id
      ) k`,
      gives: { findings: 'k.findings', turnedIntoWorks: 'k.turned_into_works' },
    },
  },
  sight: { with: 'buildingId' },
  label: { one: 'Sopralluogo', many: 'Sopralluoghi' },
  title: 'title',
  group: 'coordination',
  sort: '-inspectedOn',
  fields: {
    title: { kind: 'text', label: 'Sopralluogo', in: ['search'] },
    inspectedOn: { kind: 'date', latest: 'today', label: 'Data' },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio' },
    joint: { kind: 'boolean', label: 'Congiunto', help: 'Di Aler Milano e del comune insieme.' },
    coordinationTableId: {
      kind: 'reference',
      to: 'coordination-tables',
      show: 'coordinationTableName',
      label: 'Tavolo',
      in: ['list', 'show', 'form'],
    },
    coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
    participants: { kind: 'text', label: 'Partecipanti', help: 'Per incarico.', in: ['show', 'form'] },
    outcome: { kind: 'longText', label: 'Esito', in: ['show', 'form'] },
    findings: { kind: 'integer', adds: true, label: 'Rilievi', in: ['list', 'show'] },
    turnedIntoWorks: { kind: 'integer', adds: true, label: 'Rilievi diventati interventi', in: ['list', 'show'] },
    ...placeFields,
    address: { ...placeFields.address, in: [] },
  },
})
