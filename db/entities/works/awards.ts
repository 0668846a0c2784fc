import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { works } from './works.ts'

/** A contract awarded for a work. The check digits of its CIG are a warning elsewhere, never a refusal here. */
export const awards = pgTable(
  'awards',
  {
    ...identity,
    workId: uuid('work_id')
      .notNull()
      .references(() => works.id),
    cig: text('cig').notNull(),
    company: text('company').notNull(),
    amount: money('amount').notNull(),
    awardedOn: date('awarded_on').notNull(),
    contractedOn: date('contracted_on'),
    durationDays: integer('duration_days'),
    ...record,
  },
  (t) => [
    unique().on(t.workId, t.cig),
    check(
      says('awards_cig_shape', { field: 'cig', message: 'Il CIG ha dieci caratteri, lettere maiuscole e cifre.' }),
      sql`${t.cig} ~ '^[A-Z0-9]{10}$'`,
    ),
    check(
      says('awards_amount_not_negative', { field: 'amount', message: 'L’importo non può essere negativo.' }),
      sql`${t.amount} >= 0`,
    ),
    check(
      says('awards_contract_after_award', { field: 'contractedOn', message: 'La stipula non può precedere l’aggiudicazione.' }),
      sql`${t.contractedOn} >= ${t.awardedOn}`,
    ),
    check(
      says('awards_duration_positive', { field: 'durationDays', message: 'La durata deve essere di almeno un giorno.' }),
      sql`${t.durationDays} > 0`,
    ),
  ],
)

export const awardsResource = defineResource({
  table: awards,
  from: 'awards a',
  where: `a.awarded_on <= ${asOf}`,
  joins: {
    work: { sql: 'left join works w on w.id = a.work_id', gives: { workCode: 'w.code', workTitle: 'w.title' } },
  },
  sight: { with: 'workId' },
  label: { one: 'Affidamento', many: 'Affidamenti' },
  title: 'cig',
  group: 'works',
  sort: '-awardedOn',
  fields: {
    workId: { kind: 'reference', to: 'works', show: 'workTitle', label: 'Intervento' },
    workCode: { kind: 'text', label: 'Codice', in: ['show', 'search'] },
    workTitle: { kind: 'text', label: 'Intervento', in: [] },
    cig: { kind: 'text', label: 'CIG', help: 'Dieci caratteri, maiuscole e cifre.', in: ['list', 'show', 'form'] },
    company: { kind: 'text', label: 'Impresa', in: ['list', 'show', 'form'] },
    amount: { kind: 'money', adds: true, label: 'Importo' },
    awardedOn: { kind: 'date', latest: 'today', label: 'Aggiudicazione' },
    contractedOn: { kind: 'date', happens: true, label: 'Stipula' },
    durationDays: { kind: 'days', label: 'Durata' },
  },
})
