import type { Resource } from '../../db/defineResource.ts'

/** Institutions keep their Italian names (docs/glossary.md), and with them their plurals. */
const italian: Record<string, string> = { ambiti: 'ambito', comuni: 'comune', municipi: 'municipio' }

const singular = (plural: string) => italian[plural] ?? plural.replace(/ies$/, 'y').replace(/s$/, '')

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What one record and several of a resource are called in schemas and operations: `VacancyStage` and `VacancyStages`. */
export function namesOf({ name }: Pick<Resource, 'name'>): { one: string; many: string } {
  const words = name.split('-')
  const last = words.pop() ?? ''
  const join = (ending: string) => [...words, ending].map(capitalised).join('')
  return { one: join(singular(last)), many: join(last) }
}

/** `unitTotals` of `Unit` and `Totals`. */
export const operationOf = (one: string, what: string) => one.charAt(0).toLowerCase() + one.slice(1) + what
