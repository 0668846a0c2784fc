import { resources } from '../../db/resources.ts'
import { type Sentence, sentencesOf } from '../../db/rules.ts'

const sentences = sentencesOf(resources.flatMap(({ table }) => table ?? []))

interface Violation {
  code: string
  constraint?: string
  detail?: string
  column?: string
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What a violated constraint says to a person: its own sentence, else one that any of its kind could say. */
export function sentenceOf({ code, constraint = '', detail = '', column }: Violation): Sentence {
  const own = sentences.get(constraint)
  if (own) return own
  const one = /^Key \(([^)]+)\)=/.exec(detail)?.[1]?.split(', ').map(camel).at(-1)
  if (code === '23505') return { ...(one && { field: one }), message: 'Esiste già un record con questo valore.' }
  if (code === '23503') return { ...(one && { field: one }), message: 'Il record indicato non esiste.' }
  if (code === '23502' && column) return { field: camel(column), message: 'Il campo è obbligatorio.' }
  return { message: 'I dati non rispettano una regola dell’archivio: controllare i valori e riprovare.' }
}
