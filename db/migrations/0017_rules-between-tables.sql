-- What checks of one row cannot see. Each is told by the name of a constraint, as a check would be.
create function app.broken(rule text) returns void language plpgsql as $$ begin
  raise exception 'rule %', rule using errcode = 'check_violation', constraint = rule;
end $$;
--> statement-breakpoint
create function app.keep_approved_minutes() returns trigger language plpgsql as $$ begin
  if exists (select from public.meeting_stages s where s.meeting_id = old.id and s.state = 'minutesApproved' and s.valid_to = 'infinity') then
    perform app.broken('meetings_minutes_approved');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger approved_minutes before update of minutes on public.meetings
  for each row when (old.minutes is distinct from new.minutes) execute function app.keep_approved_minutes();
--> statement-breakpoint
create function app.destine_no_more_than_there_are() returns trigger language plpgsql as $$ begin
  if new.sap_dwellings + new.sas_dwellings + new.sat_dwellings
    > (select nullif(w.dwellings, 0) from public.works w where w.id = new.work_id) then
    perform app.broken('decisions_split_within_work');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger destined_dwellings before insert or update on public.decisions
  for each row execute function app.destine_no_more_than_there_are();
--> statement-breakpoint
create function app.count_open_desks() returns trigger language plpgsql as $$ begin
  if not exists (
    select from public.help_desk_stages s
    where s.help_desk_id = new.help_desk_id and s.state = 'active' and s.valid_from < new.month + interval '1 month') then
    perform app.broken('desk_counts_after_opening');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger counted_while_open before insert or update on public.desk_counts
  for each row execute function app.count_open_desks();
