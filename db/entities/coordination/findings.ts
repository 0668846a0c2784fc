import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { placeFields, placeOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { inspections } from './inspections.ts'
import { priorities } from './priorities.ts'

export const findingCategories = {
  structure: 'Strutture',
  roofAndFacade: 'Coperture e facciate',
  systems: 'Impianti',
  lifts: 'Ascensori',
  asbestos: 'Amianto',
  commonAreas: 'Parti comuni',
  dwellings: 'Interno degli alloggi',
} as const
export const findingCategory = choiceEnum('finding_category', findingCategories)

export const gravities = { minor: 'Lieve', moderate: 'Media', serious: 'Grave', urgent: 'Urgente' } as const
export const gravity = choiceEnum('finding_gravity', gravities)

/** What an inspection found; the priority it fed, and the work that came of it. */
export const findings = pgTable(
  'findings',
  {
    ...identity,
    inspectionId: uuid('inspection_id')
      .notNull()
      .references(() => inspections.id),
    category: findingCategory('category').notNull(),
    gravity: gravity('gravity').notNull(),
    description: text('description').notNull(),
    estimatedCost: money('estimated_cost'),
    priorityId: uuid('priority_id').references(() => priorities.id),
    ...record,
  },
  (t) => [
    index().on(t.inspectionId),
    index().on(t.priorityId),
    check(
      says('findings_estimated_cost_not_negative', { field: 'estimatedCost', message: 'La stima non può essere negativa.' }),
      sql`${t.estimatedCost} >= 0`,
    ),
  ],
)

export const findingsResource = defineResource({
  table: findings,
  from: 'findings x',
  joins: {
    inspection: {
      sql: `join inspections i on i.id = x.inspection_id and i.inspected_on <= ${asOf}`,
      always: true,
      gives: {
        inspectedOn: 'i.inspected_on',
        joint: 'i.joint',
        buildingId: 'i.building_id',
        coordinationTableId: 'i.coordination_table_id',
      },
    },
    coordinationTable: {
      sql: 'left join coordination_tables t on t.id = i.coordination_table_id',
      gives: { coordinationTableName: 't.name' },
    },
    ...placeOf('i.building_id', 'inspection'),
    inspectionTitle: {
      needs: ['building'],
      gives: { inspectionTitle: `b.address || ', ' || to_char(i.inspected_on, 'DD/MM/YYYY')` },
    },
    priority: { sql: 'left join priorities p on p.id = x.priority_id', gives: { priorityTitle: 'p.title' } },
    work: {
      sql: `left join works w on w.id = p.work_id and p.programmed_on <= ${asOf}`,
      needs: ['priority'],
      gives: { workId: 'w.id', workTitle: 'w.title', turnedIntoWork: 'w.id is not null' },
    },
  },
  sight: { with: 'inspectionId' },
  label: { one: 'Rilievo', many: 'Rilievi' },
  title: 'description',
  group: 'coordination',
  sort: '-inspectedOn',
  fields: {
    description: { kind: 'text', label: 'Rilievo', in: ['list', 'show', 'form'] },
    category: { kind: 'choice', choices: findingCategories, label: 'Categoria' },
    gravity: { kind: 'choice', choices: gravities, label: 'Gravità' },
    estimatedCost: { kind: 'money', adds: true, label: 'Stima del costo' },
    inspectionId: { kind: 'reference', to: 'inspections', show: 'inspectionTitle', label: 'Sopralluogo' },
    inspectionTitle: { kind: 'text', label: 'Sopralluogo', in: [] },
    inspectedOn: { kind: 'date', label: 'Data del sopralluogo', in: ['show'] },
    joint: { kind: 'boolean', label: 'Congiunto', in: ['show'] },
    priorityId: { kind: 'reference', to: 'priorities', show: 'priorityTitle', label: 'Priorità' },
    priorityTitle: { kind: 'text', label: 'Priorità', in: [] },
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento', in: ['list', 'show'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    turnedIntoWork: { kind: 'boolean', label: 'Diventato intervento', in: [] },
    buildingId: { kind: 'reference', to: 'buildings', show: 'address', label: 'Edificio', in: ['show'] },
    coordinationTableId: {
      kind: 'reference',
      to: 'coordination-tables',
      show: 'coordinationTableName',
      label: 'Tavolo',
      in: ['show'],
    },
    coordinationTableName: { kind: 'text', label: 'Tavolo', in: [] },
    ...placeFields,
    address: { ...placeFields.address, in: ['search'] },
  },
})
