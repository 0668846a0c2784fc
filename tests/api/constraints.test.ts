import { getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../api/http/brokenRules.ts'
import { resources } from '../../db/resources.ts'
import { sentencesOf } from '../../db/rules.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

interface Constraint {
  name: string
  table: string
  code: string
}

let app: TestApp
let constraints: Constraint[]
/** Rules that triggers keep, by the name they are told by. */
let kept: string[]

const sentences = sentencesOf(resources.flatMap(({ table }) => table ?? []))

beforeAll(async () => {
  app = await startApp()
  const { rows } = await app.pool.query<Constraint>(
    `select conname as name, conrelid::regclass::text as table, case contype when 'c' then '23514' else '23P01' end as code
     from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'x') order by 1`,
  )
  constraints = rows
  const { rows: told } = await app.pool.query<{ name: string }>(
    `select distinct (regexp_matches(prosrc, $$app\\.broken\\('(\\w+)'\\)$$, 'g'))[1] as name
     from pg_proc where pronamespace = 'app'::regnamespace order by 1`,
  )
  kept = told.map(({ name }) => name)
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

  test('has one also where a trigger keeps it', () => {
    expect(kept.length).toBeGreaterThan(3)
    expect(kept.filter((name) => !sentences.has(name))).toEqual([])
  })

  test('is never told in the words of Postgres', () => {
    for (const { name, code } of constraints) {
      expect(sentenceOf({ code, constraint: name }).message).toMatch(/^[A-ZÈ][^_]+\.$/)
    }
  })

  test('is there for every sentence', async () => {
    const { rows } = await app.pool.query<{ name: string }>(
      `select conname as name from pg_constraint where connamespace = 'public'::regnamespace
       union select indexname from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'`,
    )
    const there = new Set([...rows.map(({ name }) => name), ...kept])
    expect([...sentences.keys()].filter((name) => !there.has(name))).toEqual([])
  })
})
