import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'

/** What a person is told when a rule of the database is broken. */
export interface Sentence {
  field?: string
  message: string
  /** Speaks of the record that another refers to, and so cannot change or go. */
  ofTheReferred?: true
}

const sentences = new Map<string, Sentence>()

/** The name of a constraint, for whoever declares it, with what is said when it is broken. */
export function says(constraint: string, sentence: Sentence): string {
  sentences.set(constraint, sentence)
  return constraint
}

/** The sentences of the rules of these tables, by constraint; drizzle reads what a table declares only when asked. */
export function sentencesOf(tables: readonly PgTable[]): ReadonlyMap<string, Sentence> {
  for (const table of tables) getTableConfig(table)
  return sentences
}
