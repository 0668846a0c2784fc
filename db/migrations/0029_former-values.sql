CREATE TABLE "former_names" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comune_id" char(6) NOT NULL,
	"valid_from" date,
	"valid_to" date NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "former_names_ends_once" UNIQUE("comune_id","valid_to"),
	CONSTRAINT "former_names_begins_once" UNIQUE NULLS NOT DISTINCT("comune_id","valid_from"),
	CONSTRAINT "former_names_end_after_they_begin" CHECK ("former_names"."valid_to" > "former_names"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "former_places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"building_id" uuid NOT NULL,
	"valid_from" date,
	"valid_to" date NOT NULL,
	"comune_id" char(6) NOT NULL,
	"neighbourhood_id" uuid,
	"owner" "owner" NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "former_places_ends_once" UNIQUE("building_id","valid_to"),
	CONSTRAINT "former_places_begins_once" UNIQUE NULLS NOT DISTINCT("building_id","valid_from"),
	CONSTRAINT "former_places_end_after_they_begin" CHECK ("former_places"."valid_to" > "former_places"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "former_uses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date,
	"valid_to" date NOT NULL,
	"use" "unit_use" NOT NULL,
	"service" "service",
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "former_uses_ends_once" UNIQUE("unit_id","valid_to"),
	CONSTRAINT "former_uses_begins_once" UNIQUE NULLS NOT DISTINCT("unit_id","valid_from"),
	CONSTRAINT "former_uses_end_after_they_begin" CHECK ("former_uses"."valid_to" > "former_uses"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_building_in_comune";
--> statement-breakpoint
ALTER TABLE "comuni" ADD COLUMN "established_on" date;--> statement-breakpoint
ALTER TABLE "comuni" ADD COLUMN "ceased_on" date;--> statement-breakpoint
ALTER TABLE "comuni" ADD COLUMN "successor_id" char(6);--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_follows" FOREIGN KEY ("comune_id","valid_from") REFERENCES "public"."former_names"("comune_id","valid_to") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "former_places" ADD CONSTRAINT "former_places_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_places" ADD CONSTRAINT "former_places_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_places" ADD CONSTRAINT "former_places_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_places" ADD CONSTRAINT "former_places_follows" FOREIGN KEY ("building_id","valid_from") REFERENCES "public"."former_places"("building_id","valid_to") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "former_uses" ADD CONSTRAINT "former_uses_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_uses" ADD CONSTRAINT "former_uses_follows" FOREIGN KEY ("unit_id","valid_from") REFERENCES "public"."former_uses"("unit_id","valid_to") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "comuni" ADD CONSTRAINT "comuni_successor_id_comuni_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_building_in_comune" FOREIGN KEY ("building_id","comune_id") REFERENCES "public"."buildings"("id","comune_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
-- A work is where its building is.
UPDATE "works" SET "comune_id" = "buildings"."comune_id" FROM "buildings"
  WHERE "buildings"."id" = "works"."building_id" AND "buildings"."comune_id" <> "works"."comune_id";--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_building_in_comune" FOREIGN KEY ("building_id","comune_id") REFERENCES "public"."buildings"("id","comune_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "comuni" ADD CONSTRAINT "comuni_cease_after_they_begin" CHECK ("comuni"."ceased_on" > "comuni"."established_on");--> statement-breakpoint
ALTER TABLE "comuni" ADD CONSTRAINT "comuni_followed_when_ceased" CHECK ("comuni"."successor_id" is null or ("comuni"."ceased_on" is not null and "comuni"."successor_id" <> "comuni"."id"));