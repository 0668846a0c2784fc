import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'
import type { Transaction } from '../../db/transaction.ts'
import type { Resource } from '../../db/defineResource.ts'
import { isOfTable } from '../../db/rowsOf.ts'
import { forbidden } from '../auth/permits.ts'
import { notFound, Refusal } from '../http/errors.ts'
import { checkId } from '../http/fieldValues.ts'
import { type ChangeInLife, keepFormer, refusedForItsDay } from './changesInLife.ts'
import { findRow, type Row } from './readRows.ts'

/** Statements as drizzle writes them, in the transaction of the request. */
export const orm = (client: Transaction) => drizzle(client as unknown as PoolClient)

/** The seam between declarations and drizzle's types: a resource's table has an `id` and a `version`, like all of ours. */
export function tableOf(resource: Resource) {
  if (!resource.table || resource.readOnly) {
    throw new Refusal(405, `${resource.label.many}: elenco di sola lettura, i dati si modificano dove nascono.`)
  }
  return resource.table as PgTable & { id: Parameters<typeof eq>[0]; version: Parameters<typeof eq>[0] }
}

export async function insertRow(client: Transaction, resource: Resource, values: Record<string, unknown>): Promise<Row> {
  const table = tableOf(resource)
  const [created] = await orm(client)
    .insert(table)
    .values(values)
    .returning({ id: table.id as never })
  return findRow(client, resource, (created as { id: string }).id)
}

interface Change {
  id: string
  ifMatch: string | undefined
  values: Record<string, unknown>
  /** Absent when what stood was wrong. */
  inLife?: ChangeInLife | undefined
}

/**
 * Applies a change to the version the caller has seen; any other version is a 409 that carries the present record. The change
 * and the record after it are one message: writers pass the door one by one, so that what one has found nobody else changes.
 */
export const updateRow = async (client: Transaction, resource: Resource, change: Change) => update(client, resource, change, null)

/**
 * A change that is all of its transaction: the commit is in the message as well, so that the next writer waits for nobody's
 * answer. What changes nothing commits nothing. Where a change could hide its record, the record is seen before it stands.
 */
export const updateRowAlone = async (client: Transaction, resource: Resource, change: Change) =>
  update(client, resource, change, isOfTable(resource, ['id']) ? 'commit' : null)

async function update(
  client: Transaction,
  resource: Resource,
  { id, ifMatch, values, inLife }: Change,
  ending: 'commit' | null,
): Promise<Row> {
  const table = tableOf(resource)
  if (checkId(resource, id)) throw notFound()
  const seen = versionOf(needed(ifMatch))
  const isSeen = and(eq(table.id, id), sql`${table.version} = ${seen}`)
  const [kept, changed, found, ended] = await Promise.allSettled([
    inLife && keepFormer(client, resource, id, seen, inLife),
    Object.keys(values).length > 0 ? asked(client, orm(client).update(table).set(values).where(isSeen)) : null,
    findRow(client, resource, id),
    ending && client.end(ending),
  ])
  if (inLife && kept.status === 'rejected') throw refusedForItsDay(kept.reason, inLife)
  for (const step of [changed, ended]) if (step.status === 'rejected') throw step.reason
  if (found.status === 'rejected') throw found.reason
  const isChanged = changed.status === 'fulfilled' && changed.value?.rowCount === 1
  if (!isChanged && found.value.version !== seen) throw changedSince(found.value)
  if (!isChanged && Object.keys(values).length > 0) throw outside()
  return found.value
}

/** A record that is seen and may not be written, since it is in no scope of a role that may. */
const outside = () => forbidden('Il record è fuori dal proprio ambito: si può leggere, non modificare.')

/** Of a record that was not found to be written: whether it is there to be seen. */
export async function outOfReach(client: Transaction, resource: Resource, id: string): Promise<Refusal> {
  await findRow(client, resource, id)
  return outside()
}

/** Asks a statement at once, so that others can follow it in the same message. */
async function asked(client: Transaction, statement: { toSQL(): { sql: string; params: unknown[] } }) {
  const { sql: text, params } = statement.toSQL()
  return client.query(text, params)
}

export async function deleteRow(client: Transaction, resource: Resource, id: string, ifMatch: string | undefined) {
  const table = tableOf(resource)
  await lockVersion(client, resource, id, ifMatch)
  await requireReason(client)
  await orm(client).delete(table).where(eq(table.id, id))
}

/** What is taken away says why, and the history keeps it. */
export async function requireReason(client: Transaction) {
  const { rows } = await client.query<{ reason: string }>(`select current_setting('app.reason') as reason`)
  if (!rows[0]?.reason.trim()) {
    throw new Refusal(422, 'Per eliminare un record serve il motivo.', { reason: ['Il motivo è obbligatorio.'] })
  }
}

/** Holds the record until the transaction ends, once its version is the one the caller has seen. */
export async function lockVersion(client: Transaction, resource: Resource, id: string, ifMatch: string | undefined) {
  const table = tableOf(resource)
  if (checkId(resource, id)) throw notFound()
  const version = needed(ifMatch)
  const [held] = await orm(client)
    .select({ version: sql<number>`${table.version}` })
    .from(table)
    .where(eq(table.id, id))
    .for('update')
  if (!held) throw await outOfReach(client, resource, id)
  await checkVersion(client, resource, id, version, held.version)
}

/** A write over what is there says which version it has seen. */
export function needed(ifMatch: string | undefined): string {
  if (ifMatch) return ifMatch
  throw new Refusal(428, 'Manca l’intestazione If-Match con la versione del record: rileggerlo e riprovare.')
}

/** The version that an ETag of ours tells; null for any other. */
const versionOf = (ifMatch: string) => {
  const [, digits] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(ifMatch) ?? []
  return digits === undefined ? null : Number(digits)
}

/** Any version but the one that stands is a 409 that carries the present record. */
export async function checkVersion(client: Transaction, resource: Resource, id: string, ifMatch: string, version: number) {
  if (versionOf(ifMatch) !== version) throw changedSince(await findRow(client, resource, id))
}

const changedSince = (current: Row) =>
  new Refusal(409, 'Il record è cambiato nel frattempo: confrontare le due versioni e salvare di nuovo.', undefined, { current })
