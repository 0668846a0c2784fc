import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, date, foreignKey, unique } from 'drizzle-orm/pg-core'
import type { Field, Resource } from './defineResource.ts'
import { always, asOf } from './rowParts.ts'
import { says } from './rules.ts'

/**
 * A record keeps what it is since it last changed in life. What it was before stands in a table of former values, period after
 * period: each begins where another ends, and the first was always so. A value that was wrong is corrected where it stands.
 */
export const formerPeriod = { validFrom: date('valid_from'), validTo: date('valid_to').notNull() }

export const formerPeriodFields = {
  validFrom: { kind: 'date', latest: 'today', label: 'Dal', help: 'Vuoto se era così da sempre.' },
  validTo: {
    kind: 'date',
    happens: true,
    latest: 'today',
    label: 'Al',
    help: 'Il giorno del cambio: il primo in cui non vale più.',
  },
} as const satisfies Record<string, Field>

/** No gap, no overlap and one beginning: each period starts with the end of another of its subject, or has no start. */
export const oneAfterTheOther = (name: string, t: Record<'validFrom' | 'validTo', AnyPgColumn>, subject: AnyPgColumn) => [
  unique(says(`${name}_ends_once`, { field: 'validTo', message: 'Un altro periodo precedente finisce lo stesso giorno.' })).on(
    subject,
    t.validTo,
  ),
  unique(says(`${name}_begins_once`, { field: 'validFrom', message: 'Un altro periodo precedente comincia lo stesso giorno.' }))
    .on(subject, t.validFrom)
    .nullsNotDistinct(),
  check(
    says(`${name}_end_after_they_begin`, { field: 'validTo', message: 'La fine deve essere successiva all’inizio.' }),
    sql`${t.validTo} > ${t.validFrom}`,
  ),
  foreignKey({
    name: says(`${name}_follows`, {
      field: 'validFrom',
      message: 'I periodi precedenti si seguono senza vuoti: ognuno comincia il giorno in cui ne finisce un altro.',
    }),
    columns: [subject, t.validFrom],
    foreignColumns: [subject, t.validTo],
  }).onUpdate('cascade'),
]

/** Joins what was so on the day asked about, where that is not what is so since the last change. */
export const formerly = (table: string, alias: string, subject: string, of: string) =>
  `left join ${table} ${alias} on ${alias}.${subject} = ${of} and ${hasBegun(alias)} and ${alias}.valid_to > ${asOf}`

export const beganOf = (alias: string) => `coalesce(${alias}.valid_from, ${always})`

export const hasBegun = (alias: string) => `${beganOf(alias)} <= ${asOf}`

/** A column on the day asked about: of the former values where they are joined, else of the record. */
export const was = (former: string, record: string, column: string) =>
  `case when ${former}.id is null then ${record}.${column} else ${former}.${column} end`

/** Changes do not lie ahead: of today nothing former holds, and a text that asks of it need not look for any. */
export const withoutFormer = (text: string) => text.replaceAll(joinOfFormer, '').replaceAll(former, '$1')

/** What `formerly` and `was` write. */
const joinOfFormer = /left join former_.*? \w+\.valid_to > \(select app\.as_of\(\)\)/g
const former = /case when \w+\.id is null then (\w+\.\w+) else \w+\.\w+ end/g

/** The register of what the records of another were before, the field that says whose, and the fields they share. */
export interface Former {
  register: Resource
  subject: string
  fields: readonly string[]
}

/** What the records of a resource were before their last change; none where nothing of it has its day. */
export function formerOf(resources: readonly Resource[], { name, writable }: Resource): Former | undefined {
  const register = resources.find(({ formerOf: of }) => of === name)
  const [subject] =
    Object.entries(register?.fields ?? {}).find(([, field]) => field.kind === 'reference' && field.to === name) ?? []
  if (!register || !subject) return undefined
  return { register, subject, fields: register.writable.filter((field) => field !== 'source' && writable.includes(field)) }
}
