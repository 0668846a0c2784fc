-- Approved minutes close their meeting as a whole, where the rule of before kept only their text.
drop trigger approved_minutes on public.meetings;
--> statement-breakpoint
drop function app.keep_approved_minutes();
--> statement-breakpoint
create function app.minutes_are_approved(meeting uuid) returns boolean language sql stable as $$
  select exists (
    select from public.meeting_stages s where s.meeting_id = meeting and s.state = 'minutesApproved' and s.valid_to = 'infinity')
$$;
--> statement-breakpoint
-- The meeting that a row belongs to; of an attachment, the one that it or its record belongs to.
create function app.meeting_of(register text, written jsonb) returns uuid language sql stable as $$
  select case
    when register = 'meetings' then (written ->> 'id')::uuid
    when register <> 'attachments' then (written ->> 'meeting_id')::uuid
    when written ->> 'register' = 'meetings' then (written ->> 'record_id')::uuid
    when written ->> 'register' = 'agenda-items' then (select meeting_id from public.agenda_items where id = (written ->> 'record_id')::uuid)
    when written ->> 'register' = 'attendances' then (select meeting_id from public.attendances where id = (written ->> 'record_id')::uuid)
  end
$$;
--> statement-breakpoint
create function app.keep_closed_meeting() returns trigger language plpgsql as $$
begin
  if app.tells_the_past() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op <> 'INSERT' and app.minutes_are_approved(app.meeting_of(tg_table_name, to_jsonb(old))) then
    perform app.broken('meetings_minutes_approved');
  end if;
  if tg_op <> 'DELETE' and app.minutes_are_approved(app.meeting_of(tg_table_name, to_jsonb(new))) then
    perform app.broken('meetings_minutes_approved');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger closed_with_minutes before update or delete on public.meetings
  for each row execute function app.keep_closed_meeting();
--> statement-breakpoint
create trigger closed_with_minutes before insert or update or delete on public.agenda_items
  for each row execute function app.keep_closed_meeting();
--> statement-breakpoint
create trigger closed_with_minutes before insert or update or delete on public.attendances
  for each row execute function app.keep_closed_meeting();
--> statement-breakpoint
create trigger closed_with_minutes before insert or update or delete on public.attachments
  for each row execute function app.keep_closed_meeting();
--> statement-breakpoint
create trigger closed_with_minutes before insert or delete on public.decisions
  for each row execute function app.keep_closed_meeting();
--> statement-breakpoint
-- What a meeting left to be decided may be decided later: the day, and how many dwellings go where.
create trigger closed_with_minutes_but_to_be_taken before update on public.decisions
  for each row when (
    old.decided_on is not null
    or row (old.meeting_id, old.agenda_item_id, old.kind, old.text, old.work_id)
      is distinct from row (new.meeting_id, new.agenda_item_id, new.kind, new.text, new.work_id))
  execute function app.keep_closed_meeting();
--> statement-breakpoint
create function app.keep_minute_notes() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform app.broken('minute_notes_stay');
  elsif not app.minutes_are_approved(new.meeting_id) then
    perform app.broken('minute_notes_after_approval');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger notes_stay before insert or update or delete on public.minute_notes
  for each row execute function app.keep_minute_notes();
