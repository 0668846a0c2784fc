import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { works } from './works.ts'

/** SAL: what a site had done, and earned, by a day. Amounts are each certificate's own, not cumulative. */
export const progressCertificates = pgTable(
  'progress_certificates',
  {
    ...identity,
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    number: integer('number').notNull(),
    certifiedOn: date('certified_on').notNull(),
    amount: money('amount').notNull(),
    physicalProgress: doublePrecision('physical_progress').notNull(),
    restoredDwellings: integer('restored_dwellings'),
    ...record,
  },
  (t) => [
    unique().on(t.workId, t.number),
    check(
      says('progress_certificates_number_positive', { field: 'number', message: 'Il numero del SAL deve essere almeno 1.' }),
      sql`${t.number} > 0`,
    ),
    check(
      says('progress_certificates_amount_not_negative', {
        field: 'amount',
        message: 'L’importo del SAL non può essere negativo.',
      }),
      sql`${t.amount} >= 0`,
    ),
    check(
      says('progress_certificates_progress_is_ratio', {
        field: 'physicalProgress',
        message: 'L’avanzamento fisico deve stare tra 0 e 100 %.',
      }),
      sql`${t.physicalProgress} between 0 and 1`,
    ),
    check(
      says('progress_certificates_restored_not_negative', {
        field: 'restoredDwellings',
        message: 'Gli alloggi recuperati non possono essere meno di zero.',
      }),
      sql`${t.restoredDwellings} >= 0`,
    ),
  ],
)

export const progressCertificatesResource = defineResource({
  table: progressCertificates,
  from: 'progress_certificates p',
  where: `p.certified_on <= ${asOf}`,
  joins: {
    work: { sql: 'left join works w on w.id = p.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
  },
  sight: { with: 'workId' },
  label: { one: 'SAL', many: 'SAL' },
  title: 'workTitle',
  group: 'works',
  sort: '-certifiedOn',
  fields: {
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['list', 'show'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    number: { kind: 'integer', label: 'Numero' },
    certifiedOn: { kind: 'date', latest: 'today', label: 'Data' },
    amount: { kind: 'money', adds: true, label: 'Importo', help: 'Di questo SAL, non cumulato.' },
    physicalProgress: { kind: 'ratio', label: 'Avanzamento fisico', help: 'Cumulato, da 0 a 1.' },
    restoredDwellings: { kind: 'integer', adds: true, label: 'Alloggi recuperati', help: 'Cumulati a questo SAL.' },
  },
})
