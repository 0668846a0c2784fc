import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { requestRole, requestRoles, scopedRole } from './clocks.ts'
import { columnOf, type Resource, type Sight } from './defineResource.ts'
import { asOf, knownAt } from './rowParts.ts'

/**
 * Who sees which rows, as policies of the tables and of their twins in `history`. A user who may see all of everything asks as
 * `requestRole`, whose policies hold for every row and cost nothing; anybody else as `scopedRole`. The owner, with whose rights
 * triggers and the views below run, has no policies (decision 0023). The door sets the sight
 * (`app.sight`): by group of registers, the scopes of the roles that read it; under `acting`, those of the roles that
 * may do the write that is asked. Where nothing was set there is nothing to see.
 */
export const sightScript = (resources: readonly Resource[]) =>
  [
    'create schema sight',
    housed,
    ...resources.flatMap(({ table }) => (table ? [keysOf(table)] : [])),
    ...viewsOf(resources),
    `grant usage on schema sight to ${requestRoles.join(', ')}`,
    `grant select on all tables in schema sight to ${requestRoles.join(', ')}`,
    ...resources.flatMap((resource) => (resource.table ? policiesOf(resource, resource.table, resources) : [])),
  ].join(';\n')

interface Scoped extends Resource {
  table: PgTable
  sight: Exclude<Sight, 'everybody'>
}

const isScoped = (resource: Resource): resource is Scoped =>
  resource.table !== undefined && resource.sight !== undefined && resource.sight !== 'everybody'

/** The sight of a write, beside those of the groups. */
const acting = 'acting'

/** What the policies are written with. */
export const sightFunctions = [
  // The scopes of a kind that are in sight, for the registers of a group.
  `create or replace function app.scopes(of text, kind text) returns text[] language sql stable parallel safe as $$
  select array(select jsonb_array_elements_text(nullif(pg_catalog.current_setting('app.sight', true), '')::jsonb -> of -> kind))
$$`,
  `create or replace function app.sees_all(of text) returns boolean language sql stable parallel safe as $$
  select coalesce((nullif(pg_catalog.current_setting('app.sight', true), '')::jsonb -> of ->> 'all')::boolean, false)
$$`,
  // Whether it was said in which roles something is written, and the user has one of them.
  `create or replace function app.acts() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.sight', true), '')::jsonb ? 'acting', false)
$$`,
  // The comuni of the UOG that are in sight, outside Milano, where they are not divided by comune.
  `create or replace function app.comuni_around(of text) returns text[] language sql stable parallel safe as $$
  select array(
    select comune_id::text from known.uog_comuni
    where uog_id = any (app.scopes(of, 'uog')) and valid_from <= app.as_of() and valid_to > app.as_of())
$$`,
  // The first day of which something is asked: the day itself or, where a figure is told on many, any before it.
  `create or replace function app.since() returns date language sql stable parallel safe as $$
  select case when pg_catalog.current_setting('app.many_days', true) = 'on' then '-infinity' else app.as_of() end
$$`,
  // What is kept beside a record of any register is seen by whoever sees that.
  `create or replace function app.sees_record(register text, id text) returns boolean language plpgsql stable as $$
declare
  found_there boolean;
begin
  execute format('select exists (select from known.%I where id::text = $1)', replace(register, '-', '_')) into found_there using id;
  return found_there;
end $$`,
].join(';\n')

/** Of a record that has a comune, perhaps a building, and perhaps a UOG of its own: as `placeOfBuildingOrComune` tells them. */
export function byBuildingOrComune(table: string, ownUog = false): Sight {
  const isOfNoOther = ownUog ? `${table}.uog_id is null and ` : ''
  return {
    where: [
      ...(ownUog ? [`${table}.uog_id = any (:uogs)`] : []),
      ownUog
        ? `exists (select from :in_buildings s where s.id = ${table}.building_id and (${table}.uog_id is null or s.comune_id = any (:comuni)))`
        : `exists (select from :in_buildings s where s.id = ${table}.building_id)`,
      `${table}.building_id is null and ${table}.comune_id = any (:comuni)`,
      `${isOfNoOther}${table}.comune_id = any (:around) and not exists (select from sight.buildings_of_uogs s where s.id = ${table}.building_id)`,
    ].join('\n      or '),
  }
}

const spans = (condition: string) => `
  select subject as id, uog_id, comune_id from journal.buildings_spans
  where valid_from <= ${asOf} and valid_to > (select app.since()) and recorded_at <= ${knownAt} and retracted_at > ${knownAt}
    and ${condition}`

/** The buildings that are of a UOG. */
const housed = `create view sight.buildings_of_uogs as ${spans('uog_id is not null')}`

const keysName = (table: string) => `sight.keys_of_${table}`

/**
 * What the rows of a table refer to, also where they are out of sight: a policy that looks at another table would else be
 * under that one's policies, which may look back.
 */
