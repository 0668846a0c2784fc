import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { uogs } from '../territory/uogs.ts'

export const maintenanceProgrammeStates = {
  draft: 'In redazione',
  adopted: 'Approvato',
  underway: 'In attuazione',
  concluded: 'Concluso',
} as const
export const maintenanceProgrammeState = choiceEnum('maintenance_programme_state', maintenanceProgrammeStates)

export const maintenanceProgrammes = pgTable(
  'maintenance_programmes',
  {
    ...identity,
    name: text('name').notNull(),
    year: integer('year').notNull(),
    uogId: text('uog_id').references(() => uogs.id),
    state: maintenanceProgrammeState('state').notNull().default('draft'),
    ...record,
  },
  (t) => [
    unique().on(t.name, t.year),
    check(
      says('maintenance_programmes_year_plausible', { field: 'year', message: 'L’anno deve stare tra il 1990 e il 2100.' }),
      sql`${t.year} between 1990 and 2100`,
    ),
  ],
)

export const maintenanceProgrammesResource = defineResource({
  table: maintenanceProgrammes,
  from: 'maintenance_programmes m',
  joins: {
    uog: { sql: 'left join uogs g on g.id = m.uog_id', gives: { uogName: 'g.name' } },
  },
  sight: { where: 'maintenance_programmes.uog_id is null or maintenance_programmes.uog_id = any (:uogs)' },
  label: { one: 'Programma di manutenzione', many: 'Programmi di manutenzione' },
  title: 'name',
  group: 'works',
  sort: '-year',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    year: { kind: 'integer', label: 'Anno', help: 'Anno, o primo anno del triennio.' },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', help: 'Vuota se riguarda tutta l’azienda.' },
    uogName: { kind: 'text', label: 'UOG', in: [] },
    state: { kind: 'choice', choices: maintenanceProgrammeStates, label: 'Stato' },
  },
})
