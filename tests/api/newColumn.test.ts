import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PoolClient } from 'pg'
import { measure } from '../../api/metrics/measure.ts'
import { listRows, totalRows } from '../../api/resources/listRows.ts'
import type { Metric } from '../../db/defineMetric.ts'
import type { Resource } from '../../db/defineResource.ts'
import { unitsResource } from '../../db/entities/estate/units.ts'
import type { Reader } from '../../db/transaction.ts'
import { addBuilding, addUnit } from '../factories.ts'
import { startApp } from '../harness/startApp.ts'

/** The register of units as it would be declared with one more column. */
const units: Resource = {
  ...unitsResource,
  fields: { ...unitsResource.fields, balconies: { kind: 'integer', label: 'Balconi', adds: true } },
}

let client: PoolClient
let reader: Reader

beforeAll(async () => {
  const { pool } = await startApp()
  const building = await addBuilding(pool)
  for (const code of ['A', 'B', 'C']) await addUnit(pool, { building_id: building, code })
  client = await pool.connect()
  await client.query(
    `begin; alter table units add column balconies integer; alter table history.units add column balconies integer; update units set balconies = 2 where code <> 'C'`,
  )
  reader = {
    lanes: 1,
    entered: async () => ({
      asOf: '2026-06-30',
      isToday: false,
      isLatest: false,
      seesAll: true,
      knownAt: '2999-12-31T00:00:00Z',
      entry: '',
    }),
    query: async (statement, params) => client.query(typeof statement === 'string' ? statement : statement.text, params),
  }
})

afterAll(async () => {
  await client.query('rollback')
  client.release()
})

test('a column is filtered, ordered, totalled and counted by as soon as its entity declares it', async () => {
  const { rows, total } = await listRows(reader, units, new URLSearchParams('balconies_gte=2&_sort=balconies&_end=1'))
  expect([rows.map(({ balconies }) => balconies), total]).toEqual([[2], 2])
  expect(await totalRows(reader, units, new URLSearchParams('balconies=2'))).toMatchObject({
    count: 2,
    all: 3,
    sums: { balconies: '4' },
  })
  const metric: Metric = {
    id: 'units',
    code: 'X1',
    label: 'Unità',
    definition: '',
    perimeter: '',
    unit: 'count',
    noun: ['unità', 'unità'],
    goodWhen: 'neutral',
    of: units,
    filter: { use: 'dwelling' },
    value: { kind: 'total', of: {} },
    by: ['balconies'],
  }
  const [groups = []] = await measure(reader, { cuts: [{ metrics: [metric], period: null, by: ['balconies'] }], filters: [] })
  expect(groups.map(({ keys, figures }) => [keys, figures['units']?.value])).toEqual([
    [['2'], 2],
    [[null], 1],
  ])
})
