import { beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../harness/startApp.ts'

describe('values arrive from Postgres', () => {
  let pool: TestApp['pool']
  beforeAll(async () => {
    ;({ pool } = await startApp())
  })

  test.each([
    ['money as it is written', `1514648.40::numeric(15,2)`, '1514648.40'],
    ['sums as they are written', `9999999999999.99::numeric + 0.01`, '10000000000000.00'],
    ['counts as numbers', `count(*)`, 1],
    ['days as they are written', `date '2026-03-29'`, '2026-03-29'],
    ['a day without end as it is written', `'infinity'::date`, 'infinity'],
    ['instants in UTC with microseconds', `timestamptz '2026-03-29 03:30:00.123456+02'`, '2026-03-29T01:30:00.123456Z'],
    ['round instants with as many digits', `timestamptz '2026-07-01 00:00+02'`, '2026-06-30T22:00:00.000000Z'],
    ['an instant without end as it is written', `'infinity'::timestamptz`, 'infinity'],
    ['arrays of days', `array[date '2026-01-01', null]`, ['2026-01-01', null]],
    ['arrays of counts', `array[1::int8, 2]`, [1, 2]],
    ['arrays of money', `array[0.10::numeric]`, ['0.10']],
    ['arrays of instants', `array[timestamptz '2026-01-01 00:00+00']`, ['2026-01-01T00:00:00.000000Z']],
    ['nothing as null', `null::numeric`, null],
  ])('%s', async (_, expression, expected) => {
    const { rows } = await pool.query(`select ${expression} as value`)
    expect(rows).toEqual([{ value: expected }])
  })
})
