import { getTableConfig } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { sentences } from '../../api/http/constraints.ts'
import { resources } from '../../db/resources.ts'

const tables = resources.flatMap(({ table, fields }) => (table ? [{ fields, checks: getTableConfig(table).checks }] : []))

it.each(tables.flatMap(({ fields, checks }) => checks.map(({ name }) => [name, fields] as const)))(
  '%s says in Italian which field is wrong',
  (name, fields) => {
    expect(sentences[name]?.message).toMatch(/^\p{Lu}.*\.$/u)
    expect(Object.keys(fields)).toContain(sentences[name]?.field)
  },
)
