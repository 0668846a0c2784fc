import { sql } from 'drizzle-orm'
import { char, check, date, index, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { comuneOf } from '../../place.ts'
import { asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'
import { comuni } from '../territory/comuni.ts'

export const complexProgrammeKinds = {
  neighbourhoodContract: 'Contratto di quartiere',
  programmeAgreement: 'Accordo di programma',
  pinqua: 'PINQuA',
  other: 'Altro',
} as const
export const complexProgrammeKind = choiceEnum('complex_programme_kind', complexProgrammeKinds)

/** Agreements of several bodies that put works on a place together: contratti di quartiere, accordi di programma, PINQuA. */
export const complexProgrammes = pgTable(
  'complex_programmes',
  {
    ...identity,
    kind: complexProgrammeKind('kind').notNull(),
    name: text('name').notNull().unique(),
    comuneId: char('comune_id', { length: 6 })
      .notNull()
      .references(() => comuni.id),
    agreedOn: date('agreed_on').notNull(),
    initialAmount: money('initial_amount'),
    revisedAmount: money('revised_amount'),
    revisedOn: date('revised_on'),
    note: text('note'),
    ...record,
  },
  (t) => [
    index().on(t.comuneId),
    check(
      says('complex_programmes_initial_amount_not_negative', {
        field: 'initialAmount',
        message: 'L’importo iniziale non può essere negativo.',
      }),
      sql`${t.initialAmount} >= 0`,
    ),
    check(
      says('complex_programmes_revised_amount_not_negative', {
        field: 'revisedAmount',
        message: 'L’importo rivisto non può essere negativo.',
      }),
      sql`${t.revisedAmount} >= 0`,
    ),
    check(
      says('complex_programmes_revision_has_day', {
        field: 'revisedOn',
        message: 'Un importo rivisto ha il giorno dell’atto, e viceversa.',
      }),
      sql`(${t.revisedAmount} is null) = (${t.revisedOn} is null)`,
    ),
    check(
      says('complex_programmes_revised_after_agreed', {
        field: 'revisedOn',
        message: 'La revisione non può precedere l’accordo.',
      }),
      sql`${t.revisedOn} >= ${t.agreedOn}`,
    ),
  ],
)

const revisedAmount = `case when p.revised_on <= ${asOf} then p.revised_amount end`

export const complexProgrammesResource = defineResource({
  table: complexProgrammes,
  from: 'complex_programmes p',
  where: `p.agreed_on <= ${asOf}`,
  gives: {
    revisedAmount,
    currentAmount: `coalesce(${revisedAmount}, p.initial_amount)`,
  },
  joins: {
    comune: comuneOf('p.comune_id'),
    works: {
      sql: `cross join lateral (
        select count(*)::integer as works, coalesce(sum(k.dwellings), 0)::integer as dwellings
        from works k where k.complex_programme_id = p.id
      ) w`,
      gives: { works: 'w.works', dwellings: 'w.dwellings' },
    },
  },
  sight: 'everybody',
  label: { one: 'Programma complesso', many: 'Programmi complessi' },
  title: 'name',
  group: 'works',
  sort: '-agreedOn',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    kind: { kind: 'choice', choices: complexProgrammeKinds, label: 'Tipo' },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: [] },
    agreedOn: { kind: 'date', latest: 'today', label: 'Data dell’accordo' },
    initialAmount: { kind: 'money', adds: true, label: 'Importo iniziale' },
    revisedAmount: {
      kind: 'money',
      adds: true,
      label: 'Importo rivisto',
      help: 'Fissato dall’ultimo atto che lo cambia.',
      in: ['show', 'form'],
    },
    revisedOn: { kind: 'date', happens: true, label: 'Rivisto il', in: ['show', 'form'] },
    currentAmount: {
      kind: 'money',
      adds: true,
      label: 'Importo alla data',
      help: 'Quello rivisto, o quello iniziale.',
      in: ['list', 'show'],
    },
    works: { kind: 'integer', adds: true, label: 'Interventi', in: ['list', 'show'] },
    dwellings: { kind: 'integer', adds: true, label: 'Alloggi degli interventi', in: ['list', 'show'] },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
