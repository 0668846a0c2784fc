import { afterAll, beforeAll, expect, test } from 'vitest'
import { multiply } from '../bench/tenTimes.ts'
import { add, addBuilding, addComune, addUnitIn, addUog, addWork } from '../factories.ts'
import { type Client, startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp
let reader: Client
let before: unknown[]
let knownAt: string

const questions = () => [
  '/units?_end=1',
  '/units?_end=1&state=vacant',
  '/vacancy-stages?_end=1',
  '/occupations?_end=1&open=true',
  '/works?_end=1',
  `/units?_end=1&asOf=2026-03-01&knownAt=${encodeURIComponent(knownAt)}`,
  `/units?_end=1&accessible=true&asOf=2026-03-01&knownAt=${encodeURIComponent(knownAt)}`,
]

const counts = async () =>
  Promise.all(questions().map(async (path) => Number((await reader.request(`/api${path}`)).headers.get('x-total-count'))))

beforeAll(async () => {
  app = await startApp()
  const { pool } = app
  reader = await app.as('direzione@demo.example')
  const comune = await addComune(pool, { name: 'Legnano' })
  await addUog(pool, 'UOG1')
  const building = await addBuilding(pool, { comune_id: comune, uog: 'UOG1' })
  const [first] = [
    await addUnitIn(pool, 'let', '2020-01-01', { building_id: building, accessible: true }),
    await addUnitIn(pool, 'returned', '2026-01-01', { building_id: building, code: 'A', regional_code: 'R' }),
    await addUnitIn(pool, 'squatted', '2025-01-01', { building_id: building }),
  ]
  const work = await addWork(pool, { comune_id: comune, building_id: building })
  await add(pool, 'work_units', { work_id: work, unit_id: first })
  const channel = await add(pool, 'report_channels', { name: 'Linea', kind: 'emergencyLine' })
  const report = { channel_id: channel, comune_id: comune, kind: 'water', priority: 'urgent', opened_at: '2026-01-10T10:00:00Z' }
  const told = await add(pool, 'reports', report)
  await pool.query(`update reports set taken_at = '2026-01-12T10:00:00Z' where id = $1`, [told])
  knownAt = String((await reader.request('/api/units?_end=1')).headers.get('x-known-at'))
  await pool.query('update units set accessible = false, rooms = 3 where id = $1', [first])
  before = await counts()
  await multiply(pool, 3)
})
afterAll(() => app.close())

test('every list of the stock is so many times as long, as it is and as it was known', async () => {
  expect(before).toEqual([3, 1, 1, 1, 1, 3, 1])
  expect(await counts()).toEqual([9, 3, 3, 3, 3, 9, 3])
})

test('what a figure counts by comune is so many times as much', async () => {
  const groups = (await (await reader.request('/api/metrics/dwellings/by/comuneId')).json()) as { label: string; value: number }[]
  expect(groups.map(({ label, value }) => [label, value])).toEqual([['Legnano', 9]])
})

test('balances are so many times as much, also of what has been changed since it was recorded', async () => {
  const { value } = (await (await reader.request('/api/metrics/open-reports')).json()) as { value: number }
  expect(value).toBe(3)
})

test('copies have codes of their own, and stand where their originals do among copies', async () => {
  const { rows } = await app.pool.query(
    `select u.code, u.regional_code as regional, b.code like '%/' || right(u.code, 1) as beside
     from units u join buildings b on b.id = u.building_id where u.code like 'A%' order by u.code`,
  )
  expect(rows).toEqual([
    { code: 'A', regional: 'R', beside: false },
    { code: 'A/1', regional: 'R/1', beside: true },
    { code: 'A/2', regional: 'R/2', beside: true },
  ])
})

test('no copy refers to a record that is not there', async () => {
  const { rows } = await app.pool.query<{ told: string }>(`
    select format('select %L as name from %s t where not exists (select from %s r where %s) and %s', k.conname,
      k.conrelid::regclass, k.confrelid::regclass,
      string_agg(format('r.%I = t.%I', there.attname, here.attname), ' and '), string_agg(format('t.%I is not null', here.attname), ' and ')
    ) as told
    from pg_constraint k
    cross join lateral unnest(k.conkey, k.confkey) as pair (here, there)
    join pg_attribute here on here.attrelid = k.conrelid and here.attnum = pair.here
    join pg_attribute there on there.attrelid = k.confrelid and there.attnum = pair.there
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace group by k.oid, k.conname, k.conrelid, k.confrelid`)
  const { rows: orphans } = await app.pool.query(rows.map(({ told }) => told).join(' union all '))
  expect(orphans).toEqual([])
})

test('the protocol attests the copies, and the database is written as before', async () => {
  const { rows } = await app.pool.query(
    `select count(*)::int as units from app.protocol_rows where register = 'units' and not retracted`,
  )
  // Three units, of which one has two versions.
  expect(rows).toEqual([{ units: 12 }])
  await app.pool.query(`update units set rooms = 4 where code = 'A/1'`)
  const { rows: last } = await app.pool.query(
    'select length(digest) > 0 as chained from app.protocol order by number desc limit 1',
  )
  expect(last).toEqual([{ chained: true }])
})
