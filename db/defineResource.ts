import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Role } from './roles.ts'
import { says } from './rules.ts'

/** Where a field is shown. A field that says nothing is in the list, the record page and, when it is a column, the form. */
export type Place = 'list' | 'show' | 'form' | 'search'

interface Described {
  label: string
  /** One sentence for whoever fills the field in, or wonders what it holds. */
  help?: string
  in?: readonly Place[]
  /** What the records without a value are called, as a group. */
  empty?: string
  /** Of a date that may be recorded before its day comes: as of an earlier day it is not told. */
  happens?: true
  /** Filled in and kept right by the database: nobody writes it. */
  kept?: true
  /** The roles it is for, among those that read the register: for any other it is not there. */
  onlyFor?: readonly Role[]
}

/**
 * What a value is: decides its wire form, its filters, its renderer and its input.
 * `money` and `decimal` are strings in JSON; `ratio` is a number from 0 to 1; `days` a whole number of days;
 * `date` is `YYYY-MM-DD`; `instant` is ISO 8601 in UTC with microseconds; `references` an array of keys.
 */
export type Field = Described &
  (
    | { kind: 'text' | 'longText' | 'ratio' | 'boolean' }
    /** `latest`: what is written there has happened, so it does not lie ahead of the day it is written. */
    | { kind: 'date' | 'instant'; latest?: 'today' }
    /** `adds`: the values of many records have a sum that means something, so a list has a total of it. */
    | { kind: 'decimal' | 'money' | 'days'; adds?: true }
    /** `latest`: a year that is prepared in the one before, and no earlier. */
    | { kind: 'integer'; adds?: true; latest?: 'nextYear' }
    | { kind: 'choice'; choices: Readonly<Record<string, string>> }
    /** `show` names the field of the same row that holds the referred record's title. */
    | { kind: 'reference' | 'references'; to: string; show?: string }
  )

export type Kind = Field['kind']

/** The menu groups of the registers, in their order on the screen. */
export const groups = {
  territory: 'Territorio',
  estate: 'Patrimonio',
  status: 'Stato degli alloggi',
  works: 'Interventi',
  funding: 'Finanziamenti',
  occupations: 'Occupazioni',
  allocation: 'Programmazione e assegnazione',
  coordination: 'Tavoli',
  agreements: 'Accordi',
  helpDesks: 'Sportelli',
  reports: 'Segnalazioni',
  documents: 'Documenti',
} as const

export type Group = keyof typeof groups

const recordFields = {
  id: { kind: 'text', label: 'Identificativo', in: ['show'] },
  source: { kind: 'text', label: 'Fonte', help: 'Documento o archivio da cui viene il dato.', in: ['show', 'form'] },
  isDemo: { kind: 'boolean', label: 'Dato dimostrativo', in: ['show'] },
  recordedAt: { kind: 'instant', label: 'Registrato il', in: ['show'] },
  recordedBy: { kind: 'text', label: 'Registrato da', in: ['show'] },
  version: { kind: 'integer', label: 'Versione', in: ['show'] },
} as const satisfies Record<string, Field>

export type RecordField = keyof typeof recordFields

type OwnColumn<T extends PgTable> = Exclude<keyof T['_']['columns'] & string, RecordField>

/** What rows are joined to. A question joins what gives the fields it names, and nothing else. */
export interface Join<K extends string = string> {
  /**
   * `left join uogs g on g.id = bu.uog_id`: over tables by their bare names, and never more than one row for each. What only
   * several joins give together has none.
   */
  sql?: string
  /** The joins it is written upon, which stand before it. */
  needs?: readonly string[]
  /** The fields it gives, each as an expression. */
  gives?: { readonly [P in K]?: string }
  /** It decides which rows there are, and is joined whatever is asked. */
  always?: true
}

export type Joins<K extends string = string> = Readonly<Record<string, Join<K>>>

/** How the stocks of a resource are kept as balances, so that a figure is not counted row by row (`db/journal`). */
export interface Journal<K extends string = string> {
  /** The fields that figures are cut by; `area_null` keeps no more than whether there is a value. */
  keys: readonly (K | `${K}_null`)[]
  /** The fields that are added up. */
  sums: readonly K[]
  /** The other fields by which its list is searched and ordered. */
  lists: readonly K[]
  /** By table, what can change a row. */
  changes: Readonly<Record<string, Change>>
}

/** How the records of a table change the rows of a resource. */
interface Change {
  /** The key of the row that a record `t` of the table changes. */
  subject: string
  /** What the record is joined to, to know the row. */
  join?: string
  /** The days on which a row may become another because of it. */
  days?: readonly string[]
}

/**
 * Half-open periods of a subject, which never overlap. The database keeps that, and the read view shows those begun by the
 * day asked about, with no end when it is still to come.
 */
