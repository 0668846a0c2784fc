import type { Journal } from '../defineResource.ts'
import { always, asOf } from '../rowParts.ts'
import { rowsOf } from '../rowsOf.ts'
import type { Written } from './book.ts'

/** Which versions of the tables are read: those that stand, or, of all, those that were known at an instant. */
export interface Versions {
  base: (from: string) => string
  joins: (text: string, instant: string) => string
  isKnown: (alias: string, instant: string) => string
}

export const asTheyStand: Versions = { base: (from) => from, joins: (text) => text, isKnown: () => 'true' }

export function asTheyWere(registers: ReadonlyMap<string, string>): Versions {
  const isKnown = (alias: string, instant: string) => `${alias}.recorded_at <= ${instant} and ${alias}.retracted_at > ${instant}`
  return {
    base: (from) => `versions.${from}`,
    joins: (text, instant) =>
      text.replace(tableWithCondition, (all, word: string, table: string, alias: string, condition: string) =>
        registers.has(table) ? `${word} versions.${table} ${alias} ${condition} ${isKnown(alias, instant)} and` : all,
      ),
    isKnown,
  }
}

const tableNamed = /\b(from|join)\s+(\w+)\s+(\w+)\b/g
const tableWithCondition = /\b(from|join)\s+(\w+)\s+(\w+)\s+(on|where)\b/g

/** The same text over all versions of the tables it names. */
const overVersions = (text: string, registers: ReadonlyMap<string, string>) =>
  text.replace(tableNamed, (all, word: string, table: string, alias: string) =>
    registers.has(table) ? `${word} versions.${table} ${alias}` : all,
  )

const together = (table: string, join: string) => (join ? `(${table} ${join})` : table)

/** The records that were touched by the entries of the protocol that meet a condition, when, and the how many-th time. */
export const touchedBy = (which: string, { changes }: Journal, registers: ReadonlyMap<string, string>) => `
    select subject, known, row_number() over (partition by subject order by known) as rank from (
      ${Object.entries(changes)
        .map(
          ([register, { subject, join = '' }]) => `
      select ${subject} as subject, opened.recorded_at as known
      from (select * from app.protocol where ${which}) opened join (select * from app.protocol_rows where ${which}) wrote using (number)
      join ${together(`versions.${register} t`, overVersions(join, registers))}
        on t.id = wrote.id::${registers.get(register)} and t.version = wrote.version and t.recorded_at = wrote.recorded_at
      where wrote.register = '${register}'`,
        )
        .join(' union ')}
    ) each where subject is not null`

/** Of touched records, the days from each of which until the next they stay what they are. */
export const momentsOf = ({ changes }: Journal, { base, joins, isKnown }: Versions) => `
    select subject, known, rank, day, lead(day, 1, 'infinity') over (partition by subject, rank order by day) as until
    from (
      select subject, known, rank, ${always}::date as day from touched
      ${Object.entries(changes)
        .map(([register, { days = [], ...change }]) => ({ register, ...change, days }))
        .filter(({ days }) => days.length > 0)
        .map(
          ({ register, subject, join = '', days }) => `
      union
      select subject, known, rank, day from (
        select x.subject, x.known, x.rank, unnest(array[${days.map((day) => `(${day})::date`).join(', ')}]) as day
        from touched x cross join lateral (
          select t.* from ${base(`${register} t`)} ${joins(join, 'x.known')} where ${subject} = x.subject and ${isKnown('t', 'x.known')}
        ) t
      ) each where day < 'infinity'`,
        )
        .join('')}
    ) days`

/** The rows of some moments. */
export function rowsOfMoments({ resource, flat }: Written, { base, joins, isKnown }: Versions) {
  const { from, where = 'true' } = resource
  const alias = from.slice(from.lastIndexOf(' ') + 1)
  const rows = rowsOf(
    {
      ...resource,
      from: `moments m cross join ${base(from)}`,
      where: `${alias}.id = m.subject and ${isKnown(alias, 'm.known')} and (${where})`,
    },
    flat,
  )
  return joins(rows, 'm.known')
    .replaceAll(asOf, 'm.day')
    .replace('select ', 'select m.subject, m.rank, m.day as valid_from, m.until as valid_to, ')
}
