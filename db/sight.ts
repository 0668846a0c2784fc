import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { requestRole, requestRoles, scopedRole } from './clocks.ts'
import { columnOf, type Resource, type Sight } from './defineResource.ts'
import { knownAt } from './rowParts.ts'

/**
 * Who sees which rows, as policies of the tables and of their twins in `history`. A user who may see all of everything asks as
 * `requestRole`, whose policies hold for every row and cost nothing; anybody else as `scopedRole`. The owner, with whose rights
 * triggers and what policies rest on run, has none (decision 0023). The door sets the sight (`app.sight`): by group of registers, the
 * scopes of the roles that read it; under `acting`, those of the roles in which something is written. Where nothing was set
 * there is nothing to see.
 */
export const sightScript = (resources: readonly Resource[]) =>
  [
    'create schema sight',
    placesScript,
    ...resources.flatMap(({ table }) => (table ? [keysOf(table)] : [])),
    ...idsOf(resources),
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
  // The scopes of places that are in sight, as places have them.
  `create or replace function app.scopes_of_places(of text) returns text[] language sql stable parallel safe as $$
  select array(select 'uog ' || key from unnest(app.scopes(of, 'uog')) key union all select 'comune ' || key from unnest(app.scopes(of, 'comune')) key)
$$`,
  // Days and instants as numbers, so that a stretch of both is a rectangle; what has no end is beyond whatever is asked about.
  `create or replace function app.day_number(day date) returns float8 language sql immutable parallel safe as $$
  select case when day = 'infinity' then 1e9 when day = '-infinity' then -1e9 else day - date '2000-01-01' end
$$`,
  `create or replace function app.instant_number(instant timestamptz) returns float8 language sql immutable parallel safe as $$
  select case when instant = 'infinity' then 1e18 when instant = '-infinity' then -1e18
    else extract(epoch from instant - timestamptz '2000-01-01 00:00:00+00') * 1e6 end
$$`,
  // The moments asked about: what is known now is what is never retracted.
  `create or replace function app.looked_at() returns box language sql stable parallel safe as $$
  select box(point(app.day_number(app.since()), known), point(app.day_number(app.as_of()), known))
  from (select least(app.instant_number(app.known_at()), 1e17) as known) known
$$`,
  // What is kept beside a record of any register is seen by whoever sees that.
  `create or replace function app.sees_record(register text, id text) returns boolean language plpgsql stable as $$
declare
  found_there boolean;
begin
  execute format('select exists (select from known.%I where id::text = $1)', replace(register, '-', '_')) into found_there using id;
  return found_there;
end $$`,
  // And written by whoever may write that: to hold a row is under the policy of changing it.
  `create or replace function app.acts_on_record(register text, id text) returns boolean language plpgsql as $$
declare
  held text;
begin
  execute format('select id::text from public.%I where id::text = $1 for update', replace(register, '-', '_')) into held using id;
  return held is not null;
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
      `${isOfNoOther}${table}.comune_id = any (:around) and not exists (select from :housed s where s.id = ${table}.building_id)`,
    ].join('\n      or '),
  }
}

/**
 * Where each building was, and of which UOG, as its spans in the journal tell, laid out for policies: a stretch of days, as known for a
 * stretch of time, is a rectangle, and who asks looks at a point of it, or where many days are asked about at a line. Its
 * scopes are in one array, so that who sees it is one comparison.
 */
const placesScript = `
drop table if exists journal.places;
create table journal.places (
  id uuid not null, valid_from date not null, recorded_at timestamptz not null, uog_id text, comune_id char(6) not null,
  life box not null, scopes text[] not null, primary key (id, valid_from, recorded_at));
create or replace function journal.place(span journal.buildings_spans) returns journal.places language sql stable as $$
  select span.subject, span.valid_from, span.recorded_at, span.uog_id, span.comune_id,
    box(point(app.day_number(span.valid_from), app.instant_number(span.recorded_at)),
      point(app.day_number(span.valid_to) - 1, app.instant_number(span.retracted_at) - 1)),
    array_remove(array['uog ' || span.uog_id, 'comune ' || span.comune_id], null)
$$;
create or replace function journal.keep_places() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'TRUNCATE' then
    truncate journal.places;
  else
    if tg_op <> 'INSERT' then
      delete from journal.places p where (p.id, p.valid_from, p.recorded_at) = (old.subject, old.valid_from, old.recorded_at);
    end if;
    if tg_op <> 'DELETE' then
      insert into journal.places select (journal.place(new)).*;
    end if;
  end if;
  return null;
end $$;
insert into journal.places select (journal.place(s)).* from journal.buildings_spans s;
analyze journal.places;
drop trigger if exists keep_places on journal.buildings_spans;
create trigger keep_places after insert or update or delete on journal.buildings_spans for each row execute function journal.keep_places();
drop trigger if exists empty_places on journal.buildings_spans;
create trigger empty_places after truncate on journal.buildings_spans for each statement execute function journal.keep_places();
create view sight.places as select id, uog_id, comune_id, life, scopes from journal.places;
revoke all on journal.places from ${requestRoles.join(', ')};
revoke execute on function journal.place(journal.buildings_spans), journal.keep_places() from public`

const places = (condition: string) =>
  `select id, uog_id, comune_id from sight.places where life && (select app.looked_at()) and ${condition}`

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

/** What refers to the scopes and to the records in sight, in a condition; `of` is the group, as SQL. */
const spoken = (condition: string, of: string) =>
  condition
    .replaceAll(':scopes', `(select app.scopes_of_places(${of}))`)
    .replaceAll(':uogs', `(select app.scopes(${of}, 'uog'))::text[]`)
    .replaceAll(':comuni', `(select app.scopes(${of}, 'comune'))::char(6)[]`)
    .replaceAll(':around', `(select app.comuni_around(${of}))::char(6)[]`)
    .replaceAll(':programmes', `(select app.scopes(${of}, 'programme'))::uuid[]`)
    .replaceAll(':bodies', `(select app.scopes(${of}, 'body'))::uuid[]`)
    .replaceAll(':in_buildings', `(${places('scopes && :scopes').replace(':scopes', `(select app.scopes_of_places(${of}))`)})`)
    .replaceAll(':housed', `(${places('uog_id is not null')})`)
    .replaceAll(/:ids_of_(\w+)/g, (_, table: string) => `app.${table}_in_sight(${of})`)
    .replaceAll(/:keys_of_(\w+)/g, (_, table: string) => keysName(table))

/** The register that the records of another are seen with. */
function parentOf({ name, sight, fields }: Scoped, resources: readonly Resource[]): Scoped | undefined {
  if ('where' in sight) return undefined
  const field = fields[sight.with]
  const parent = field?.kind === 'reference' ? resources.find((resource) => resource.name === field.to) : undefined
  if (!parent || !isScoped(parent))
    throw new Error(`${name} is seen with ${sight.with}, which refers to no register that is in somebody's sight.`)
  return parent
}

