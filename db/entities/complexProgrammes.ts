import { sql } from 'drizzle-orm'
import { char, check, date, index, pgTable, text } from 'drizzle-orm/pg-core'
import { choiceEnum, identity, money, record } from '../columns.ts'
import { defineResource } from '../defineResource.ts'
import { asOf } from '../rowParts.ts'
import { comuni } from './comuni.ts'

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
    note: text('note'),
    ...record,
  },
  (t) => [index().on(t.comuneId), check('complex_programmes_initial_amount_not_negative', sql`${t.initialAmount} >= 0`)],
)

export const complexProgrammesResource = defineResource({
  table: complexProgrammes,
  rows: `
    select p.*, c.name as comune_name
    from complex_programmes p join comuni c on c.id = p.comune_id
    where p.agreed_on <= ${asOf}`,
  label: { one: 'Programma complesso', many: 'Programmi complessi' },
  title: 'name',
  group: 'works',
  sort: '-agreedOn',
  fields: {
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form', 'search'] },
    kind: { kind: 'choice', choices: complexProgrammeKinds, label: 'Tipo' },
    comuneId: { kind: 'reference', to: 'comuni', show: 'comuneName', label: 'Comune' },
    comuneName: { kind: 'text', label: 'Comune', in: ['search'] },
    agreedOn: { kind: 'date', label: 'Data dell’accordo' },
    initialAmount: { kind: 'money', label: 'Importo iniziale' },
    note: { kind: 'longText', label: 'Nota', in: ['show', 'form'] },
  },
})
