import { sql } from 'drizzle-orm'
import { type AnyPgColumn, char, check, date, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import { record } from '../../columns.ts'
import { defineResource } from '../../defineResource.ts'
import { formerName, nameOfComune, uogOfComune } from '../../place.ts'
import { always, asOf } from '../../rowParts.ts'
import { says } from '../../rules.ts'

/** Those that merged or changed province ended, and say which followed; their buildings say since when they are of another. */
export const comuni = pgTable(
  'comuni',
  {
    id: char('id', { length: 6 }).primaryKey(),
    name: text('name').notNull(),
    province: char('province', { length: 2 }).notNull(),
    cadastralCode: char('cadastral_code', { length: 4 }).notNull().unique(),
    population: integer('population'),
    populationYear: integer('population_year'),
    latitude: numeric('latitude'),
    longitude: numeric('longitude'),
    establishedOn: date('established_on'),
    ceasedOn: date('ceased_on'),
    successorId: char('successor_id', { length: 6 }).references((): AnyPgColumn => comuni.id),
    ...record,
  },
  (t) => [
    check(
      says('comuni_cease_after_they_begin', {
        field: 'ceasedOn',
        message: 'La cessazione deve essere successiva all’istituzione.',
      }),
      sql`${t.ceasedOn} > ${t.establishedOn}`,
    ),
    check(
      says('comuni_followed_when_ceased', {
        field: 'successorId',
        message: 'Il comune in cui confluisce si indica con il giorno della cessazione, ed è un altro.',
      }),
      sql`${t.successorId} is null or (${t.ceasedOn} is not null and ${t.successorId} <> ${t.id})`,
    ),
  ],
)

/** The day from which a comune `c` is there. */
export const comuneBegan = `coalesce(c.established_on, ${always})`

export const comuniResource = defineResource({
  table: comuni,
  from: 'comuni c',
  where: `${comuneBegan} <= ${asOf}`,
  joins: {
    name: { sql: formerName, gives: { name: nameOfComune } },
    successor: {
      sql: `left join comuni sc on sc.id = c.successor_id and c.ceased_on <= ${asOf}`,
      gives: { successorId: 'sc.id', successorName: 'sc.name' },
    },
    ...uogOfComune('c.id'),
  },
  sight: 'everybody',
  label: { one: 'Comune', many: 'Comuni' },
  title: 'name',
  group: 'territory',
  sort: 'name',
  fields: {
    id: { kind: 'text', label: 'Codice ISTAT', help: 'Sei cifre, per esempio 015209.', in: ['list', 'show', 'form'] },
    name: { kind: 'text', label: 'Nome', in: ['list', 'show', 'form'] },
    province: { kind: 'text', label: 'Provincia' },
    cadastralCode: { kind: 'text', label: 'Codice catastale' },
    population: { kind: 'integer', adds: true, label: 'Popolazione' },
    populationYear: { kind: 'integer', label: 'Anno della popolazione', in: ['show', 'form'] },
    latitude: { kind: 'decimal', label: 'Latitudine', in: ['show', 'form'] },
    longitude: { kind: 'decimal', label: 'Longitudine', in: ['show', 'form'] },
    establishedOn: {
      kind: 'date',
      latest: 'today',
      label: 'Istituito il',
      help: 'Vuoto se c’è da prima dei dati.',
      in: ['show', 'form'],
    },
    ceasedOn: {
      kind: 'date',
      happens: true,
      label: 'Cessato il',
      help: 'Per fusione o passaggio ad altra provincia: il primo giorno in cui non c’è più.',
      in: ['show', 'form'],
    },
    successorId: { kind: 'reference', to: 'comuni', show: 'successorName', label: 'Confluito in', in: ['show', 'form'] },
    successorName: { kind: 'text', label: 'Confluito in', in: [] },
    uogId: { kind: 'reference', to: 'uogs', show: 'uogName', label: 'UOG', in: ['list', 'show'] },
    uogName: { kind: 'text', label: 'UOG', in: [] },
  },
})
