import { describe, expect, test } from 'vitest'
import { addDays, countPeriods, finalDay, firstDay, type Grain, lastDay, periodsOf } from '../../db/calendar.ts'

describe('periods', () => {
  test.each<[Grain, string, string, string[]]>([
    ['month', '2026-01-15', '2026-03-01', ['2026-01', '2026-02']],
    ['month', '2026-01-15', '2026-03-02', ['2026-01', '2026-02', '2026-03']],
    ['quarter', '2025-12-31', '2026-01-02', ['2025-T4', '2026-T1']],
    ['year', '2025-12-31', '2026-01-01', ['2025']],
    ['year', '2026-01-01', '2026-01-01', []],
    ['month', '2026-02-01', '2026-01-01', []],
  ])('by %s from %s to %s are counted without being made', (grain, from, to, keys) => {
    expect(countPeriods(grain, from, to)).toBe(keys.length)
    expect(periodsOf(grain, from, to).map(({ key }) => key)).toEqual(keys)
  })

  test('of all the days that can be asked about follow one another without a gap', () => {
    const spans = periodsOf('month', firstDay, addDays(finalDay, 1))
    expect(spans).toHaveLength(301 * 12)
    expect(spans[0]?.from).toBe(firstDay)
    expect(lastDay(spans.at(-1) as (typeof spans)[number])).toBe(finalDay)
    for (const [i, { from }] of spans.slice(1).entries()) expect(from).toBe(spans[i]?.to)
  })
})
