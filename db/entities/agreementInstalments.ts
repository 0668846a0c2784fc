import { defineReading } from '../defineResource.ts'
import { asOf, recordColumns } from '../rowParts.ts'
import { agreementPlace, agreementTerm } from './agreements.ts'
import { agreementKinds } from './agreementStates.ts'

/** What is owed by the end of an instalment, rounded once: the instalments always add up to the whole rent. */
const owedBy = (months: string) => `round(a.yearly_rent * least(${months}, a.months) / 12, 2)`

/** The rent of a signed agreement, instalment by instalment, each due on the first day of the months it pays. */
export const agreementInstalmentsResource = defineReading({
  name: 'agreement_instalments',
  rows: `
    select a.id::text || '-' || lpad(n.number::text, 4, '0') as id, a.id as agreement_id, a.title as agreement_title, a.kind,
      a.comune_id, c.name as comune_name, cg.uog_id, g.name as uog_name, a.payer_id, p.name as payer_name,
      a.payee_id, r.name as payee_name, n.number, d.due_on, d.amount, d.running_total, d.due_on <= ${asOf} as fallen_due,
      ${recordColumns('a')}
    from agreements a
    cross join lateral (${agreementTerm}) t
    cross join lateral generate_series(1, ceil(a.months::numeric / a.instalment_months)::integer) as n (number)
    cross join lateral (
      select (a.starts_on + make_interval(months => (n.number - 1) * a.instalment_months))::date as due_on,
        ${owedBy('n.number * a.instalment_months')} as running_total,
        ${owedBy('n.number * a.instalment_months')} - ${owedBy('(n.number - 1) * a.instalment_months')} as amount
    ) d
    ${agreementPlace}
    left join bodies p on p.id = a.payer_id
    left join bodies r on r.id = a.payee_id
    where a.step = 'signed' and a.yearly_rent > 0 and coalesce(a.signed_on <= ${asOf}, true)
      and coalesce(d.due_on < least(a.closed_on, t.superseded_on), true)`,
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
    agreementTitle: { kind: 'text', label: 'Accordo', in: ['search'] },
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
