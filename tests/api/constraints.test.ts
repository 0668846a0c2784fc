import { getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../api/http/constraints.ts'
import { resources } from '../../db/resources.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

interface Constraint {
  name: string
  table: string
  code: string
}

let app: TestApp
let constraints: Constraint[]

beforeAll(async () => {
  app = await startApp()
  const { rows } = await app.pool.query<Constraint>(
    `select conname as name, conrelid::regclass::text as table, case contype when 'c' then '23514' else '23P01' end as code
     from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'x') order by 1`,
  )
  constraints = rows
})

describe('a rule that the database keeps', () => {
  test('has a sentence of its own, about a field of its resource', () => {
    expect(constraints.length).toBeGreaterThan(40)
    const general = sentenceOf({ code: '23514' }).message
    for (const { name, table, code } of constraints) {
      const { field, message } = sentenceOf({ code, constraint: name })
      expect(message, name).not.toBe(general)
      const resource = resources.find((one) => one.table && getTableName(one.table) === table)
      expect(resource?.fields, name).toHaveProperty(field ?? '')
    }
  })

  test('is never told in the words of Postgres', () => {
    for (const { name, code } of constraints) {
      expect(sentenceOf({ code, constraint: name }).message).toMatch(/^[A-ZÈ][^_]+\.$/)
    }
  })
})
