import { sql } from 'drizzle-orm'
import { check, date, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { fundingSource, fundingSources } from '../../enumerations/fundingSources.ts'

export const decommitmentRules = { none: 'Nessuna', n2: 'N+2', n3: 'N+3' } as const
export const decommitmentRule = choiceEnum('decommitment_rule', decommitmentRules)

/** Funding programmes. The decommitment rule is a parameter of the programme: it changed between cycles. */
export const programmes = pgTable(
  'programmes',
  {
    ...identity,
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    cci: text('cci'),
    cycle: text('cycle'),
    fundingSource: fundingSource('funding_source').notNull(),
    endowment: money('endowment'),
    decommitmentRule: decommitmentRule('decommitment_rule').notNull().default('none'),
    eligibilityEnd: date('eligibility_end'),
    ...record,
  },
  (t) => [
    check(
      says('programmes_endowment_not_negative', { field: 'endowment', message: 'La dotazione non può essere negativa.' }),
      sql`${t.endowment} >= 0`,
    ),
  ],
)

const movedToDate = (kind: string) => `coalesce(sum(m.amount) filter (where m.kind = '${kind}'), 0)::numeric(15, 2) as ${kind}`

export const programmesResource = defineResource({
  table: programmes,
  from: 'programmes p',
  gives: { projects: '(select count(*)::integer from projects j where j.programme_id = p.id)' },
  joins: {
    movements: {
      sql: `cross join lateral (
        select ${['admitted', 'committed', 'disbursed', 'certified'].map(movedToDate).join(', ')}
        from projects j join movements m on m.project_id = j.id and m.effective_on <= ${asOf}
        where j.programme_id = p.id
      ) m`,
      gives: { admitted: 'm.admitted', committed: 'm.committed', disbursed: 'm.disbursed', certified: 'm.certified' },
    },
    target: {
      sql: `left join lateral (
        select t.year, t.due_on, t.amount from programme_targets t
        where t.programme_id = p.id and t.due_on >= ${asOf} order by t.due_on limit 1
      ) t on true`,
      gives: { targetYear: 't.year', targetDueOn: 't.due_on', targetAmount: 't.amount' },
    },
    gap: {
      needs: ['movements', 'target'],
      gives: { targetGap: 'case when t.amount is not null then greatest(t.amount - m.certified, 0)::numeric(15, 2) end' },
    },
  },
  sight: 'everybody',
  label: { one: 'Programma di finanziamento', many: 'Programmi di finanziamento' },
  title: 'name',
  group: 'funding',
  sort: 'code',
  fields: {
    code: { kind: 'text', label: 'Codice', in: ['list', 'show', 'form'] },
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    cci: { kind: 'text', label: 'CCI', help: 'Codice europeo del programma.', in: ['show', 'form', 'search'] },
    cycle: { kind: 'text', label: 'Ciclo', help: 'Per esempio 2014-2020.' },
    fundingSource: { kind: 'choice', choices: fundingSources, label: 'Fonte di finanziamento' },
    endowment: { kind: 'money', adds: true, label: 'Dotazione' },
    decommitmentRule: { kind: 'choice', choices: decommitmentRules, label: 'Regola di disimpegno', in: ['show', 'form'] },
    eligibilityEnd: { kind: 'date', label: 'Fine dell’ammissibilità' },
    projects: { kind: 'integer', adds: true, label: 'Progetti', in: ['list', 'show'] },
    admitted: { kind: 'money', adds: true, label: 'Ammesso', in: ['list', 'show'] },
    committed: { kind: 'money', adds: true, label: 'Impegnato', in: ['show'] },
    disbursed: { kind: 'money', adds: true, label: 'Erogato', in: ['list', 'show'] },
    certified: { kind: 'money', adds: true, label: 'Certificato', in: ['show'] },
    targetYear: { kind: 'integer', label: 'Anno del prossimo obiettivo', in: ['show'] },
    targetDueOn: { kind: 'date', label: 'Scadenza del prossimo obiettivo', in: ['show'] },
    targetAmount: { kind: 'money', adds: true, label: 'Spesa da certificare', in: ['show'] },
    targetGap: {
      kind: 'money',
      adds: true,
      label: 'Manca all’obiettivo',
      help: 'Spesa da certificare entro la prossima scadenza, meno quella certificata alla data.',
      in: ['show'],
    },
  },
})
