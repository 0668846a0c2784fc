import { connect } from '../../db/connect.ts'

/** Writes row after row and prints the number of each once the database has acknowledged it, until it is killed. */
const { pool } = await connect({ dataDir: process.argv[2] ?? '' })
await pool.query('create table if not exists acknowledged (n int8 primary key, filling text)')
const { rows } = await pool.query<{ next: number }>('select coalesce(max(n), 0) + 1 as next from acknowledged')

for (let n = rows[0]?.next ?? 1; ; n += 1) {
  await pool.query('insert into acknowledged values ($1, $2)', [n, 'x'.repeat(500)])
  process.stdout.write(`${n}\n`)
}