function keysOf(table: PgTable) {
  const name = getTableName(table)
  const keys = Object.values(getTableColumns(table)).flatMap((column) =>
    column.name === 'id' || column.name.endsWith('_id') ? [column.name] : [],
  )
  const read = (schema: string) => `select ${keys.join(', ')} from ${schema}.${name} where recorded_at <= ${knownAt}`
  return `create view ${keysName(name)} as ${read('public')} union all ${read('history')} and retracted_at > ${knownAt}`
}

const viewName = (table: string, of: string) => `sight.${table}_${of}`

/** What refers to the scopes and to the records in sight, in a condition. */
const spoken = (condition: string, of: string) =>
  condition
    .replaceAll(':uogs', `(select app.scopes('${of}', 'uog'))::text[]`)
    .replaceAll(':comuni', `(select app.scopes('${of}', 'comune'))::char(6)[]`)
    .replaceAll(':around', `(select app.comuni_around('${of}'))::char(6)[]`)
    .replaceAll(':programmes', `(select app.scopes('${of}', 'programme'))::uuid[]`)
    .replaceAll(':bodies', `(select app.scopes('${of}', 'body'))::uuid[]`)
    .replaceAll(/:in_(\w+)/g, (_, table: string) => viewName(table, of))
    .replaceAll(/:keys_of_(\w+)/g, (_, table: string) => keysName(table))

function conditionOf({ name, table, sight, fields }: Scoped, resources: readonly Resource[]): string {
  if ('where' in sight) return sight.where
  const field = fields[sight.with]
  const other = field?.kind === 'reference' ? resources.find((resource) => resource.name === field.to) : undefined
  if (!other?.table) throw new Error(`${name} is seen with ${sight.with}, which refers to no register.`)
  const parent = getTableName(other.table)
  return `exists (select from :in_${parent} s where s.id = ${getTableName(table)}.${columnOf(sight.with)})`
}

/** The records that others are seen with, for whoever asks; they are read with the rights of their owner, past their own policies. */
function viewsOf(resources: readonly Resource[]): string[] {
  const views = new Map<string, string>()
  const add = (condition: string, of: string) => {
    for (const [, table = ''] of condition.matchAll(/:in_(\w+)/g)) {
      const name = viewName(table, of)
      if (views.has(name)) continue
      const parent = resources.find((one): one is Scoped => isScoped(one) && getTableName(one.table) === table)
      if (!parent) throw new Error(`Nothing is seen with ${table}: it is in everybody's sight.`)
      const own = conditionOf(parent, resources)
      if (table !== 'buildings') add(own, of)
      views.set(
        name,
        `create view ${name} as ${
          table === 'buildings'
            ? spoken(spans('(uog_id = any (:uogs) or comune_id = any (:comuni))'), of)
            : `select id from ${keysName(table)} ${table} where ${spoken(own, of)}`
        }`,
      )
    }
  }
  for (const resource of resources) {
    if (isScoped(resource)) for (const of of [resource.group, acting]) add(conditionOf(resource, resources), of)
  }
  return [...views.values()]
}

const seenBy = (of: string, condition: string) => `(select app.sees_all('${of}')) or (${spoken(condition, of)})`

/** The policies of a table in the journal of a register: by place. */
export const policiesOfPlace = (table: string, { group }: Pick<Resource, 'group'>) => `
    alter table ${table} enable row level security;
    create policy everything on ${table} to ${requestRole} using (true);
    create policy in_sight on ${table} to ${scopedRole}
      using (${seenBy(group, 'uog_id = any (:uogs) or comune_id = any (:comuni)')});`

/**
 * Of what is seen with its building, and so leaves sight and enters it on a day: by what a row tells of its place on a day,
 * where many are asked at once.
 */
export function sightOnEachDay({ fields, group }: Resource) {
  const own = ['uogId', 'comuneId']
  // What tells a neighbourhood has the place of a building.
  if (!['neighbourhoodId', ...own].every((field) => field in fields)) return undefined
  return { fields: own, condition: seenBy(group, 'uog_id = any (:uogs) or comune_id = any (:comuni)') }
}

const writes = ['insert', 'update', 'delete'] as const

function policiesOf(resource: Resource, of: PgTable, resources: readonly Resource[]): string[] {
  const table = getTableName(of)
  const condition = isScoped(resource) ? conditionOf(resource, resources) : null
  const seen = condition === null ? 'true' : seenBy(resource.group, condition)
  const acted = condition === null ? '(select app.acts())' : seenBy(acting, condition)
  return [
    ...['public', 'history'].flatMap((schema) => [
      `alter table ${schema}.${table} enable row level security`,
      `drop policy if exists everything on ${schema}.${table}`,
      `create policy everything on ${schema}.${table} for select to ${requestRole} using (true)`,
      `drop policy if exists in_sight on ${schema}.${table}`,
      `create policy in_sight on ${schema}.${table} for select to ${scopedRole} using (${seen})`,
    ]),
    ...writes.flatMap((act) => [
      `drop policy if exists may_${act} on public.${table}`,
      `create policy may_${act} on public.${table} for ${act} to ${requestRoles.join(', ')} ${[
        ...(act === 'insert' ? [] : [`using (${acted})`]),
        ...(act === 'delete' ? [] : [`with check (${acted})`]),
      ].join(' ')}`,
    ]),
  ]
}
