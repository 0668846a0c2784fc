create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create schema if not exists app;
create schema if not exists history;
create schema if not exists known;
create schema if not exists live;
create schema if not exists replay;

-- Who may not create roles is given this one beforehand: it is there, and cannot be given by its member.
do $$ begin
  create role ballatoio_app nologin;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;
do $$ begin
  grant ballatoio_app to current_user;
exception when insufficient_privilege then null;
end $$;

create table app.settings (key text primary key, value jsonb not null);

-- The day the question is about: the setting of the request, else today in Rome.
create function app.as_of() returns date language sql stable parallel safe as $$
  select coalesce(
    nullif(pg_catalog.current_setting('app.as_of', true), '')::date,
    (pg_catalog.now() at time zone 'Europe/Rome')::date)
$$;

-- The instant as of which we ask what was known; infinity is everything recorded so far.
create function app.known_at() returns timestamptz language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.known_at', true), '')::timestamptz, 'infinity')
$$;

-- Text as people compare it: no case, no accents, one kind of apostrophe.
create function app.search_key(value text) returns text language sql immutable strict parallel safe as $$
  select pg_catalog.lower(public.unaccent('public.unaccent'::regdictionary, pg_catalog.translate(value, '’‘`', '''''''')))
$$;

-- Text as people order it: as above, and numbers inside it by their value.
create function app.sort_key(value text) returns text language sql immutable strict parallel safe as $$
  select pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(app.search_key(value), '(\d+)', '0000000000\1', 'g'),
    '0*(\d{10})', '\1', 'g') collate "C"
$$;

-- Keeps every earlier version of a row in its twin in schema history, and stamps the new one.
-- The owner may write times of its own while app.seeding is on: history that is being told, not made.
create function app.keep_history() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  moment timestamptz := clock_timestamp();
  author text := coalesce(nullif(current_setting('app.author', true), ''), 'sistema');
begin
  if current_setting('role') <> 'ballatoio_app' and current_setting('app.seeding', true) = 'on' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op <> 'INSERT' then
    execute format('insert into history.%I select (jsonb_populate_record(null::history.%I, $1)).*', tg_table_name, tg_table_name)
      using to_jsonb(old) || jsonb_build_object(
        'retracted_at', moment, 'retracted_by', author, 'retraction_reason', nullif(current_setting('app.reason', true), ''));
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := moment;
  new.recorded_by := author;
  new.version := 1;
  if tg_op = 'UPDATE' then
    new.id := old.id;
    new.is_demo := old.is_demo;
    new.version := old.version + 1;
  end if;
  return new;
end $$;