function conditionOf(resource: Scoped, resources: readonly Resource[]): string {
  const { sight, table } = resource
  const parent = parentOf(resource, resources)
  if (!parent || 'where' in sight) return 'where' in sight ? sight.where : 'false'
  const key = `${getTableName(table)}.${columnOf(sight.with)}`
  const seenWith = getTableName(parent.table)
  if (seenWith === 'buildings') return `exists (select from :in_buildings s where s.id = ${key})`
  // Of a unit, its building: there are too many to go through.
  if (seenWith === 'units')
    return `exists (select from :keys_of_units u join :in_buildings s on s.id = u.building_id where u.id = ${key})`
  return `${key} in (select :ids_of_${seenWith})`
}

/**
 * The records that others are seen with, for whoever asks, by group of registers. They are read with the rights of the owner, past their
 * own policies, and planned once: a policy that looked at their tables would be planned anew with every question.
 */
const idsOf = (resources: readonly Resource[]) => {
  const parents = new Set(resources.flatMap((resource) => (isScoped(resource) ? (parentOf(resource, resources) ?? []) : [])))
  return [...parents].flatMap((parent) => {
    const table = getTableName(parent.table)
    if (table === 'buildings' || table === 'units') return []
    return `
create or replace function app.${table}_in_sight(registers text) returns setof uuid language plpgsql stable security definer
set search_path = public as $$
begin
  return query select ${table}.id from ${keysName(table)} ${table} where ${spoken(conditionOf(parent, resources), 'registers')};
end $$`
  })
}

const seenBy = (of: string, condition: string) => `(select app.sees_all('${of}')) or (${spoken(condition, `'${of}'`)})`

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
  const { sight } = resource
  const written = typeof sight === 'object' && 'where' in sight ? (sight.writes ?? condition) : condition
  const acted = `(select app.acts())${written === null ? '' : ` and (${seenBy(acting, written)})`}`
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
