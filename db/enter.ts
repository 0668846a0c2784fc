import { requestRole } from './clocks.ts'

/** SQLSTATE of a question whose token opens no session. */
export const noSession = 'BA401'

/** SQLSTATE of a question to a database that another version has prepared since this program started. */
export const otherVersion = 'BA503'

/**
 * The one door into the database. `app.look` sets clocks, author, path and role of the transaction it is called in, opens its
 * entry of the protocol when it is to write, and answers its moments. `app.enter` does so for the user of a session, or ends
 * the question: there is no other place where a session is checked, so one that is ended is ended at the next request.
 */
export const enterScript = `
drop function if exists app.enter(text, date, timestamptz, text, text, boolean);
drop function if exists app.look(text, date, timestamptz, text, text, boolean);
create function app.look(author text, as_of date, known_at timestamptz, origin text, reason text, writes boolean)
returns table ("asOf" date, "knownAt" timestamptz, entry text) language plpgsql as $$
begin
  perform set_config('app.as_of', coalesce(as_of::text, ''), true), set_config('app.known_at', coalesce(known_at::text, ''), true),
    set_config('app.author', author, true), set_config('app.origin', origin, true), set_config('app.reason', coalesce(reason, ''), true),
    set_config('search_path', case when known_at is null then 'live, public' else 'replay, known, public' end, true);
  if writes then
    perform app.open_entry();
  end if;
  return query
    select app.as_of(), coalesce(look.known_at, last.recorded_at, pg_catalog.now()), last.number || ':' || encode(last.digest, 'hex')
    from (values (1)) as one left join lateral (select * from app.protocol order by number desc limit 1) as last on true;
  perform set_config('role', '${requestRole}', true);
end $$;

create function app.enter(token text, as_of date, known_at timestamptz, origin text, reason text, writes boolean)
returns table ("asOf" date, "knownAt" timestamptz, entry text, id text, name text, email text, role text) language plpgsql as $$
declare
  found_there record;
begin
  select u.id, u.name, u.email, u.role into found_there
  from auth.session s join auth."user" u on u.id = s.user_id where s.token = enter.token and s.expires_at > clock_timestamp();
  if not found then
    raise exception 'no session' using errcode = '${noSession}';
  end if;
  return query
    select l.*, found_there.id, found_there.name, found_there.email, found_there.role
    from app.look(found_there.email, as_of, known_at, origin, reason, writes) l;
end $$`
