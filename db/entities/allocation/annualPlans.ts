import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { ambiti } from '../territory/ambiti.ts'
import { ambitoComuneIds } from '../territory/ambitoComuni.ts'

export const annualPlanStates = { draft: 'In preparazione', approved: 'Approvato' } as const
export const annualPlanState = choiceEnum('annual_plan_state', annualPlanStates)

/** The yearly plan of the supply of an ambito: how many dwellings it means to offer. */
export const annualPlans = pgTable(
  'annual_plans',
  {
    ...identity,
    ambitoId: uuid('ambito_id')
      .notNull()
      .references(() => ambiti.id),
    year: integer('year').notNull(),
    state: annualPlanState('state').notNull().default('draft'),
    approvedOn: date('approved_on'),
    indigentShare: doublePrecision('indigent_share'),
    policeShare: doublePrecision('police_share'),
    note: text('note'),
    ...record,
  },
  (t) => [
    unique().on(t.ambitoId, t.year),
    index().on(t.year),
    check(
      says('annual_plans_year_plausible', { field: 'year', message: 'L’anno deve stare tra il 2017 e il 2100.' }),
      sql`${t.year} between 2017 and 2100`,
    ),
    check(
      says('annual_plans_approval_means_approved', {
        field: 'state',
        message: 'Con una data di approvazione il piano è approvato.',
      }),
      sql`${t.approvedOn} is null or ${t.state} = 'approved'`,
    ),
    check(
      says('annual_plans_indigent_share_is_ratio', { field: 'indigentShare', message: 'La quota deve stare tra 0 e 100 %.' }),
      sql`${t.indigentShare} between 0 and 1`,
    ),
    check(
      says('annual_plans_police_share_within_law', {
        field: 'policeShare',
        message: 'La quota per le Forze dell’ordine e i Vigili del fuoco arriva al 10 %.',
      }),
      sql`${t.policeShare} between 0 and 0.1`,
    ),
  ],
)

export const planTitle = (plan: string, ambito: string) => `'Piano annuale ' || ${plan}.year || ', ' || ${ambito}.name`

export const annualPlansResource = defineResource({
  table: annualPlans,
  from: 'annual_plans p',
  where: `make_date(p.year - 1, 1, 1) <= ${asOf}`,
  gives: {
    state: `case when p.approved_on > ${asOf} then 'draft' else p.state::text end`,
    plannedUnits: '(select sum(u.units) from annual_plan_units u where u.plan_id = p.id)::integer',
  },
  joins: {
    ambito: {
      sql: 'left join ambiti a on a.id = p.ambito_id',
      gives: { title: planTitle('p', 'a'), ambitoName: 'a.name', comuneIds: ambitoComuneIds('a') },
    },
  },
  sight: 'everybody',
  label: { one: 'Piano annuale', many: 'Piani annuali' },
  title: 'title',
  group: 'allocation',
  sort: '-year',
  fields: {
    title: { kind: 'text', label: 'Piano', in: ['list', 'show'] },
    ambitoId: { kind: 'reference', to: 'ambiti', show: 'ambitoName', label: 'Ambito' },
    ambitoName: { kind: 'text', label: 'Ambito', in: [] },
    comuneIds: { kind: 'references', to: 'comuni', label: 'Comuni', in: ['show'] },
    year: { kind: 'integer', latest: 'nextYear', label: 'Anno' },
    state: { kind: 'choice', choices: annualPlanStates, label: 'Stato' },
    approvedOn: { kind: 'date', happens: true, label: 'Approvato il', help: 'Vuota se la fonte non la dice.' },
    plannedUnits: { kind: 'integer', adds: true, label: 'Unità previste', in: ['list', 'show'] },
    indigentShare: {
      kind: 'ratio',
      label: 'Quota per gli indigenti',
      help: 'Per legge il 20 %, fino al 40 % sugli alloggi comunali.',
    },
    policeShare: {
      kind: 'ratio',
      label: 'Quota Forze dell’ordine e Vigili del fuoco',
      help: 'Al massimo il 10 %.',
      in: ['show', 'form'],
    },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
