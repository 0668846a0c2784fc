import { existsSync, readFileSync } from 'node:fs'
import { getTableName } from 'drizzle-orm'
import type { ClientBase, Pool } from 'pg'
import { fingerprint, knownMigrations, type Prepared } from './installed.ts'
import { resources } from './resources.ts'
import { StartupError } from './StartupError.ts'

interface Snapshot {
  tables: Record<string, SnapshotTable>
}

interface SnapshotTable {
  name: string
  schema: string
  columns: Record<string, { primaryKey: boolean }>
  foreignKeys: Record<string, unknown>
  compositePrimaryKeys: Record<string, unknown>
  uniqueConstraints: Record<string, unknown>
  checkConstraints: Record<string, unknown>
  indexes: Record<string, { isUnique: boolean }>
}

/** In the order in which one rests on another: what lacks first is why others lack. */
const kinds = ['table', 'primary key', 'constraint', 'index', 'trigger', 'trigger function'] as const
type Kind = (typeof kinds)[number]

interface Part {
  kind: Kind
  schema: string
  table: string
  name: string
}

/**
 * Refuses a database that lacks a table, a key, a constraint, a twin or a trigger of those its own last migration left, as
 * after a restore that half succeeded: nothing would stop it from keeping what is wrong. One question to the catalog.
 */
export async function checkWhole(pool: Pool | ClientBase, { migrations, installed }: Prepared): Promise<void> {
  const last = knownMigrations.filter(({ when }) => migrations.includes(when)).at(-1)
  if (!last) return
  const parts = [
    ...ofEveryDatabase,
    ...snapshotTables(last.tag).flatMap((table) => partsOf(table, triggersAt(last.tag))),
    ...(installed?.fingerprint === fingerprint ? spans() : []),
  ].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  const { rows } = await pool.query<Part>(firstLacking, [JSON.stringify(parts)])
  const [lacking] = rows
  if (!lacking) return
  throw new StartupError(
    `Nel database manca ${inWords(lacking)}: senza, i dati non sono protetti. Succede dopo un ripristino riuscito a metà: tornare con npm run restore a una copia intera.`,
  )
}

const ofEveryDatabase: Part[] = [
  { kind: 'primary key', schema: 'app', table: 'settings', name: '' },
  { kind: 'primary key', schema: 'drizzle', table: '__drizzle_migrations', name: '' },
]

/** The tables as drizzle-kit has written them down beside each migration. */
function snapshotTables(tag: string): SnapshotTable[] {
  const file = new URL(`./migrations/meta/${tag.slice(0, 4)}_snapshot.json`, import.meta.url)
  return existsSync(file) ? Object.values((JSON.parse(readFileSync(file, 'utf8')) as Snapshot).tables) : []
}

/** What keeps the history of a table; until the protocol, one trigger did. */
const triggersAt = (tag: string) =>
  tag < '0023' ? ['keep_history'] : ['open_entry', 'dated_by_entry', 'keep_inserted', 'keep_updated', 'keep_deleted']

function partsOf({ name: table, schema: named, ...told }: SnapshotTable, triggers: readonly string[]): Part[] {
  const schema = named || 'public'
  const part =
    (kind: Kind) =>
    (name: string): Part => ({ kind, schema, table, name })
  const hasKey =
    Object.values(told.columns).some(({ primaryKey }) => primaryKey) || Object.keys(told.compositePrimaryKeys).length > 0
  const constraints = { ...told.foreignKeys, ...told.uniqueConstraints, ...told.checkConstraints }
  const unique = Object.keys(told.indexes).filter((name) => told.indexes[name]?.isUnique)
  return [
    part('table')(''),
    ...(hasKey ? [part('primary key')('')] : []),
    ...Object.keys(constraints).map(part('constraint')),
    ...unique.map(part('index')),
    ...(schema === 'public' ? [...triggers.map(part('trigger')), { ...part('table')(''), schema: 'history' }] : []),
  ]
}

const spans = () =>
  resources.flatMap(({ table, span }): Part[] => {
    if (!table || !span) return []
    const name = getTableName(table)
    return [{ kind: 'constraint', schema: 'public', table: name, name: `${name}_no_overlap` }]
  })

// Postgres cuts names at 63 bytes.
const firstLacking = `
  select part.*
  from rows from (jsonb_to_recordset($1::jsonb) as (kind text, schema text, "table" text, name text))
    with ordinality as part (kind, schema, "table", name, place)
  left join pg_namespace n on n.nspname = part.schema
  left join pg_class c on c.relnamespace = n.oid and c.relname = left(part."table", 63) and c.relkind in ('r', 'p')
  where not case part.kind
    when 'table' then c.oid is not null
    when 'primary key' then exists (select from pg_constraint where conrelid = c.oid and contype = 'p')
    when 'constraint' then exists (select from pg_constraint where conrelid = c.oid and conname = left(part.name, 63) and convalidated)
    when 'index' then exists (
      select from pg_index i join pg_class made on made.oid = i.indexrelid
      where i.indrelid = c.oid and made.relname = left(part.name, 63) and i.indisvalid)
    when 'trigger' then exists (select from pg_trigger where tgrelid = c.oid and tgname = part.name and tgenabled in ('O', 'A'))
  end
  union all
  select 'trigger function', nspname, '', proname, null from pg_proc p join pg_namespace on pg_namespace.oid = pronamespace
  where nspname = 'app' and prorettype = 'trigger'::regtype
    and not exists (select from pg_trigger where tgfoid = p.oid and tgenabled in ('O', 'A'))
  order by place limit 1`

function inWords({ kind, schema, table, name }: Part): string {
  const where = schema === 'public' ? `«${table}»` : `«${schema}.${table}»`
  switch (kind) {
    case 'table':
      return `la tabella ${where}`
    case 'primary key':
      return `la chiave primaria di ${where}`
    case 'constraint':
      return `il vincolo «${name}» di ${where}`
    case 'index':
      return `l'indice unico «${name}» di ${where}`
    case 'trigger':
      return `il trigger «${name}» di ${where}`
    case 'trigger function':
      return `ogni trigger che chiama «${schema}.${name}»`
  }
}
