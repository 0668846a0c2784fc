import type { Pool, PoolClient } from 'pg'

/** An entry as it was noted elsewhere: its number, and its digest in hexadecimal. */
export interface NotedEntry {
  number: number
  digest: string
}

export interface LastEntry extends NotedEntry {
  recordedAt: string
}

/** Where the protocol is not whole: from which number on, and what was found there. */
export interface Fault {
  number: number
  what: 'missing entry' | 'changed entry' | 'other entry' | 'lost attestation' | 'changed row' | 'missing row' | 'unknown row'
  /** Of a row: its table, its record, its version, and whether it is one that history keeps. */
  row: { register: string; id: string; version: number; retracted: boolean } | null
}

export interface Verdict {
  last: LastEntry | null
  /** The first of each kind, in the order of their numbers. */
  faults: Fault[]
}

/**
 * Walks the chain of the protocol and holds every row to its seal; changes nothing. What was cut off at the end, or chained
 * again from somewhere on, is seen only against an entry that was noted before.
 */
export async function verifyProtocol(pool: Pool, noted: NotedEntry | null = null): Promise<Verdict> {
  const client = await pool.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; set local timezone = 'UTC'`)
    // Everything is compared with everything: nothing is looked up one by one.
    await client.query('set local enable_nestloop = off; set local statement_timeout = 0')
    const last = await lastEntry(client)
    const faults = [
      ...(await first(client, chainFaults)),
      ...(await first(client, lostAttestations)),
      ...(await first(client, rowFaults(await registersOf(client)))),
      ...(noted ? await otherThanNoted(client, noted) : []),
    ]
    return { last, faults: faults.toSorted((one, other) => one.number - other.number) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Whether the database is of a version that keeps a protocol. */
export async function hasProtocol(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(`select from pg_class where oid = to_regclass('app.protocol')`)
  return rows.length > 0
}

async function lastEntry(client: PoolClient): Promise<LastEntry | null> {
  const { rows } = await client.query<LastEntry>(`
    select number, recorded_at as "recordedAt", encode(digest, 'hex') as digest from app.protocol order by number desc limit 1`)
  return rows[0] ?? null
}

async function first(client: PoolClient, query: string): Promise<Fault[]> {
  const { rows } = await client.query<Fault>(`select distinct on (what) * from (${query}) faults order by what, number`)
  return rows
}

/** Entries that are missing before another, or are not what their digest says after the one before. */
const chainFaults = `
  select case when gap then coalesce(before, 0) + 1 else number end as number,
    case when gap then 'missing entry' else 'changed entry' end as what, null::jsonb as row
  from (
    select number, before, number <> coalesce(before, 0) + 1 as gap,
      digest is distinct from app.linked(coalesce(digest_before, ''), content) or recorded_at <= earlier as changed
    from (
      select *, lag(number) over chain as before, lag(digest) over chain as digest_before, lag(recorded_at) over chain as earlier
      from app.protocol join app.contents using (number) window chain as (order by number)
    ) entries
  ) linked
  where gap or changed`

const lostAttestations = `
  select attested.number, 'lost attestation' as what, ${toldRow('attested')} as row
  from app.protocol_rows attested left join app.protocol entry using (number) where entry.number is null`

/** Rows without a seal, seals without a row, and rows that are not what their latest seal says. */
const rowFaults = (registers: string[]) => `
  with told as (${registers.flatMap((name) => [contentOf('public', name), contentOf('history', name)]).join(' union all ')}),
  latest as (
    select distinct on (register, id, version, recorded_at, retracted) * from app.protocol_rows
    order by register, id, version, recorded_at, retracted, number desc
  ),
  -- What was taken away stands in history only.
  standing as (
    select * from (
      select *, bool_or(retracted) over (partition by register, id, version, recorded_at) as taken from latest
    ) versions
    where retracted or not taken
  ),
  compared as (
    select *, case
      when digest is null then 'unknown row'
      when content is null then 'missing row'
      when digest is distinct from app.seal(salt, content) then 'changed row'
    end as what
    from told full join standing using (register, id, version, recorded_at, retracted)
  )
  select coalesce(number, ${entryAt}) as number, what, ${toldRow('compared')} as row from compared where what is not null`

/** What nobody protocolled would have been of the entry of its instant, or of the next. */
const entryAt = `(select coalesce(min(number), (select count(*) from app.protocol)) from app.protocol p where p.recorded_at >= compared.recorded_at)`

function contentOf(schema: 'public' | 'history', name: string) {
  return `select '${name}' as register, ${schema === 'history'} as retracted, id::text as id, version, recorded_at, to_jsonb(t) as content
    from ${schema}."${name}" t`
}

function toldRow(of: string) {
  return `jsonb_build_object('register', ${of}.register, 'id', ${of}.id, 'version', ${of}.version, 'retracted', ${of}.retracted)`
}

async function registersOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from app.registers order by name')
  return rows.map(({ name }) => name)
}

async function otherThanNoted(client: PoolClient, { number, digest }: NotedEntry): Promise<Fault[]> {
  const { rows } = await client.query<{ digest: string }>(
    `select encode(digest, 'hex') as digest from app.protocol where number = $1`,
    [number],
  )
  if (rows[0]?.digest === digest) return []
  return [{ number, what: rows[0] ? 'other entry' : 'missing entry', row: null }]
}
