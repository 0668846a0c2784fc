import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyzeWhenDue } from '../../db/analyze.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('statistics are gathered once a day, and not while somebody asks', async () => {
  const { pool } = app
  const known = async () =>
    (await pool.query(`select reltuples::int4 as n from pg_class where oid = 'bodies'::regclass`)).rows[0].n as number
  const [first, later, dayAfter] = ['2026-07-01T08:00:00Z', '2026-07-02T07:59:00Z', '2026-07-02T08:00:00Z'].map(
    (at) => new Date(at),
  )
  await pool.query(`delete from app.settings where key = 'analyzed'`)
  await pool.query(`insert into bodies (name, kind) values ('Uno', 'other')`)
  expect(await analyzeWhenDue(pool, first as Date)).toBe(true)
  expect(await known()).toBe(1)

  await pool.query(`insert into bodies (name, kind) values ('Due', 'other')`)
  expect(await analyzeWhenDue(pool, later as Date)).toBe(false)
  expect(await known()).toBe(1)

  const asking = await pool.connect()
  const analyzing = analyzeWhenDue(pool, dayAfter as Date)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect((await asking.query(`select reltuples::int4 as n from pg_class where oid = 'bodies'::regclass`)).rows).toEqual([
    { n: 1 },
  ])
  asking.release()
  expect(await analyzing).toBe(true)
  expect(await known()).toBe(2)
  await pool.query(`delete from app.settings where key = 'analyzed'`)
})
