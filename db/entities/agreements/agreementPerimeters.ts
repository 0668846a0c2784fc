import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { says } from '../../rules.ts'
import { agreements } from './agreements.ts'
import { owner, owners } from '../../enumerations/owners.ts'

/** How many dwellings of each owner an agreement says it is about. */
export const agreementPerimeters = pgTable(
  'agreement_perimeters',
  {
    ...identity,
    agreementId: uuid('agreement_id')
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    owner: owner('owner').notNull(),
    dwellings: integer('dwellings').notNull(),
    caveat: text('caveat'),
    ...record,
  },
  (t) => [
    unique().on(t.agreementId, t.owner),
    check(
      says('agreement_perimeters_dwellings_not_negative', {
        field: 'dwellings',
        message: 'Gli alloggi non possono essere meno di zero.',
      }),
      sql`${t.dwellings} >= 0`,
    ),
  ],
)

export const agreementPerimetersResource = defineResource({
  table: agreementPerimeters,
  from: 'agreement_perimeters e',
  joins: {
    agreement: { sql: 'left join agreements a on a.id = e.agreement_id', gives: { agreementTitle: 'a.title' } },
  },
  sight: { with: 'agreementId' },
  label: { one: 'Perimetro dell’accordo', many: 'Perimetri degli accordi' },
  title: 'agreementTitle',
  group: 'agreements',
  sort: 'agreementTitle',
  fields: {
    agreementId: { kind: 'reference', to: 'agreements', show: 'agreementTitle', label: 'Accordo' },
    agreementTitle: { kind: 'text', label: 'Accordo', in: [] },
    owner: { kind: 'choice', choices: owners, label: 'Proprietario' },
    dwellings: { kind: 'integer', adds: true, label: 'Alloggi' },
    caveat: { kind: 'longText', label: 'Avvertenza' },
  },
})
