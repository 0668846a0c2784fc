-- An eviction that lies ahead has been decided: until then nobody could know of it. Ahead of the day on which it is written.
create function app.decide_what_lies_ahead() returns trigger language plpgsql as $$ begin
  if new.decided_on is null
    and least(new.planned_on, new.executed_on) > (new.recorded_at at time zone 'Europe/Rome')::date then
    perform app.broken('evictions_ahead_are_decided');
  end if;
  return new;
end $$;
--> statement-breakpoint
-- After the one that dates the row: triggers fire in the order of their names.
create trigger decided_if_ahead before insert or update on public.evictions
  for each row execute function app.decide_what_lies_ahead();
