ALTER TABLE "occupations" DROP CONSTRAINT "occupations_unit_id_units_id_fk";
--> statement-breakpoint
ALTER TABLE "unit_states" DROP CONSTRAINT "unit_states_unit_id_units_id_fk";
--> statement-breakpoint
ALTER TABLE "vacancies" DROP CONSTRAINT "vacancies_unit_id_units_id_fk";
--> statement-breakpoint
ALTER TABLE "vacancy_stages" DROP CONSTRAINT "vacancy_stages_vacancy_id_vacancies_id_fk";
--> statement-breakpoint
DROP INDEX "unit_states_of_day";
--> statement-breakpoint
DROP INDEX "unit_states_of_state";
--> statement-breakpoint
ALTER TABLE "occupations" ADD COLUMN "building_id" uuid;
--> statement-breakpoint
ALTER TABLE "occupations" ADD COLUMN "use" "unit_use";
--> statement-breakpoint
ALTER TABLE "unit_states" ADD COLUMN "building_id" uuid;
--> statement-breakpoint
ALTER TABLE "unit_states" ADD COLUMN "use" "unit_use";
--> statement-breakpoint
ALTER TABLE "vacancies" ADD COLUMN "building_id" uuid;
--> statement-breakpoint
ALTER TABLE "vacancies" ADD COLUMN "use" "unit_use";
--> statement-breakpoint
ALTER TABLE "vacancy_stages" ADD COLUMN "building_id" uuid;
--> statement-breakpoint
ALTER TABLE "vacancy_stages" ADD COLUMN "use" "unit_use";
--> statement-breakpoint
do $$
declare
  one record;
  twin regclass;
begin
  for one in
    select * from (values
      ('unit_states', 'units', 'unit_id'), ('vacancies', 'units', 'unit_id'), ('occupations', 'units', 'unit_id'),
      ('vacancy_stages', 'vacancies', 'vacancy_id')) as told (name, parent, key)
  loop
    -- What is only filled in is no new version.
    execute format('alter table public.%I disable trigger user', one.name);
    execute format('update public.%I x set building_id = u.building_id, use = u.use from public.%I u where u.id = x.%I', one.name, one.parent, one.key);
    execute format('alter table public.%I enable trigger user', one.name);
    twin := to_regclass('history.' || one.name);
    if twin is not null then
      execute format('alter table %s add column if not exists building_id uuid, add column if not exists use public.unit_use', twin);
      execute format('update %s x set building_id = u.building_id, use = u.use from public.%I u where u.id = x.%I', twin, one.parent, one.key);
    end if;
  end loop;
end $$;
--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_of_use" UNIQUE("id","building_id","use");
--> statement-breakpoint
ALTER TABLE "vacancies" ADD CONSTRAINT "vacancies_of_use" UNIQUE("id","building_id","use");
--> statement-breakpoint
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_beside_unit" FOREIGN KEY ("unit_id","building_id","use") REFERENCES "public"."units"("id","building_id","use") MATCH FULL ON DELETE no action ON UPDATE cascade;
--> statement-breakpoint
ALTER TABLE "unit_states" ADD CONSTRAINT "unit_states_beside_unit" FOREIGN KEY ("unit_id","building_id","use") REFERENCES "public"."units"("id","building_id","use") MATCH FULL ON DELETE no action ON UPDATE cascade;
--> statement-breakpoint
ALTER TABLE "vacancies" ADD CONSTRAINT "vacancies_beside_unit" FOREIGN KEY ("unit_id","building_id","use") REFERENCES "public"."units"("id","building_id","use") MATCH FULL ON DELETE no action ON UPDATE cascade;
--> statement-breakpoint
ALTER TABLE "vacancy_stages" ADD CONSTRAINT "vacancy_stages_beside_vacancy" FOREIGN KEY ("vacancy_id","building_id","use") REFERENCES "public"."vacancies"("id","building_id","use") MATCH FULL ON DELETE no action ON UPDATE cascade;
--> statement-breakpoint
CREATE INDEX "unit_states_of_day" ON "unit_states" USING btree ("valid_to","valid_from","unit_id","building_id","use","state","vacancy_reason","is_demo","recorded_at");
--> statement-breakpoint
CREATE INDEX "unit_states_of_state" ON "unit_states" USING btree ("state","valid_to","valid_from","vacancy_reason","unit_id","building_id","use","is_demo","recorded_at");
--> statement-breakpoint
-- Of an invented dwelling everything that is told is invented too.
create function app.beside_its_unit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_there record;
begin
  -- Waits for who is changing it, and reads what it became.
  select building_id, use, is_demo into found_there from public.units where id = new.unit_id for key share;
  if found then
    new.building_id := found_there.building_id;
    new.use := found_there.use;
    new.is_demo := new.is_demo or found_there.is_demo;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function app.beside_its_vacancy() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_there record;
begin
  select building_id, use, is_demo into found_there from public.vacancies where id = new.vacancy_id for key share;
  if found then
    new.building_id := found_there.building_id;
    new.use := found_there.use;
    new.is_demo := new.is_demo or found_there.is_demo;
  end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare
  one record;
begin
  for one in
    select * from (values
      ('unit_states', 'unit'), ('vacancies', 'unit'), ('occupations', 'unit'), ('vacancy_stages', 'vacancy')) as told (name, parent)
  loop
    execute format('create trigger kept_of_its_%s before insert on public.%I for each row when (new.building_id is null) execute function app.beside_its_%s()', one.parent, one.name, one.parent);
    execute format('create trigger kept_of_another_%1$s before update of %1$s_id on public.%2$I for each row when (old.%1$s_id is distinct from new.%1$s_id) execute function app.beside_its_%1$s()', one.parent, one.name);
  end loop;
end $$;
