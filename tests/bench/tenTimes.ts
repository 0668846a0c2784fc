import type pg from 'pg'
import { withoutTimeLimit } from '../../db/connect.ts'

/** What there is more of in a larger agency. The territory, its offices, tables and projects stay as they are. */
const growing = [
  'buildings',
  'building_uogs',
  'watch_area_buildings',
  'camera_systems',
  'units',
  'unit_states',
  'vacancies',
  'vacancy_stages',
  'occupations',
  'evictions',
  'securings',
  'works',
  'work_stages',
  'work_events',
  'progress_certificates',
  'awards',
  'work_units',
  'work_buildings',
  'notices',
  'notice_units',
  'allocations',
  'reports',
]

interface Column {
  table: string
  name: string
  /** The key of a row that is copied too, or nobody else's value. */
  role: 'key' | 'code' | 'value'
  /** The database works it out, but in its history, where it is kept as it was. */
  generated: boolean
}

const columnsSql = `
  select c.relname::text as table, a.attname::text as name, a.attgenerated <> '' as generated,
    case
      when a.atttypid = 'uuid'::regtype and (a.attname = 'id' or exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) and k.confrelid = any($1::regclass[]))) then 'key'
      when a.atttypid = 'text'::regtype and exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'u' and k.conkey = array[a.attnum]) then 'code'
      else 'value'
    end as role
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.oid = any($1::regclass[]) order by a.attnum`

/**
 * Makes the stock of a database so many times as large: every building again, under other keys and codes, with its units and
 * all that happened to them, their earlier versions too. Every copy was recorded when its original was, and the protocol is
 * told again.
 */
export async function multiply(pool: pg.Pool, times: number): Promise<void> {
  await withoutTimeLimit(pool, async (client) => {
    const { rows: columns } = await client.query<Column>(columnsSql, [growing.map((table) => `public.${table}`)])
    await client.query('begin')
    // Copies of rows that obey every rule obey them too: checking each again takes most of the time.
    await client.query(`set local session_replication_role = 'replica'`)
    for (const table of growing) {
      const own = columns.filter((column) => column.table === table)
      const written = own.filter(({ generated }) => !generated)
      await client.query(copyOf(`public.${table}`, written, []), [times - 1])
      await client.query(copyOf(`history.${table}`, own, ['retracted_at', 'retracted_by', 'retraction_reason']), [times - 1])
    }
    await client.query('truncate app.protocol, app.protocol_rows')
    await client.query(`select app.tell_past('seed')`)
    await client.query('commit')
    await client.query('vacuum analyze')
  })
}

const copied = {
  key: (name: string) => `md5(${name}::text || '/' || copy)::uuid`,
  code: (name: string) => `${name} || '/' || copy`,
  value: (name: string) => name,
}

function copyOf(table: string, columns: readonly Column[], kept: readonly string[]): string {
  const names = [...columns.map(({ name }) => `"${name}"`), ...kept]
  const values = [...columns.map(({ name, role }) => copied[role](`original."${name}"`)), ...kept]
  return `insert into ${table} (${names.join(', ')})
    select ${values.join(', ')} from ${table} original, generate_series(1, $1::int) copy`
}
