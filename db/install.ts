import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { requestRoles } from './clocks.ts'
import { enterScript } from './enter.ts'
import { columnOf, type Resource } from './defineResource.ts'
import { journalScript } from './journal/journalScript.ts'
import { knownAt } from './rowParts.ts'
import { isOfTable, rowsOf } from './rowsOf.ts'
import { sightFunctions, sightScript } from './sight.ts'

/**
 * What follows from the declarations and is written nowhere else, as one idempotent script: for every table its twin in
 * `history`, its trigger, the view that unites the two, its span constraint; for every resource its read view, over the
 * tables and over what was known; and what the request role may touch.
 */
export function installScript(resources: readonly Resource[]) {
  const tables = resources.flatMap(({ table }) => (table ? [table] : []))
  return [
    'set local search_path = public',
    'drop schema if exists live, replay, sight, known, versions cascade',
    'create schema live; create schema replay; create schema known; create schema versions',
    ...tables.map(twin),
    ...resources.flatMap(spanConstraint),
    ...resources.flatMap(openingOrder),
    ...readViews('live', 'public', resources),
    ...readViews('replay', 'known, public', resources),
    sightFunctions,
    journalScript(resources),
    sightScript(resources),
    enterScript,
    grants(tables),
  ].join(';\n')
}

const named = (table: PgTable) => {
  const name = getTableName(table)
  return {
    name,
    columns: Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      optional: !column.notNull,
    })),
  }
}

function twin(table: PgTable) {
  const { name, columns } = named(table)
  const list = columns.map((column) => `"${column.name}"`).join(', ')
  const referring = columns.map((column) => column.name).filter((column) => column.endsWith('_id'))
  return `
create table if not exists history.${name} (
  like public.${name}, retracted_at timestamptz not null, retracted_by text not null, retraction_reason text);
${columns.map((column) => `alter table history.${name} add column if not exists "${column.name}" ${column.type}`).join(';\n')};
${columns
  .filter(({ optional }) => optional)
  .map((column) => `alter table history.${name} alter column "${column.name}" drop not null`)
  .join(';\n')};
create index if not exists ${name}_id_idx on history.${name} (id);
create index if not exists ${name}_retracted_at_idx on history.${name} (retracted_at);
${referring.map((column) => `create index if not exists ${name}_${column}_idx on history.${name} ("${column}")`).join(';\n')};
select app.watch('${name}');
do $$ begin
  if exists (select from public.${name}) and not exists (select from app.protocol_rows where register = '${name}') then
    perform app.attest('${name}');
  end if;
end $$;
create view versions.${name} with (security_invoker = true) as
  select ${list}, 'infinity'::timestamptz as retracted_at from public.${name}
  union all
  select ${list}, retracted_at from history.${name};
create view known.${name} with (security_invoker = true) as
  select ${list} from versions.${name}
  where recorded_at <= ${knownAt} and retracted_at > ${knownAt}`
}

/**
 * Spans of one subject never overlap. The constraint's index says it holds only some rows, though it holds all, so that no
 * query takes it for the one below, which answers five times faster.
 */
function spanConstraint({ table, span }: Resource) {
  if (!table || !span) return []
  const name = getTableName(table)
  const [subject, from, to] = [span.subject, span.from, span.to].map(columnOf)
  return [
    `
do $$ begin
  if not exists (select from pg_constraint where conname = '${name}_no_overlap') then
    alter table public.${name} add constraint ${name}_no_overlap
      exclude using gist (${subject} with =, daterange(${from}, ${to}) with &&) where (${to} > ${from});
    alter table public.${name} add constraint ${name}_ends_after_it_starts check (${to} > ${from});
  end if;
end $$`,
    `create index if not exists ${name}_${subject}_spans on public.${name} (${subject}, ${to})`,
  ]
}

/** The order in which a long list opens has an index, so that its first page is not a sort of the whole. */
function openingOrder(resource: Resource) {
  const { table, sort, fields } = resource
  const isFound = table && fields[sort]?.kind === 'text' && isOfTable(resource, [sort])
  const column = isFound ? getTableColumns(table)[sort]?.name : undefined
  if (!table || !column) return []
  const name = getTableName(table)
  return ['public', 'history'].map(
    (schema) =>
      `create index if not exists ${name}_${column}_order on ${schema}.${name} ((app.one_apostrophe(${column})) collate app.as_people_read, id)`,
  )
}

function readViews(schema: string, path: string, resources: readonly Resource[]) {
  return [
    `set local search_path = ${path}`,
    ...resources.map((resource) => view(`${schema}.${resource.view}`, told(resource))),
    'set local search_path = public',
  ]
}

const view = (name: string, rows: string) => `create view ${name} with (security_invoker = true) as ${rows}`

/** What whoever reads with psql sees of a resource: its fields, as they are told. */
const told = (resource: Resource) =>
  `select ${Object.keys(resource.fields)
    .map((field) => `"${columnOf(field)}"`)
    .join(', ')} from (${rowsOf(resource)}) told`

function grants(tables: readonly PgTable[]) {
  const written = tables.map((table) => `public.${getTableName(table)}`).join(', ')
  const roles = requestRoles.join(', ')
  return `
grant usage on schema app, public, history, versions, known, live, replay, journal to ${roles};
grant select on app.settings, app.protocol to ${roles};
grant select (number, register, id, version, recorded_at, retracted, digest) on app.protocol_rows to ${roles};
grant select, insert, update, delete on ${written} to ${roles};
grant select on all tables in schema history, versions, known, live, replay, journal to ${roles}`
}
