import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/transaction.ts'
import type { Resource } from '../../db/defineResource.ts'
import { notFound } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { run } from './readRows.ts'

/** The entry of the protocol by which a version came or went. */
export interface Entry {
  number: number
  origin: string
  reason: string | null
}

export interface Version {
  version: number
  recordedAt: string
  recordedBy: string
  entry: Entry | null
  retractedAt: string | null
  retractedBy: string | null
  retraction: Entry | null
  reason: string | null
  values: Record<string, unknown>
}

/**
 * Every version of a record, newest first, also of a deleted one: who wrote what, by which entry, when it stood, why it went.
 * Of what came into sight with its building, or left it, those that stood on days on which it was in sight; `seen` is the register
 * with the fields that are for who asks.
 */
export async function readHistory(client: Transaction, declared: Resource, seen: Resource, id: string): Promise<Version[]> {
  const { table } = declared
  if (!table || checkId(declared, id)) throw notFound()
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in seen.fields || !(key in declared.fields))
  const list = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  const name = sql.identifier(getTableName(table))
  const rows = await run<Record<string, unknown>>(
    client,
    sql`
      select versions.*, ${entryAt('recorded_at')} as "entry", ${entryAt('retracted_at')} as "retraction"
      from (
        select ${list}, null::timestamptz as retracted_at, null as retracted_by, null as retraction_reason from public.${name} where id = ${id}
        union all
        select ${list}, retracted_at, retracted_by, retraction_reason from history.${name} where id = ${id}
      ) versions
      where ${
        (await client.entered()).seesAll
          ? sql`true`
          : stoodInSight(
              columns.map(([, column]) => column.name),
              getTableName(table),
            )
      }
      order by version desc, recorded_at desc`,
  )
  if (rows.length === 0) throw notFound()
  return rows.map((row) => ({
    version: row.version as number,
    recordedAt: row.recorded_at as string,
    recordedBy: row.recorded_by as string,
    entry: row.entry as Entry | null,
    retractedAt: row.retracted_at as string | null,
    retractedBy: row.retracted_by as string | null,
    retraction: row.retraction as Entry | null,
    reason: row.retraction_reason as string | null,
    values: Object.fromEntries(columns.filter(([key]) => isOwn(key)).map(([key, column]) => [key, told(row[column.name])])),
  }))
}

/** The policy of the spans of buildings lets through those that are in sight. */
function stoodInSight(columns: readonly string[], table: string): SQL {
  const dayOf = (instant: SQL) => sql`(${instant} at time zone 'Europe/Rome')::date`
  const wasIn = (building: SQL) => sql`exists (
    select from journal.buildings_spans s
    where s.subject = ${building} and s.retracted_at = 'infinity' and s.valid_to > ${dayOf(sql`versions.recorded_at`)}
      and s.valid_from <= coalesce(${dayOf(sql`versions.retracted_at`)}, 'infinity'))`
  if (table === 'buildings') return wasIn(sql`versions.id`)
  if (columns.includes('building_id')) return sql`(versions.building_id is null or ${wasIn(sql`versions.building_id`)})`
  if (columns.includes('unit_id')) return wasIn(sql`(select u.building_id from known.units u where u.id = versions.unit_id)`)
  return sql`true`
}

/** Everything that an entry wrote carries its instant, and no other entry has it. */
const entryAt = (column: 'recorded_at' | 'retracted_at') => sql`(
  select jsonb_build_object('number', p.number, 'origin', p.origin, 'reason', p.reason)
  from app.protocol p where p.recorded_at = versions.${sql.identifier(column)})`

const isOwn = (key: string) => !['recordedAt', 'recordedBy', 'version'].includes(key)
const told = (value: unknown) => (value === 'infinity' ? null : value)
