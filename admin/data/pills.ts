import type { Field } from '../../db/defineResource.ts'
import { comparisons } from '../../db/dialect.ts'
import { formatAmount, formatCount, formatDate, formatDays, formatDecimal, formatInstant, formatRatio } from '../../db/format.ts'
import type { Condition } from './listAddress.ts'

/** A condition in words: «Motivo di sfitto: diverso da Vendita, Demolizione». `name` gives the title of a referred record. */
export function pill(
  { field, comparison, values }: Condition,
  described: Field | undefined,
  name: (id: string) => string,
): string {
  const label = described?.label ?? field
  if (comparison === 'null') return `${label}: ${values[0] === 'true' ? 'non valorizzato' : 'valorizzato'}`
  const isDate = described?.kind === 'date' || described?.kind === 'instant'
  const { words, ofDates } = comparisons[comparison]
  const word = (isDate && ofDates) || words
  const said = values.map((value) => sayValue(value, described, name)).join(', ')
  return `${label}: ${word ? `${word} ` : ''}${comparison === 'like' ? `«${said}»` : said}`
}

export function sayValue(value: string, field: Field | undefined, name: (id: string) => string = (id) => id): string {
  switch (field?.kind) {
    case 'choice':
      return field.choices[value] ?? value
    case 'boolean':
      return value === 'true' ? 'sì' : 'no'
    case 'date':
      return value === 'infinity' ? 'senza termine' : formatDate(value)
    case 'instant':
      return formatInstant(value)
    case 'money':
      return `€ ${formatAmount(value)}`
    case 'integer':
      return formatCount(value)
    case 'decimal':
      return formatDecimal(value)
    case 'ratio':
      return formatRatio(Number(value))
    case 'days':
      return formatDays(value)
    case 'reference':
    case 'references':
      return name(value)
    default:
      return value
  }
}
