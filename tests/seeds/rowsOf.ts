import { seeded } from '../harness/seeded.ts'

type Value = string | number | boolean | null

/** What a query finds in the seeded agency. */
export async function rowsOf(query: string): Promise<Record<string, Value>[]> {
  const { pool } = await seeded()
  const { rows } = await pool.query<Record<string, Value>>(query)
  return rows
}

/** The only row of a query. */
export async function rowOf(query: string): Promise<Record<string, Value>> {
  const rows = await rowsOf(query)
  if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} rows instead of one`)
  return rows[0]
}
