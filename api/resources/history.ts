import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { Transaction } from '../../db/transaction.ts'
import type { Resource } from '../../db/defineResource.ts'
import { notFound } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { run } from './readRows.ts'

export interface Version {
  version: number
  recordedAt: string
  recordedBy: string
  retractedAt: string | null
  retractedBy: string | null
  reason: string | null
  values: Record<string, unknown>
}

/** Every version of a record, newest first, also of a deleted one: who wrote what, when it stood, why it went. */
export async function readHistory(client: Transaction, resource: Resource, id: string): Promise<Version[]> {
  const { table } = resource
  if (!table || checkId(resource, id)) throw notFound()
  const columns = Object.entries(getTableColumns(table))
  const list = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  const name = sql.identifier(getTableName(table))
  const rows = await run<Record<string, unknown>>(
    client,
    sql`
      select ${list}, null::timestamptz as retracted_at, null as retracted_by, null as retraction_reason from public.${name} where id = ${id}
      union all
      select ${list}, retracted_at, retracted_by, retraction_reason from history.${name} where id = ${id}
      order by version desc, recorded_at desc`,
  )
  if (rows.length === 0) throw notFound()
  return rows.map((row) => ({
    version: row.version as number,
    recordedAt: row.recorded_at as string,
    recordedBy: row.recorded_by as string,
    retractedAt: row.retracted_at as string | null,
    retractedBy: row.retracted_by as string | null,
    reason: row.retraction_reason as string | null,
    values: Object.fromEntries(columns.filter(([key]) => isOwn(key)).map(([key, column]) => [key, told(row[column.name])])),
  }))
}

const isOwn = (key: string) => !['recordedAt', 'recordedBy', 'version'].includes(key)
const told = (value: unknown) => (value === 'infinity' ? null : value)
