import { getTableConfig } from 'drizzle-orm/pg-core'
import { resources } from '../../db/resources.ts'
import { type Sentence, sentencesOf } from '../../db/rules.ts'

const sentences = sentencesOf(resources.flatMap(({ table }) => table ?? []))

interface Violation {
  code: string
  constraint?: string
  column?: string
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The last column of every key, as a field: where policies hold, Postgres does not say which values were in the way. */
const fields = new Map(
  resources.flatMap(({ table }) => {
    if (!table) return []
    const { name, columns, uniqueConstraints, foreignKeys } = getTableConfig(table)
    return [
      ...uniqueConstraints.map((key) => [key.getName() ?? '', key.columns.at(-1)?.name] as const),
      ...columns.flatMap((column) => [
        ...(column.isUnique ? [[column.uniqueName ?? '', column.name] as const] : []),
        ...(column.primary ? [[`${name}_pkey`, column.name] as const] : []),
      ]),
      ...foreignKeys.map((key) => [key.getName(), key.reference().columns.at(-1)?.name] as const),
    ].map(([constraint, column = '']) => [constraint, camel(column)] as const)
  }),
)

/** What a violated constraint says to a person: its own sentence, else one that any of its kind could say. */
export function sentenceOf({ code, constraint = '', column }: Violation): Sentence {
  const own = sentences.get(constraint)
  if (own) return own
  const one = fields.get(constraint)
  if (code === '23505') return { ...(one && { field: one }), message: 'Esiste già un record con questo valore.' }
  if (code === '23503') return { ...(one && { field: one }), message: 'Il record indicato non esiste.' }
  if (code === '23502' && column) return { field: camel(column), message: 'Il campo è obbligatorio.' }
  return { message: 'I dati non rispettano una regola dell’archivio: controllare i valori e riprovare.' }
}
