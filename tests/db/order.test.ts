import { beforeAll, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

test('indexes that were ordered by another version of ICU are made again at the next start', async () => {
  const ordered = async () => {
    const { rows } = await app.pool.query<{ file: string; stale: boolean }>(`
      select pg_relation_filenode('public.units_code_order')::text as file, collversion is distinct from pg_collation_actual_version(oid) as stale
      from pg_collation where oid = 'app.as_people_read'::regcollation`)
    return rows[0]
  }
  await migrate(app.pool)
  const before = await ordered()
  expect(before?.stale).toBe(false)

  await app.pool.query(`update pg_collation set collversion = '0' where oid = 'app.as_people_read'::regcollation`)
  expect(await ordered()).toEqual({ file: before?.file, stale: true })
  await migrate(app.pool)
  const after = await ordered()
  expect(after?.stale).toBe(false)
  expect(after?.file).not.toBe(before?.file)
})
