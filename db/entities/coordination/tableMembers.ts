import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeOfCoordinationTable, coordinationTableFields } from '../../coordinationPlace.ts'
import { bodies } from '../territory/bodies.ts'
import { coordinationTables } from './coordinationTables.ts'

export const municipalSectors = {
  socialServices: 'Servizi sociali',
  territory: 'Assetto e gestione del territorio',
  security: 'Sicurezza',
  urbanPlanning: 'Urbanistica',
  publicWorks: 'Lavori pubblici',
  housing: 'Casa',
} as const
export const municipalSector = choiceEnum('municipal_sector', municipalSectors)

/** Who sits at a table by office: official roles only. */
export const tableMembers = pgTable(
  'table_members',
  {
    ...identity,
    coordinationTableId: uuid('coordination_table_id')
      .notNull()
      .references(() => coordinationTables.id),
    name: text('name').notNull(),
    role: text('role').notNull(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    sector: municipalSector('sector'),
    ...record,
  },
  (t) => [unique().on(t.coordinationTableId, t.name), index().on(t.coordinationTableId)],
)

export const tableMembersResource = defineResource({
  table: tableMembers,
  from: 'table_members x',
  joins: {
    body: { sql: 'left join bodies o on o.id = x.body_id', gives: { bodyName: 'o.name' } },
    coordinationTable: {
      sql: 'left join coordination_tables t on t.id = x.coordination_table_id',
      gives: { coordinationTableName: 't.name', uogId: 't.uog_id' },
    },
    ...placeOfCoordinationTable('coordinationTable'),
  },
  sight: { with: 'coordinationTableId' },
  label: { one: 'Componente del tavolo', many: 'Componenti dei tavoli' },
  title: 'name',
  group: 'coordination',
  sort: 'name',
  fields: {
    name: {
      kind: 'text',
      label: 'Nome',
      help: 'Solo chi siede al tavolo per il suo incarico.',
      in: ['list', 'show', 'form'],
    },
    role: { kind: 'text', label: 'Incarico', in: ['list', 'show', 'form'] },
    bodyId: { kind: 'reference', to: 'bodies', show: 'bodyName', label: 'Ente' },
    bodyName: { kind: 'text', label: 'Ente', in: [] },
    sector: { kind: 'choice', choices: municipalSectors, label: 'Settore comunale' },
    coordinationTableId: { kind: 'reference', to: 'coordination-tables', show: 'coordinationTableName', label: 'Tavolo' },
    coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
    ...coordinationTableFields,
  },
})
