import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { programmes } from './programmes.ts'

/** Spending to certify by a day, cumulative, or the programme loses the money (N+2, N+3). */
export const programmeTargets = pgTable(
  'programme_targets',
  {
    ...identity,
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    year: integer('year').notNull(),
    dueOn: date('due_on').notNull(),
    amount: money('amount').notNull(),
    ...record,
  },
  (t) => [
    unique().on(t.programmeId, t.year),
    check(
      says('programme_targets_amount_not_negative', { field: 'amount', message: 'L’importo non può essere negativo.' }),
      sql`${t.amount} >= 0`,
    ),
  ],
)

export const programmeTargetsResource = defineResource({
  table: programmeTargets,
  from: 'programme_targets t',
  joins: {
    programme: {
      sql: 'left join programmes p on p.id = t.programme_id',
      gives: { programmeCode: 'p.code', programmeName: 'p.name' },
    },
  },
  sight: 'everybody',
  label: { one: 'Obiettivo di spesa', many: 'Obiettivi di spesa' },
  title: 'programmeName',
  group: 'funding',
  sort: 'dueOn',
  fields: {
    programmeId: { kind: 'reference', to: 'programmes', show: 'programmeName', label: 'Programma' },
    programmeCode: { kind: 'text', label: 'Codice del programma', in: ['search'] },
    programmeName: { kind: 'text', label: 'Programma', in: [] },
    year: { kind: 'integer', label: 'Anno d’impegno' },
    dueOn: { kind: 'date', label: 'Da certificare entro' },
    amount: { kind: 'money', label: 'Importo', help: 'Cumulato dall’inizio del programma.' },
  },
})