interface Span<K extends string> {
  /** The column that says whose they are. */
  subject: K | 'id'
  from: K
  to: K
  /** What is said of two that overlap, when they have a name of their own. */
  overlap?: string
}

/**
 * Of those who read the registers of its group, who has a record in sight (`db/sight.ts`): everybody; who sees the record that
 * a field refers to; or those to whom a condition on its columns applies, each under the table's name, where `:uogs` and its
 * like stand for the scopes of who asks; `writes`, where who may write it is asked otherwise.
 */
export type Sight = 'everybody' | { with: string } | { where: string; writes?: string }

interface ResourceDeclaration<T extends PgTable, F extends Record<string, Field>> {
  table: T
  sight: Sight
  span?: Span<NoInfer<OwnColumn<T>>>
  /**
   * What has one row per record, under its alias: `units u`. No table is qualified with a schema: the same text is read over
   * the tables and over what was known at a past moment, and spans are filtered by `(select app.as_of())`.
   */
  from: string
  /** Which of its rows are there. */
  where?: string
  /** Fields that it gives by an expression; its columns are given as they are. */
  gives?: Join<NoInfer<keyof F & string> | RecordField>['gives']
  /** In the order in which they rest on one another. */
  joins?: Joins<NoInfer<keyof F & string> | RecordField>
  journal?: Journal<NoInfer<keyof F & string>>
  /** The resource whose records were so before they last changed (`db/former.ts`). */
  formerOf?: string
  label: { one: string; many: string }
  /** The field a record is called by. */
  title: keyof F & string
  group: Group
  /** Order of a list when nobody asks for another: a field, descending when it starts with `-`. */
  sort: string
  /** Every own column of the table must have a field, or this does not compile; fields of the view come after. */
  fields: F & Record<OwnColumn<T>, Field>
  /** Written by the system or by another resource's route: offered for reading only. */
  readOnly?: true
}

/** A resource as routes, lists, forms, docs and metrics use it. Its name is the table's, and its address that in kebab-case. */
export interface Resource<K extends string = string> extends Omit<
  ResourceDeclaration<PgTable, Record<string, Field>>,
  'fields' | 'title' | 'table' | 'sight'
> {
  /** Address and Refine name: `unit-states`. */
  name: string
  /** Read view: `unit_state_rows`. */
  view: string
  /** Absent from a resource that is only another reading of rows kept elsewhere. */
  table?: PgTable
  sight?: Sight
  title: string
  fields: Readonly<Record<K | RecordField, Field>>
  /** The fields that can be written: columns of the table that the record's bookkeeping does not own. */
  writable: readonly string[]
}

/** Table, read view and what the screen needs to know of them, declared once. */
export function defineResource<T extends PgTable, const F extends Record<string, Field>>(
  declaration: ResourceDeclaration<T, F>,
): Resource<keyof F & string> {
  const fields: Record<string, Field> = declaration.fields
  const writable = Object.keys(getTableColumns(declaration.table)).filter(
    (column) =>
      !fields[column]?.kept &&
      (!(column in recordFields) || column === 'source' || (column === 'id' && 'id' in declaration.fields)),
  )
  sayOfSpans(declaration)
  return {
    ...declaration,
    ...named(getTableName(declaration.table), declaration.fields),
    writable: declaration.readOnly ? [] : writable,
  }
}

/** The sentences of the two rules that the installation makes of a span. */
function sayOfSpans({ table, span }: Pick<Resource, 'span'> & { table: PgTable }) {
  if (!span) return
  const name = getTableName(table)
  const { from, to, overlap = 'Il periodo si sovrappone a un altro dello stesso soggetto: correggere le date.' } = span
  says(`${name}_no_overlap`, { field: from, message: overlap })
  says(`${name}_ends_after_it_starts`, { field: to, message: 'La fine deve essere successiva all’inizio.' })
}

/** A read-only resource over rows that another resource keeps, under a name of its own in snake_case. */
export function defineReading<const F extends Record<string, Field>>(
  declaration: Omit<ResourceDeclaration<PgTable, F>, 'table' | 'sight' | 'span' | 'fields' | 'readOnly'> & {
    name: string
    fields: F
  },
): Resource<keyof F & string> {
  return { ...declaration, ...named(declaration.name, declaration.fields), readOnly: true, writable: [] }
}

function named<F extends Record<string, Field>>(name: string, fields: F) {
  return {
    name: name.replaceAll('_', '-'),
    view: `${name}_rows`,
    // Twice, so that a resource's own fields come first and win.
    fields: { ...fields, ...recordFields, ...fields },
  }
}

/** `vacancyReason` → `vacancy_reason`: fields are camelCase, columns snake_case, with no exception. */
export const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
