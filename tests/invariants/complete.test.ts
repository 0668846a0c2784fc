import { getTableName } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { resources } from '../../db/resources.ts'
import { sampled } from '../harness/seeded.ts'

const complete = resources.filter((resource) => resource.complete)
const past = '2025-06-30T12:00:00Z'

/** How many rows a relation has, as a request would read it. */
async function countOf(relation: string, path: string, knownAt = '') {
  const { pool } = await sampled()
  const client = await pool.connect()
  try {
    await client.query(`begin; set local search_path = ${path}; set local app.known_at = '${knownAt}'`)
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${relation}`)
    return rows[0]?.n
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('Views that say to be complete', () => {
  test.each(complete)('$name: every record of the table once', async ({ view, table }) => {
    expect(table).toBeDefined()
    if (!table) return
    expect(await countOf(view, 'live, public')).toBe(await countOf(getTableName(table), 'public'))
    expect(await countOf(view, 'replay, known, public', past)).toBe(await countOf(getTableName(table), 'known, public', past))
  })
})
