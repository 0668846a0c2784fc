import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { agreements } from './agreements.ts'
import { works } from '../works/works.ts'

/** The works an agreement brings with it. */
export const agreementWorks = pgTable(
  'agreement_works',
  {
    ...identity,
    agreementId: uuid('agreement_id')
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    ...record,
  },
  (t) => [unique().on(t.agreementId, t.workId), index().on(t.workId)],
)

export const agreementWorksResource = defineResource({
  table: agreementWorks,
  from: 'agreement_works x',
  joins: {
    agreement: { sql: 'left join agreements a on a.id = x.agreement_id', gives: { agreementTitle: 'a.title' } },
    work: {
      sql: 'left join works w on w.id = x.work_id',
      gives: { workCode: 'w.code', workTitle: 'w.title', initialAmount: 'w.initial_amount' },
    },
  },
  sight: { with: 'agreementId' },
  label: { one: 'Intervento dell’accordo', many: 'Interventi degli accordi' },
  title: 'workTitle',
  group: 'agreements',
  sort: 'workCode',
  fields: {
    agreementId: { kind: 'reference', to: 'agreements', show: 'agreementTitle', label: 'Accordo' },
    agreementTitle: { kind: 'text', label: 'Accordo', in: [] },
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    initialAmount: { kind: 'money', adds: true, label: 'Importo iniziale', in: ['list', 'show'] },
  },
})
