import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { agreements } from './agreements.ts'
import { bodies } from '../territory/bodies.ts'

/** The bodies bound by an agreement, and in which office somebody signed for them. */
export const agreementParties = pgTable(
  'agreement_parties',
  {
    ...identity,
    agreementId: uuid('agreement_id')
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    signatory: text('signatory'),
    ...record,
  },
  (t) => [unique().on(t.agreementId, t.bodyId), index().on(t.bodyId)],
)

export const agreementPartiesResource = defineResource({
  table: agreementParties,
  from: 'agreement_parties p',
  joins: {
    agreement: { sql: 'left join agreements a on a.id = p.agreement_id', gives: { agreementTitle: 'a.title' } },
    body: { sql: 'left join bodies b on b.id = p.body_id', gives: { bodyName: 'b.name' } },
  },
  sight: { with: 'agreementId' },
  label: { one: 'Parte dell’accordo', many: 'Parti degli accordi' },
  title: 'bodyName',
  group: 'agreements',
  sort: 'bodyName',
  fields: {
    agreementId: { kind: 'reference', to: 'agreements', show: 'agreementTitle', label: 'Accordo' },
    agreementTitle: { kind: 'text', label: 'Accordo', in: [] },
    bodyId: { kind: 'reference', to: 'bodies', show: 'bodyName', label: 'Ente' },
    bodyName: { kind: 'text', label: 'Ente', in: [] },
    signatory: { kind: 'text', label: 'Firmatario', help: 'Incarico ufficiale di chi ha firmato.' },
  },
})
