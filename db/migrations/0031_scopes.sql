do $$ begin
  create role ballatoio_scoped nologin;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;
--> statement-breakpoint
do $$ begin
  grant ballatoio_scoped to current_user;
exception when insufficient_privilege then null;
end $$;
--> statement-breakpoint
-- History that is being told, not made: only the program itself may, outside every request.
create or replace function app.tells_the_past() returns boolean language sql stable as $$
  select pg_catalog.current_setting('role') = 'none'
    and coalesce(pg_catalog.current_setting('app.seeding', true), '') = 'on'
$$;
--> statement-breakpoint
create table "auth"."grants" (
  "id" text primary key,
  "user_id" text not null,
  "role" text not null,
  "kind" text not null,
  "key" text not null default '',
  "valid_from" date not null default current_date,
  "valid_to" date not null default 'infinity'
);
--> statement-breakpoint
alter table "auth"."grants" add constraint "grants_user_id_user_id_fk" foreign key ("user_id") references "auth"."user" ("id") on delete cascade;
--> statement-breakpoint
create index "grants_user_id_index" on "auth"."grants" ("user_id");
--> statement-breakpoint
-- Who could see all of the agency still does; to whom only a part concerns, an administrator gives it.
insert into "auth"."grants" ("id", "user_id", "role", "kind")
select "id", "id", "role", 'agency' from "auth"."user" where "role" in ('administrator', 'management', 'auditor', 'protection', 'funding');
--> statement-breakpoint
alter table "auth"."user" drop column "role";
--> statement-breakpoint
alter table "auth"."user" add column "feed_serial" integer not null default 0;
