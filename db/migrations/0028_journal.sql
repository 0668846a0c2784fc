-- The journals are written from the protocol, entry by entry. What keeps them follows from the declarations (db/journal.ts).
create schema journal;
--> statement-breakpoint
create function app.keep_journals(after bigint) returns void language sql as $$ $$;
--> statement-breakpoint
-- Before the commit an entry is chained to the one before it, and its journals are kept; one that wrote nothing gives its number back.
create or replace function app.seal_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from app.protocol_rows where number = new.number) then
    -- A reason that was given after the entry was opened is told too.
    update app.protocol set reason = coalesce(reason, nullif(current_setting('app.reason', true), '')) where number = new.number;
    update app.protocol
      set digest = app.linked(
        coalesce((select digest from app.protocol where number = new.number - 1), ''),
        (select content from app.contents where number = new.number))
      where number = new.number;
    -- While a migration is at work its tables are not what the journals are written by: the installation that follows keeps them.
    if current_setting('app.origin', true) is distinct from 'migration' then
      perform app.keep_journals(new.number - 1);
    end if;
  else
    delete from app.protocol where number = new.number;
  end if;
  -- Whoever made constraints immediate and goes on writing opens another.
  perform set_config('app.entry', '', true);
  return null;
end $$;
--> statement-breakpoint
-- Writes the protocol of a past that the tables tell and nobody protocolled: one entry per instant, in the order of the instants.
create or replace function app.tell_past(told_origin text) returns void language plpgsql set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  instants text;
  one record;
begin
  perform pg_advisory_xact_lock(7305808869231650);
  if exists (select from app.protocol) then
    raise exception 'The past is told before anything is written.';
  end if;
  select string_agg(format('
      select recorded_at, recorded_by as author, null::text as reason from public.%1$I
      union select recorded_at, recorded_by, null from history.%1$I
      union select retracted_at, retracted_by, retraction_reason from history.%1$I', name), ' union ')
    into instants from app.registers;
  if instants is null then
    return;
  end if;
  execute format('
    insert into app.protocol (number, recorded_at, author, origin, reason, digest)
    select row_number() over (order by recorded_at), recorded_at,
      case when count(distinct author) = 1 then min(author) else ''sistema'' end, $1,
      case when count(distinct reason) = 1 then min(reason) end, ''''
    from (%s) told group by recorded_at', instants) using told_origin;
  analyze app.protocol;
  for one in select name from app.registers loop
    execute format($sql$
      insert into app.protocol_rows (number, register, id, version, recorded_at, retracted, salt, digest)
      select number, %1$L, id, version, attested.recorded_at, retracted, salt, app.seal(salt, content)
      from (
        select recorded_at as at, id::text as id, version, recorded_at, false as retracted, app.new_salt() as salt, to_jsonb(t) as content
        from public.%1$I t
        union all
        select recorded_at, id::text, version, recorded_at, false, app.new_salt(),
          to_jsonb(h) - '{retracted_at,retracted_by,retraction_reason}'::text[]
        from history.%1$I h
        union all
        select retracted_at, id::text, version, recorded_at, true, app.new_salt(), to_jsonb(h) from history.%1$I h
      ) attested
      join app.protocol on protocol.recorded_at = at$sql$, one.name);
  end loop;
  analyze app.protocol_rows;
  update app.protocol set digest = chained.digest
  from (select number, app.chain(content) over (order by number) as digest from app.contents) chained
  where chained.number = protocol.number;
  perform app.keep_journals(0);
end $$;
