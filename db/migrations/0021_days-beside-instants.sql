DROP INDEX "reports_closed_at_index";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "opened_on" date GENERATED ALWAYS AS ((opened_at at time zone 'Europe/Rome')::date) STORED;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "taken_on" date GENERATED ALWAYS AS ((taken_at at time zone 'Europe/Rome')::date) STORED;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "closed_on" date GENERATED ALWAYS AS ((closed_at at time zone 'Europe/Rome')::date) STORED;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "hours_to_take" integer GENERATED ALWAYS AS (round(extract(epoch from taken_at - opened_at) / 3600)::integer) STORED;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "hours_to_close" integer GENERATED ALWAYS AS (round(extract(epoch from closed_at - opened_at) / 3600)::integer) STORED;--> statement-breakpoint
CREATE INDEX "reports_closed_on_index" ON "reports" USING btree ("closed_on");
--> statement-breakpoint
do $$ begin
  if to_regclass('history.reports') is not null then
    alter table history.reports add column opened_on date, add column taken_on date, add column closed_on date,
      add column hours_to_take integer, add column hours_to_close integer;
    update history.reports set opened_on = (opened_at at time zone 'Europe/Rome')::date,
      taken_on = (taken_at at time zone 'Europe/Rome')::date, closed_on = (closed_at at time zone 'Europe/Rome')::date,
      hours_to_take = round(extract(epoch from taken_at - opened_at) / 3600)::integer,
      hours_to_close = round(extract(epoch from closed_at - opened_at) / 3600)::integer;
  end if;
end $$;
