CREATE TYPE "public"."allocation_channel" AS ENUM('notice', 'sat', 'mobility');--> statement-breakpoint
CREATE TYPE "public"."allocation_outcome" AS ENUM('accepted', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."annual_plan_state" AS ENUM('draft', 'approved');--> statement-breakpoint
CREATE TYPE "public"."planned_service" AS ENUM('sap', 'sas', 'sat');--> statement-breakpoint
CREATE TYPE "public"."notice_kind" AS ENUM('ordinary', 'experimental', 'reserved');--> statement-breakpoint
CREATE TYPE "public"."offer_condition" AS ENUM('immediate', 'asIs');--> statement-breakpoint
CREATE TYPE "public"."reservation" AS ENUM('indigent', 'police', 'disability', 'socialCategory');--> statement-breakpoint
CREATE TABLE "allocations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"notice_id" uuid,
	"channel" "allocation_channel" NOT NULL,
	"proposed_on" date NOT NULL,
	"answered_on" date,
	"outcome" "allocation_outcome",
	"contract_from" date,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "allocations_notice_when_by_notice" CHECK (("allocations"."channel" = 'notice') = ("allocations"."notice_id" is not null)),
	CONSTRAINT "allocations_answered_after_proposed" CHECK ("allocations"."answered_on" >= "allocations"."proposed_on"),
	CONSTRAINT "allocations_outcome_when_answered" CHECK (("allocations"."answered_on" is null) = ("allocations"."outcome" is null)),
	CONSTRAINT "allocations_contract_when_accepted" CHECK ("allocations"."contract_from" is null or ("allocations"."outcome" is not null and "allocations"."outcome" = 'accepted' and "allocations"."contract_from" >= "allocations"."answered_on"))
);
--> statement-breakpoint
CREATE TABLE "annual_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ambito_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"state" "annual_plan_state" DEFAULT 'draft' NOT NULL,
	"approved_on" date,
	"indigent_share" double precision,
	"police_share" double precision,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "annual_plans_ambito_id_year_unique" UNIQUE("ambito_id","year"),
	CONSTRAINT "annual_plans_year_plausible" CHECK ("annual_plans"."year" between 2017 and 2100),
	CONSTRAINT "annual_plans_approval_means_approved" CHECK ("annual_plans"."approved_on" is null or "annual_plans"."state" = 'approved'),
	CONSTRAINT "annual_plans_indigent_share_is_ratio" CHECK ("annual_plans"."indigent_share" between 0 and 1),
	CONSTRAINT "annual_plans_police_share_within_law" CHECK ("annual_plans"."police_share" between 0 and 0.1)
);
--> statement-breakpoint
CREATE TABLE "annual_plan_units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"owner" "owner",
	"service" "planned_service",
	"units" integer NOT NULL,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "annual_plan_units_plan_id_owner_service_unique" UNIQUE NULLS NOT DISTINCT("plan_id","owner","service"),
	CONSTRAINT "annual_plan_units_units_not_negative" CHECK ("annual_plan_units"."units" >= 0)
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text,
	"title" text NOT NULL,
	"kind" "notice_kind" DEFAULT 'ordinary' NOT NULL,
	"ambito_id" uuid NOT NULL,
	"opens_on" date,
	"closes_on" date,
	"provisional_on" date,
	"final_on" date,
	"exhausted_on" date,
	"applications" integer,
	"declared_units" integer,
	"declared_as_is" integer,
	"indigent_share" double precision,
	"police_share" double precision,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notices_code_unique" UNIQUE("code"),
	CONSTRAINT "notices_closes_after_opening" CHECK ("notices"."closes_on" > "notices"."opens_on"),
	CONSTRAINT "notices_closing_needs_opening" CHECK ("notices"."closes_on" is null or "notices"."opens_on" is not null),
	CONSTRAINT "notices_provisional_after_closing" CHECK ("notices"."provisional_on" >= coalesce("notices"."closes_on", "notices"."opens_on", 'infinity')),
	CONSTRAINT "notices_final_after_provisional" CHECK ("notices"."final_on" >= coalesce("notices"."provisional_on", "notices"."closes_on", "notices"."opens_on", 'infinity')),
	CONSTRAINT "notices_exhausted_last" CHECK ("notices"."exhausted_on" >= coalesce("notices"."final_on", "notices"."provisional_on", "notices"."closes_on", "notices"."opens_on", 'infinity')),
	CONSTRAINT "notices_applications_not_negative" CHECK ("notices"."applications" >= 0),
	CONSTRAINT "notices_declared_units_positive" CHECK ("notices"."declared_units" > 0),
	CONSTRAINT "notices_declared_as_is_within_units" CHECK ("notices"."declared_as_is" between 0 and coalesce("notices"."declared_units", 0)),
	CONSTRAINT "notices_indigent_share_is_ratio" CHECK ("notices"."indigent_share" between 0 and 1),
	CONSTRAINT "notices_police_share_within_law" CHECK ("notices"."police_share" between 0 and 0.1)
);
--> statement-breakpoint
CREATE TABLE "notice_units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"offered_on" date,
	"condition" "offer_condition" DEFAULT 'immediate' NOT NULL,
	"reservation" "reservation",
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notice_units_notice_id_unit_id_unique" UNIQUE("notice_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_plans" ADD CONSTRAINT "annual_plans_ambito_id_ambiti_id_fk" FOREIGN KEY ("ambito_id") REFERENCES "public"."ambiti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_plan_units" ADD CONSTRAINT "annual_plan_units_plan_id_annual_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."annual_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_ambito_id_ambiti_id_fk" FOREIGN KEY ("ambito_id") REFERENCES "public"."ambiti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_units" ADD CONSTRAINT "notice_units_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_units" ADD CONSTRAINT "notice_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocations_unit_id_proposed_on_index" ON "allocations" USING btree ("unit_id","proposed_on");--> statement-breakpoint
CREATE INDEX "allocations_notice_id_index" ON "allocations" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "allocations_contract_from_index" ON "allocations" USING btree ("contract_from");--> statement-breakpoint
CREATE INDEX "annual_plans_year_index" ON "annual_plans" USING btree ("year");--> statement-breakpoint
CREATE INDEX "notices_ambito_id_index" ON "notices" USING btree ("ambito_id");--> statement-breakpoint
CREATE INDEX "notices_opens_on_index" ON "notices" USING btree ("opens_on");--> statement-breakpoint
CREATE INDEX "notice_units_unit_id_index" ON "notice_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "notice_units_offered_on_index" ON "notice_units" USING btree ("offered_on");