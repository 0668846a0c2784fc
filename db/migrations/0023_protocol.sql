-- The protocol: every transaction that writes has a number, numbers have no gaps, and they become visible in their order.
create table app.protocol (
  number bigint primary key,
  recorded_at timestamptz not null unique,
  author text not null,
  origin text not null,
  reason text,
  digest bytea
);
--> statement-breakpoint
-- What an entry wrote, and with `retracted` what it took away, as history keeps it: each version sealed by itself, with a salt
-- that can be forgotten. A version is what its latest attestation says, the one that still has its salt.
create table app.protocol_rows (
  number bigint not null,
  register text not null,
  id text not null,
  version integer not null,
  recorded_at timestamptz not null,
  retracted boolean not null,
  salt bytea,
  digest bytea not null
);
--> statement-breakpoint
create index protocol_rows_number_idx on app.protocol_rows (number);
--> statement-breakpoint
-- The tables that the protocol is about: those that have a twin in history.
create view app.registers as
  select relname::text as name from pg_catalog.pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname in (select relname from pg_catalog.pg_class where relnamespace = 'history'::regnamespace and relkind = 'r');
--> statement-breakpoint
create function app.new_salt() returns bytea language sql volatile as $$
  select pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$$;
--> statement-breakpoint
-- The seal of a row. A column without a value is as one that is not there, so that columns can be added later.
-- Its caller has set the time zone to UTC.
create function app.seal(salt bytea, content jsonb) returns bytea language sql stable as $$
  select pg_catalog.sha256(salt || pg_catalog.convert_to(pg_catalog.jsonb_strip_nulls(content)::text, 'UTF8'))
$$;
--> statement-breakpoint
-- What the digest of an entry covers besides the one before: the entry itself, and the seals of its rows.
create function app.sealed(attested app.protocol_rows) returns text language sql stable as $$
  select row(
    attested.register, attested.id, attested.version, (extract(epoch from attested.recorded_at) * 1000000)::bigint,
    attested.retracted, pg_catalog.encode(attested.digest, 'hex'))::text
$$;
--> statement-breakpoint
create view app.contents as
  select number, sha256(
    convert_to(
      row(number, (extract(epoch from entry.recorded_at) * 1000000)::bigint, entry.author, entry.origin, entry.reason)::text, 'UTF8')
    || sha256(convert_to(
      coalesce(string_agg(app.sealed(attested), E'\n' order by app.sealed(attested) collate "C"), ''), 'UTF8'))) as content
  from app.protocol entry left join app.protocol_rows attested using (number)
  group by entry.number;
--> statement-breakpoint
create function app.linked(before bytea, content bytea) returns bytea language sql immutable strict as $$
  select pg_catalog.sha256(before || content)
$$;
--> statement-breakpoint
create aggregate app.chain(bytea) (sfunc = app.linked, stype = bytea, initcond = '');
--> statement-breakpoint
-- History that is being told, not made: only the owner may.
create function app.tells_the_past() returns boolean language sql stable as $$
  select pg_catalog.current_setting('role') <> 'ballatoio_app'
    and coalesce(pg_catalog.current_setting('app.seeding', true), '') = 'on'
$$;
--> statement-breakpoint
-- Opens the entry of this transaction, unless it is open. Writers wait here for one another, before they hold any row.
create function app.open_entry() returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  last app.protocol;
  moment timestamptz;
begin
  if coalesce(current_setting('app.entry', true), '') <> '' then
    return;
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'A transaction that writes must be read committed: an older snapshot does not see the last number.';
  end if;
  perform pg_advisory_xact_lock(7305808869231650);
  -- A statement of its own, so that it sees what was committed while this one waited.
  select * into last from app.protocol order by number desc limit 1;
  moment := greatest(clock_timestamp(), last.recorded_at + interval '1 microsecond');
  insert into app.protocol (number, recorded_at, author, origin, reason) values (
    coalesce(last.number, 0) + 1, moment,
    coalesce(nullif(current_setting('app.author', true), ''), 'sistema'),
    coalesce(nullif(current_setting('app.origin', true), ''), 'direct'),
    nullif(current_setting('app.reason', true), ''));
  perform set_config('app.entry', (coalesce(last.number, 0) + 1)::text, true);
  perform set_config('app.moment', to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), true);
end $$;
--> statement-breakpoint
-- The instant of the entry of this transaction: that of everything it writes.
create function app.moment() returns timestamptz language plpgsql volatile as $$
begin
  if coalesce(pg_catalog.current_setting('app.entry', true), '') = '' then
    perform app.open_entry();
  end if;
  return pg_catalog.current_setting('app.moment')::timestamptz;
end $$;
--> statement-breakpoint
create function app.open_entry_first() returns trigger language plpgsql as $$
begin
  if not app.tells_the_past() then
    perform app.open_entry();
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Stamps what is written with the instant of its entry. A record made again under a key that people choose goes on counting
-- its versions; the other keys never come again.
create function app.stamp() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if app.tells_the_past() then
    return new;
  end if;
  new.recorded_at := app.moment();
  new.recorded_by := coalesce(nullif(current_setting('app.author', true), ''), 'sistema');
  if tg_op = 'UPDATE' then
    new.id := old.id;
    new.is_demo := old.is_demo;
    new.version := old.version + 1;
  elsif pg_typeof(new.id) = 'uuid'::regtype then
    new.version := 1;
  else
    execute format('select 1 + coalesce(max(version), 0) from history.%I where id = $1.id', tg_table_name) into new.version using new;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Keeps the earlier versions that a statement has taken away in the twin of their table, and attests those and what it wrote.
