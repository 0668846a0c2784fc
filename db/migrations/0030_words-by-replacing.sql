-- The same texts as before, in a third of the time: `translate` looks for every character of a text in a list of them.
create or replace function app.search_key(value text) returns text language sql immutable strict parallel safe as $$
  select pg_catalog.lower(public.unaccent('public.unaccent'::regdictionary, app.one_apostrophe(value)))
$$;
--> statement-breakpoint
create or replace function app.one_apostrophe(value text) returns text language sql immutable strict parallel safe as $$
  select pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(value, '’', ''''), '‘', ''''), '`', '''')
$$;
