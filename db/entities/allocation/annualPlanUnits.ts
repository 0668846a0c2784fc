import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { ambitoComuneIds } from '../territory/ambitoComuni.ts'
import { annualPlans, planTitle } from './annualPlans.ts'
import { owner, owners } from '../../enumerations/owners.ts'
import { services } from '../estate/units.ts'

/** The services that a plan divides its supply among. */
export const plannedServices = { sap: services.sap, sas: services.sas, sat: services.sat } as const
export const plannedService = choiceEnum('planned_service', plannedServices)

/** The units a plan foresees, by owner and service as far as it tells them apart. */
export const annualPlanUnits = pgTable(
  'annual_plan_units',
  {
    ...identity,
    planId: uuid('plan_id')
      .notNull()
      .references(() => annualPlans.id, { onDelete: 'cascade' }),
    owner: owner('owner'),
    service: plannedService('service'),
    units: integer('units').notNull(),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique().on(t.planId, t.owner, t.service).nullsNotDistinct(),
    check(
      says('annual_plan_units_units_not_negative', {
        field: 'units',
        message: 'Le unità previste non possono essere meno di zero.',
      }),
      sql`${t.units} >= 0`,
    ),
  ],
)

export const annualPlanUnitsResource = defineResource({
  table: annualPlanUnits,
  from: 'annual_plan_units u',
  where: `make_date(p.year - 1, 1, 1) <= ${asOf}`,
  joins: {
    plan: {
      sql: 'join annual_plans p on p.id = u.plan_id',
      always: true,
      gives: { ambitoId: 'p.ambito_id', year: 'p.year', startsOn: 'make_date(p.year, 1, 1)' },
    },
    ambito: {
      sql: 'left join ambiti a on a.id = p.ambito_id',
      needs: ['plan'],
      gives: { planTitle: planTitle('p', 'a'), ambitoName: 'a.name', comuneIds: ambitoComuneIds('a') },
    },
  },
  sight: 'everybody',
  label: { one: 'Previsione del piano', many: 'Previsioni dei piani' },
  title: 'planTitle',
  group: 'allocation',
  sort: '-year',
  fields: {
    planId: { kind: 'reference', to: 'annual-plans', show: 'planTitle', label: 'Piano' },
    planTitle: { kind: 'text', label: 'Piano', in: [] },
    ambitoId: { kind: 'reference', to: 'ambiti', show: 'ambitoName', label: 'Ambito', in: ['show'] },
    ambitoName: { kind: 'text', label: 'Ambito', in: [] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni', in: ['show'] },
    year: { kind: 'integer', label: 'Anno', in: ['list', 'show'] },
    startsOn: { kind: 'date', label: 'Primo giorno', in: ['show'] },
    owner: { kind: 'choice', choices: owners, label: 'Proprietario', empty: 'Proprietario non distinto' },
    service: { kind: 'choice', choices: plannedServices, label: 'Servizio', empty: 'Servizio non distinto' },
    units: { kind: 'integer', adds: true, label: 'Unità previste' },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