create or replace function app.keep_history() returns trigger language plpgsql security definer
set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  entry bigint;
  retraction jsonb;
begin
  if app.tells_the_past() then
    return null;
  end if;
  entry := current_setting('app.entry');
  if tg_op <> 'DELETE' then
    insert into app.protocol_rows (number, register, id, version, recorded_at, retracted, salt, digest)
      select entry, tg_table_name, id, version, recorded_at, false, salt, app.seal(salt, content)
      from (select w.id, w.version, w.recorded_at, to_jsonb(w) as content, app.new_salt() as salt from written w offset 0) attested;
  end if;
  if tg_op <> 'INSERT' then
    retraction := jsonb_build_object(
      'retracted_at', app.moment(), 'retracted_by', coalesce(nullif(current_setting('app.author', true), ''), 'sistema'),
      'retraction_reason', nullif(current_setting('app.reason', true), ''));
    execute format(
      'insert into history.%1$I select kept.* from taken, lateral jsonb_populate_record(null::history.%1$I, to_jsonb(taken) || $1) kept',
      tg_table_name) using retraction;
    insert into app.protocol_rows (number, register, id, version, recorded_at, retracted, salt, digest)
      select entry, tg_table_name, id, version, recorded_at, true, salt, app.seal(salt, content || retraction)
      from (select t.id, t.version, t.recorded_at, to_jsonb(t) as content, app.new_salt() as salt from taken t offset 0) attested;
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Before the commit an entry is chained to the one before it; one that wrote nothing gives its number back.
create function app.seal_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from app.protocol_rows where number = new.number) then
    -- A reason that was given after the entry was opened is told too.
    update app.protocol set reason = coalesce(reason, nullif(current_setting('app.reason', true), '')) where number = new.number;
    update app.protocol
      set digest = app.linked(
        coalesce((select digest from app.protocol where number = new.number - 1), ''),
        (select content from app.contents where number = new.number))
      where number = new.number;
  else
    delete from app.protocol where number = new.number;
  end if;
  -- Whoever made constraints immediate and goes on writing opens another.
  perform set_config('app.entry', '', true);
  return null;
end $$;
--> statement-breakpoint
create constraint trigger seal_entry after insert on app.protocol deferrable initially deferred
  for each row when (new.digest is null) execute function app.seal_entry();
--> statement-breakpoint
-- What makes a table one of the protocol's: called for every business table, when it has its twin. Triggers fire in the order of
-- their names: what a row keeps of its unit, `kept_of_…`, is settled after its stamp.
create function app.watch(register text) returns void language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create or replace trigger open_entry before insert or update or delete on public.%I
    for each statement execute function app.open_entry_first()', register);
  execute format('drop trigger if exists keep_history on public.%I', register);
  execute format('create or replace trigger dated_by_entry before insert or update on public.%I
    for each row execute function app.stamp()', register);
  execute format('create or replace trigger keep_inserted after insert on public.%I
    referencing new table as written for each statement execute function app.keep_history()', register);
  execute format('create or replace trigger keep_updated after update on public.%I
    referencing old table as taken new table as written for each statement execute function app.keep_history()', register);
  execute format('create or replace trigger keep_deleted after delete on public.%I
    referencing old table as taken for each statement execute function app.keep_history()', register);
end $$;
--> statement-breakpoint
-- Attests again, in an entry of this transaction, the versions of a table that are no longer what was attested: after a
-- migration changed their columns, or after something in them was forgotten. The former salts go, and their digests tell nothing.
create function app.attest(register text) returns void language plpgsql set search_path = pg_catalog set timezone = 'UTC' as $$
begin
  -- Of a new database the tables come before their twins, which attest them.
  if not exists (select from app.registers where name = register) then
    return;
  end if;
  perform app.open_entry();
  execute format($sql$
    with told as (
      select false as retracted, id::text as id, version, recorded_at, to_jsonb(t) as content from public.%1$I t
      union all
      select true, id::text, version, recorded_at, to_jsonb(h) from history.%1$I h
    ),
    latest as (select * from app.protocol_rows where register = %1$L and salt is not null),
    changed as materialized (
      select told.*, app.new_salt() as salt from told
      left join latest using (retracted, id, version, recorded_at)
      where digest is distinct from app.seal(latest.salt, content)
    ),
    forgotten as (
      update app.protocol_rows former set salt = null from changed
      where former.register = %1$L and former.salt is not null
        and former.id = changed.id and former.version = changed.version and former.recorded_at = changed.recorded_at
    )
    insert into app.protocol_rows (number, register, id, version, recorded_at, retracted, salt, digest)
    select $1, %1$L, id, version, recorded_at, retracted, salt, app.seal(salt, content) from changed$sql$, register)
  using current_setting('app.entry')::bigint;
end $$;
--> statement-breakpoint
-- Writes the protocol of a past that the tables tell and nobody protocolled: one entry per instant, in the order of the instants.
create function app.tell_past(told_origin text) returns void language plpgsql set search_path = pg_catalog set timezone = 'UTC' as $$
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
end $$;
--> statement-breakpoint
revoke execute on function app.tell_past(text), app.attest(text), app.watch(text) from public;
--> statement-breakpoint
-- A database that has a past is watched from here on, and its past is told.
select app.watch(name) from app.registers;
--> statement-breakpoint
select app.tell_past('migration');
