import { defineReading } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { agreementTerm, placeOfAgreement } from './agreements.ts'
import { agreementKinds } from '../../enumerations/agreementStates.ts'

/** What is owed by the end of an instalment, rounded once: the instalments always add up to the whole rent. */
const owedBy = (months: string) => `round(a.yearly_rent * least(${months}, a.months) / 12, 2)`

/** The rent of a signed agreement, instalment by instalment, each due on the first day of the months it pays. */
export const agreementInstalmentsResource = defineReading({
  name: 'agreement_instalments',
  from: 'agreements a',
  where: `
    a.step = 'signed' and a.yearly_rent > 0 and coalesce(a.signed_on <= ${asOf}, true)
      and coalesce(d.due_on < least(a.closed_on, t.superseded_on), true)`,
  gives: { agreementId: 'a.id', agreementTitle: 'a.title' },
  joins: {
    term: { sql: `cross join lateral (${agreementTerm}) t`, always: true },
    number: {
      sql: 'cross join lateral generate_series(1, ceil(a.months::numeric / a.instalment_months)::integer) as n (number)',
      always: true,
      gives: { id: `a.id::text || '-' || lpad(n.number::text, 4, '0')`, number: 'n.number' },
    },
    instalment: {
      sql: `cross join lateral (
        select (a.starts_on + make_interval(months => (n.number - 1) * a.instalment_months))::date as due_on,
          ${owedBy('n.number * a.instalment_months')} as running_total,
          ${owedBy('n.number * a.instalment_months')} - ${owedBy('(n.number - 1) * a.instalment_months')} as amount
      ) d`,
      always: true,
      gives: { dueOn: 'd.due_on', amount: 'd.amount', runningTotal: 'd.running_total', fallenDue: `d.due_on <= ${asOf}` },
    },
    ...placeOfAgreement,
    payer: { sql: 'left join bodies p on p.id = a.payer_id', gives: { payerName: 'p.name' } },
    payee: { sql: 'left join bodies r on r.id = a.payee_id', gives: { payeeName: 'r.name' } },
  },
  label: { one: 'Rata', many: 'Rate dei canoni' },
  title: 'agreementTitle',
  group: 'agreements',
  sort: 'dueOn',
  fields: {
    dueOn: { kind: 'date', label: 'Dovuta il' },
    number: { kind: 'integer', label: 'Rata' },
    amount: { kind: 'money', adds: true, label: 'Importo' },
    runningTotal: { kind: 'money', label: 'Totale fin qui' },
    fallenDue: { kind: 'boolean', label: 'Già dovuta' },
    agreementId: { kind: 'reference', to: 'agreements', show: 'agreementTitle', label: 'Accordo' },
    agreementTitle: { kind: 'text', label: 'Accordo', in: [] },
    kind: { kind: 'choice', choices: agreementKinds, label: 'Tipo', in: ['show'] },
    payerId: { kind: 'reference', to: 'bodies', show: 'payerName', label: 'Chi paga' },
    payerName: { kind: 'text', label: 'Chi paga', in: [] },
    payeeId: { kind: 'reference', to: 'bodies', show: 'payeeName', label: 'Chi riceve' },
    payeeName: { kind: 'text', label: 'Chi riceve', in: [] },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune', in: ['show'] },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
