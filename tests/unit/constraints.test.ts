import { getTableConfig } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { resources } from '../../db/resources.ts'
import { sentencesOf } from '../../db/rules.ts'

const tables = resources.flatMap(({ table, fields }) => (table ? [{ table, fields, checks: getTableConfig(table).checks }] : []))
const sentences = sentencesOf(tables.map(({ table }) => table))

it.each(tables.flatMap(({ fields, checks }) => checks.map(({ name }) => [name, fields] as const)))(
  '%s says in Italian which field is wrong',
  (name, fields) => {
    expect(sentences.get(name)?.message).toMatch(/^\p{Lu}.*\.$/u)
    expect(Object.keys(fields)).toContain(sentences.get(name)?.field)
  },
)
