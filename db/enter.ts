import { access, levels } from './access.ts'
import { requestRole, scopedRole } from './clocks.ts'
import { scopeKinds } from './scopes.ts'

/** SQLSTATE of a question whose token opens no session. */
export const noSession = 'BA401'

/** SQLSTATE of a question to a database that another version has prepared since this program started. */
export const otherVersion = 'BA503'

const today = `(now() at time zone 'Europe/Rome')::date`

const isValid = `g.valid_from <= ${today} and g.valid_to > ${today}`

const groups = Object.keys(access)
  .map((group) => `('${group}')`)
  .join(', ')

const scopes = Object.keys(scopeKinds)
  .filter((kind) => kind !== 'agency')
  .map((kind) => `'${kind}', jsonb_agg(distinct key) filter (where kind = '${kind}')`)
  .join(', ')

/**
 * The one door into the database. `app.look` sets clocks, author, path, sight and role of the transaction it is called in, opens
 * its entry of the protocol when it is to write, and answers its moments; without a sight, it is the program that asks, and sees
 * everything. `app.enter` does so for the user of a session, or ends the question: there is no other place where
 * scopes are read. Sessions are checked by `app.admit` alone, at every request: one that is ended is ended at the next.
 * `app.enter_feed` lets in a calendar that reads for a user, who may be signed out: its address is checked by whoever asks.
 */
export const enterScript = `
drop function if exists app.enter(text, date, timestamptz, text, text, boolean);
drop function if exists app.enter(text, date, timestamptz, text, text, boolean, boolean, text[]);
drop function if exists app.look(text, date, timestamptz, text, text, boolean);
drop function if exists app.look(text, date, timestamptz, text, text, boolean, jsonb);
drop function if exists app.admit(text);
create or replace function app.is_whole(sight jsonb) returns boolean language sql immutable as $$
  select not exists (select from (values ${groups}) every (name) where not coalesce((sight -> name ->> 'all')::boolean, false))
$$;

create or replace function app.sight_of(of_user text, counting boolean, acting text[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(name, sight), '{}') from (
    select name, jsonb_strip_nulls(jsonb_build_object('all', bool_or(kind = 'agency'), ${scopes})) as sight
    from (
      select l.name, g.kind, g.key
      from auth.grants g join (values ${levels}) l (name, role, level) using (role)
      where g.user_id = of_user and ${isValid} and (counting or l.level <> 'counts')
      union all
      select 'acting', kind, key from auth.grants g where g.user_id = of_user and ${isValid} and role = any (acting)
    ) given
    group by name
  ) each_one
$$;

create function app.admit(token text) returns table (id text, name text, email text, roles text[], "agencyRoles" text[], "seesAll" boolean, "feedSerial" integer)
language plpgsql stable as $$
begin
  return query select u.id, u.name, u.email, array(
      select distinct g.role from auth.grants g where g.user_id = u.id and ${isValid} order by 1), array(
      select distinct g.role from auth.grants g where g.user_id = u.id and ${isValid} and g.kind = 'agency' order by 1),
      app.is_whole(app.sight_of(u.id, false, '{}')), u.feed_serial
    from auth.session s join auth."user" u on u.id = s.user_id where s.token = admit.token and s.expires_at > clock_timestamp();
  if not found then
    raise exception 'no session' using errcode = '${noSession}';
  end if;
end $$;

create function app.look(author text, as_of date, known_at timestamptz, origin text, reason text, writes boolean, sight jsonb default null)
returns table ("asOf" date, "knownAt" timestamptz, entry text, "seesAll" boolean) language plpgsql as $$
declare
  sees_all constant boolean := sight is null or app.is_whole(sight);
begin
  perform set_config('app.as_of', coalesce(as_of::text, ''), true), set_config('app.known_at', coalesce(known_at::text, ''), true),
    set_config('app.author', author, true), set_config('app.origin', origin, true), set_config('app.reason', coalesce(reason, ''), true),
    set_config('app.sight', coalesce(sight, '{"acting": {"all": true}}')::text, true),
    set_config('search_path', case when known_at is null then 'live, public' else 'replay, known, public' end, true);
  if writes then
    perform app.open_entry();
  end if;
  return query
    select app.as_of(), coalesce(look.known_at, last.recorded_at, pg_catalog.now()), last.number || ':' || encode(last.digest, 'hex'), sees_all
    from (values (1)) as one left join lateral (select * from app.protocol order by number desc limit 1) as last on true;
  perform set_config('role', case when sees_all then '${requestRole}' else '${scopedRole}' end, true);
end $$;

create function app.enter(
  token text, as_of date, known_at timestamptz, origin text, reason text, writes boolean, counting boolean, acting text[])
returns table ("asOf" date, "knownAt" timestamptz, entry text, "seesAll" boolean, id text, name text, email text, roles text[],
  "agencyRoles" text[], sight jsonb, "feedSerial" integer)
language plpgsql as $$
declare
  found_there record;
  seen jsonb;
begin
  select * into found_there from app.admit(token);
  seen := app.sight_of(found_there.id, counting, acting);
  return query
    select l.*, found_there.id, found_there.name, found_there.email, found_there.roles, found_there."agencyRoles", seen, found_there."feedSerial"
    from app.look(found_there.email, as_of, known_at, origin, reason, writes, seen) l;
end $$;

drop function if exists app.enter_feed(text, date, timestamptz, text, text, boolean);
create function app.enter_feed(of_user text, as_of date, known_at timestamptz, origin text, reason text, writes boolean)
returns table ("asOf" date, "knownAt" timestamptz, entry text, "seesAll" boolean, id text, "feedSerial" integer) language plpgsql as $$
declare
  found_there record;
begin
  select u.id, u.feed_serial into found_there from auth."user" u where u.id = of_user;
  if not found or writes then
    raise exception 'no feed' using errcode = '${noSession}';
  end if;
  return query
    select l.*, found_there.id, found_there.feed_serial
    from app.look('calendario', as_of, known_at, origin, reason, false, app.sight_of(found_there.id, false, '{}')) l;
end $$`
