import type { Field } from './defineResource.ts'

/**
 * How the rows of a list are asked for in an address, in the manner of `@refinedev/simple-rest`: `field=v`, and with a suffix
 * `field_ne=v`, `field_gte=v`. Lists, figures, links, pills and the contract read it here.
 */
interface Meaning {
  /** In SQL; what has none is not a comparison of two values. */
  operator?: '=' | '<>' | '>' | '>=' | '<' | '<='
  /** Said twice, with two values: one of them, or all. What can be said once alone has none. */
  twice?: 'one' | 'all'
  /** As people say it, and of dates. */
  words: string
  ofDates?: string
  /** For the contract. */
  means: string
}

const meanings = {
  '': { operator: '=', twice: 'one', words: '', means: 'uguale; ripetuto, uno tra questi' },
  ne: { operator: '<>', twice: 'all', words: 'diverso da', means: 'diverso, o senza valore' },
  gt: { operator: '>', twice: 'all', words: 'più di', ofDates: 'dopo il', means: 'maggiore' },
  gte: { operator: '>=', twice: 'all', words: 'almeno', ofDates: 'dal', means: 'maggiore o uguale' },
  lt: { operator: '<', twice: 'all', words: 'meno di', ofDates: 'prima del', means: 'minore' },
  lte: { operator: '<=', twice: 'all', words: 'al massimo', ofDates: 'fino al', means: 'minore o uguale' },
  like: { twice: 'one', words: 'contiene', means: 'contiene, senza badare a maiuscole e accenti; `%` e `_` valgono se stessi' },
  null: { words: '', means: '`true` senza valore, `false` con un valore' },
} as const satisfies Record<string, Meaning>

export type Comparison = keyof typeof meanings

export const comparisons: Readonly<Record<Comparison, Meaning>> = meanings

export const isComparison = (word: string): word is Comparison => Object.hasOwn(comparisons, word)

/** A condition's name in an address. */
export const parameterOf = (field: string, comparison: Comparison = '') => (comparison ? `${field}_${comparison}` : field)

/** The field and the comparison that a name in an address says: names of fields have no underscore. Null when it says none. */
export function readParameter(name: string): { field: string; comparison: Comparison } | null {
  const [field = '', comparison = '', ...more] = name.split('_')
  return field && more.length === 0 && isComparison(comparison) && !name.endsWith('_') ? { field, comparison } : null
}

/** What two values of the same name in an address mean. */
export const saidTwice = (name: string) => comparisons[readParameter(name)?.comparison ?? ''].twice

/** A condition that no row meets. */
export const noRow = { name: parameterOf('id', 'null'), value: 'true' }

/** Where `q` looks: a list's texts, what its references are called, and what is there only to be found. */
export const searchedFields = (fields: Readonly<Record<string, Field>>): string[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    if (field.in && !field.in.includes('list')) return field.in.includes('search') ? [key] : []
    if (field.kind === 'reference') return field.show ?? []
    return field.kind === 'text' || field.kind === 'longText' ? [key] : []
  })
