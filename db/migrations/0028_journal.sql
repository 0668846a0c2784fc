-- The journals are written from the protocol, entry by entry. What keeps them follows from the declarations (db/journal.ts).
create schema journal;
--> statement-breakpoint
create function app.keep_journals(after bigint) returns void language sql as $$ $$;
--> statement-breakpoint
-- While a migration is at work its tables are not what the journals are written by: the installation that follows keeps them.
create function app.follow_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if current_setting('app.origin', true) is distinct from 'migration' then
    perform app.keep_journals(new.number - 1);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Before the entry is sealed: triggers fire in the order of their names.
create constraint trigger keep_journals after insert on app.protocol deferrable initially deferred
  for each row when (new.digest is null) execute function app.follow_entry();
--> statement-breakpoint
alter function app.tell_past(text) rename to tell_protocol;
--> statement-breakpoint
-- Writes the protocol of a past that the tables tell and nobody protocolled, and the journals that follow from it.
create function app.tell_past(told_origin text) returns void language plpgsql set search_path = pg_catalog as $$
begin
  perform app.tell_protocol(told_origin);
  perform app.keep_journals(0);
end $$;
--> statement-breakpoint
revoke execute on function app.keep_journals(bigint), app.tell_past(text) from public;
