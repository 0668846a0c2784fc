import { createHash } from 'node:crypto'
import type pg from 'pg'
import { describe, expect, test } from 'vitest'
import { sizesOf } from '../../seeds/agency/sizes.ts'
import { declaredUnits } from '../../seeds/facts/uogs.ts'
import { seed } from '../../seeds/seed.ts'

/** Takes the place of the database, to see what the seed sends without waiting for it to be stored. */
async function sentUntil(today: string) {
  const hash = createHash('sha1')
  const sent = new Map<string, unknown[]>()
  const query = async (statement: string, values: unknown[] = []) => {
    hash.update(statement).update(JSON.stringify(values))
    const [, table, columns = ''] = /^insert into (\w+\.\w+) \((.*?)\)/.exec(statement) ?? []
    for (const [index, column] of columns.split(', ').entries()) {
      const key = `${table} ${column.replaceAll('"', '')}`
      const added = values[index]
      sent.set(key, [...(sent.get(key) ?? []), ...(Array.isArray(added) ? added : [])])
    }
    return { rows: [] }
  }
  const pool = { connect: async () => ({ query, release: () => {} }) }
  await seed(pool as unknown as pg.Pool, { profile: 'demo', today })
  return { fingerprint: hash.digest('hex'), column: (table: string, name: string) => sent.get(`public.${table} ${name}`) ?? [] }
}

describe('The seed', () => {
  test(
    'sends the same rows, byte for byte, and none of its last day or later, even if that is a leap day',
    { timeout: 180_000 },
    async () => {
      const [one, two] = [await sentUntil('2028-02-29'), await sentUntil('2028-02-29')]
      expect(one.fingerprint).toBe(two.fingerprint)
      const days = [
        ...one.column('unit_states', 'valid_from'),
        ...one.column('movements', 'effective_on'),
        ...one.column('occupations', 'detected_on'),
        ...one.column('unit_states', 'recorded_at'),
      ]
      expect(days.length).toBeGreaterThan(30_000)
      expect(days.filter((day) => String(day) >= '2028-02-29')).toEqual([])
    },
  )

  test('counts as many units and dwellings as declared in the full profile, UOG by UOG', () => {
    const sizes = sizesOf('full')
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
    for (const [uogId, declared] of Object.entries(declaredUnits)) {
      const own = sizes.filter(({ estate }) => estate.uogId === uogId)
      expect(sum(own.map(({ dwellings, others }) => dwellings + others)), uogId).toBe(declared)
    }
    expect(sum(sizes.map(({ dwellings }) => dwellings))).toBe(56_191)
  })
})
