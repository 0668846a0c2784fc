CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TYPE "public"."surveillance_state" AS ENUM('none', 'planned', 'active', 'connected');--> statement-breakpoint
CREATE TYPE "public"."complex_programme_kind" AS ENUM('neighbourhoodContract', 'programmeAgreement', 'pinqua', 'other');--> statement-breakpoint
CREATE TYPE "public"."eviction_kind" AS ENUM('inFlagrante', 'planned');--> statement-breakpoint
CREATE TYPE "public"."eviction_outcome" AS ENUM('succeeded', 'failed', 'postponed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."shelter" AS ENUM('notDue', 'proposed', 'accepted', 'refused', 'unavailable');--> statement-breakpoint
CREATE TYPE "public"."funding_source" AS ENUM('euErdf', 'euEsf', 'pnrr', 'pnc', 'state', 'region', 'comune', 'aler', 'interiorMinistry', 'other');--> statement-breakpoint
CREATE TYPE "public"."maintenance_programme_state" AS ENUM('draft', 'adopted', 'underway', 'concluded');--> statement-breakpoint
CREATE TYPE "public"."movement_kind" AS ENUM('programmed', 'admitted', 'committed', 'disbursed', 'certified', 'saving');--> statement-breakpoint
CREATE TYPE "public"."occupation_channel" AS ENUM('hotline', 'report', 'patrol', 'police', 'inspection', 'alarm', 'table');--> statement-breakpoint
CREATE TYPE "public"."occupation_kind" AS ENUM('squatted', 'untitled');--> statement-breakpoint
CREATE TYPE "public"."occupation_outcome" AS ENUM('foiled', 'recoveredInFlagrante', 'recoveredByEviction', 'voluntaryRelease', 'mediation', 'abandonment', 'regularised', 'falseReport');--> statement-breakpoint
CREATE TYPE "public"."office_kind" AS ENUM('main', 'operating', 'desk', 'shared', 'planned');--> statement-breakpoint
CREATE TYPE "public"."owner" AS ENUM('aler', 'comune', 'other');--> statement-breakpoint
CREATE TYPE "public"."decommitment_rule" AS ENUM('none', 'n2', 'n3');--> statement-breakpoint
CREATE TYPE "public"."project_link_kind" AS ENUM('complementary', 'sameIntervention', 'renovationAndSupport');--> statement-breakpoint
CREATE TYPE "public"."procedural_state" AS ENUM('notStarted', 'startingDesign', 'designing', 'tendering', 'executing', 'executed', 'undetermined');--> statement-breakpoint
CREATE TYPE "public"."procedure_kind" AS ENUM('contract', 'ppp', 'bodiesAgreement', 'grant', 'inHouse', 'other');--> statement-breakpoint
CREATE TYPE "public"."project_state" AS ENUM('notStarted', 'underway', 'paidOut', 'concluded', 'revoked', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."securing_kind" AS ENUM('sheetMetal', 'securityDoor', 'alarm', 'guard');--> statement-breakpoint
CREATE TYPE "public"."service" AS ENUM('sap', 'sas', 'sat', 'temporary', 'free', 'outOfErp');--> statement-breakpoint
CREATE TYPE "public"."unit_use" AS ENUM('dwelling', 'garage', 'shop', 'office', 'other');--> statement-breakpoint
CREATE TYPE "public"."uog_kind" AS ENUM('city', 'province');--> statement-breakpoint
CREATE TYPE "public"."release_reason" AS ENUM('notice', 'death', 'mobility', 'forfeiture', 'evictionForArrears', 'clearance', 'voluntary', 'newBuild', 'worksCompleted');--> statement-breakpoint
CREATE TYPE "public"."vacancy_outcome" AS ENUM('let', 'squatted', 'sold', 'demolished');--> statement-breakpoint
CREATE TYPE "public"."unit_state" AS ENUM('let', 'vacant', 'squatted', 'untitled', 'sold', 'demolished');--> statement-breakpoint
CREATE TYPE "public"."vacancy_reason" AS ENUM('returned', 'unfundedRepair', 'fundedWorks', 'underRenovation', 'unfit', 'restored', 'assignable', 'asIs', 'inNotice', 'inAllocation', 'mobility', 'transitional', 'enhancement', 'sale', 'demolition', 'outOfErp', 'litigation', 'other');--> statement-breakpoint
CREATE TYPE "public"."vacancy_stage_kind" AS ENUM('returned', 'inspection', 'funding', 'tender', 'site', 'testing', 'notice', 'allocation', 'contract');--> statement-breakpoint
CREATE TYPE "public"."work_event_kind" AS ENUM('suspension', 'resumption', 'variation', 'termination', 'contractorFailure', 'retender', 'supplementaryAct', 'extension');--> statement-breakpoint
CREATE TYPE "public"."work_kind" AS ENUM('extraordinaryMaintenance', 'renovation', 'dwellingRestoration', 'energyRetrofit', 'newBuild', 'demolitionAndRebuild', 'office', 'systems', 'asbestos');--> statement-breakpoint
CREATE TYPE "public"."work_origin" AS ENUM('inspection', 'programme', 'urgency', 'table');--> statement-breakpoint
CREATE TYPE "public"."work_state" AS ENUM('proposed', 'scheduled', 'funded', 'designing', 'tendering', 'underway', 'suspended', 'completed', 'tested', 'cancelled');--> statement-breakpoint
CREATE TABLE "ambiti" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"lead_comune_id" char(6),
	"managing_body" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ambiti_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "ambito_comuni" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ambito_id" uuid NOT NULL,
	"comune_id" char(6) NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"cig" text NOT NULL,
	"company" text NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"awarded_on" date NOT NULL,
	"contracted_on" date,
	"duration_days" integer,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "awards_work_id_cig_unique" UNIQUE("work_id","cig"),
	CONSTRAINT "awards_cig_shape" CHECK ("awards"."cig" ~ '^[A-Z0-9]{10}$'),
	CONSTRAINT "awards_amount_not_negative" CHECK ("awards"."amount" >= 0),
	CONSTRAINT "awards_contract_after_award" CHECK ("awards"."contracted_on" >= "awards"."awarded_on"),
	CONSTRAINT "awards_duration_positive" CHECK ("awards"."duration_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "buildings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text,
	"comune_id" char(6) NOT NULL,
	"neighbourhood_id" uuid,
	"owner" "owner" NOT NULL,
	"manager" text DEFAULT 'Aler Milano' NOT NULL,
	"year_built" integer,
	"mixed_ownership" boolean DEFAULT false NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"surveillance" "surveillance_state" DEFAULT 'none' NOT NULL,
	"cameras" integer DEFAULT 0 NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "buildings_code_unique" UNIQUE("code"),
	CONSTRAINT "buildings_year_built_plausible" CHECK ("buildings"."year_built" between 1400 and 2100),
	CONSTRAINT "buildings_cameras_not_negative" CHECK ("buildings"."cameras" >= 0)
);
--> statement-breakpoint
CREATE TABLE "building_uogs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"building_id" uuid NOT NULL,
	"uog_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complex_programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "complex_programme_kind" NOT NULL,
	"name" text NOT NULL,
	"comune_id" char(6) NOT NULL,
	"agreed_on" date NOT NULL,
	"initial_amount" numeric(15, 2),
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "complex_programmes_name_unique" UNIQUE("name"),
	CONSTRAINT "complex_programmes_initial_amount_not_negative" CHECK ("complex_programmes"."initial_amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "comuni" (
	"id" char(6) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"province" char(2) NOT NULL,
	"cadastral_code" char(4) NOT NULL,
	"population" integer,
	"population_year" integer,
	"latitude" double precision,
	"longitude" double precision,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "comuni_cadastral_code_unique" UNIQUE("cadastral_code")
);
--> statement-breakpoint
CREATE TABLE "declared_figures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"figure" text NOT NULL,
	"value" numeric(15, 2) NOT NULL,
	"unit" text NOT NULL,
	"stated_on" date NOT NULL,
	"uog_id" text,
	"comune_id" char(6),
	"caveat" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evictions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"occupation_id" uuid NOT NULL,
	"kind" "eviction_kind" NOT NULL,
	"decided_on" date,
	"planned_on" date,
	"executed_on" date,
	"outcome" "eviction_outcome",
	"public_force" boolean DEFAULT false NOT NULL,
	"social_services" boolean DEFAULT false NOT NULL,
	"minors_present" boolean,
	"fragility" boolean,
	"shelter" "shelter",
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evictions_planned_has_day" CHECK ("evictions"."kind" <> 'planned' or "evictions"."planned_on" is not null),
	CONSTRAINT "evictions_in_flagrante_is_done" CHECK ("evictions"."kind" <> 'inFlagrante' or ("evictions"."executed_on" is not null and "evictions"."planned_on" is null)),
	CONSTRAINT "evictions_decided_before_planned" CHECK ("evictions"."decided_on" <= "evictions"."planned_on"),
	CONSTRAINT "evictions_outcome_when_done" CHECK (("evictions"."executed_on" is not null) = ("evictions"."outcome" is not null and "evictions"."outcome" in ('succeeded', 'failed')))
);
--> statement-breakpoint
CREATE TABLE "maintenance_programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"year" integer NOT NULL,
	"uog_id" text,
	"state" "maintenance_programme_state" DEFAULT 'draft' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "maintenance_programmes_name_year_unique" UNIQUE("name","year"),
	CONSTRAINT "maintenance_programmes_year_plausible" CHECK ("maintenance_programmes"."year" between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE "movements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" "movement_kind" NOT NULL,
	"effective_on" date NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"document" text,
	"note" text,
	"reverses_id" uuid,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "movements_reverses_id_unique" UNIQUE("reverses_id"),
	CONSTRAINT "movements_of_project_and_kind" UNIQUE("id","project_id","kind"),
	CONSTRAINT "movements_amount_not_zero" CHECK ("movements"."amount" <> 0),
	CONSTRAINT "movements_not_its_own_reversal" CHECK ("movements"."reverses_id" <> "movements"."id")
);
--> statement-breakpoint
CREATE TABLE "municipi" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comune_id" char(6) NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "municipi_comune_id_number_unique" UNIQUE("comune_id","number")
);
--> statement-breakpoint
CREATE TABLE "neighbourhoods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comune_id" char(6) NOT NULL,
	"municipio_id" uuid,
	"name" text NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "neighbourhoods_comune_id_name_unique" UNIQUE("comune_id","name")
);
--> statement-breakpoint
CREATE TABLE "occupations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" "occupation_kind" NOT NULL,
	"detected_on" date NOT NULL,
	"channel" "occupation_channel" NOT NULL,
	"attempted" boolean DEFAULT false NOT NULL,
	"consolidated_on" date,
	"closed_on" date,
	"outcome" "occupation_outcome",
	"transmitted_on" date,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "occupations_outcome_when_closed" CHECK (("occupations"."closed_on" is null) = ("occupations"."outcome" is null)),
	CONSTRAINT "occupations_closed_after_detected" CHECK ("occupations"."closed_on" >= "occupations"."detected_on"),
	CONSTRAINT "occupations_consolidated_in_between" CHECK ("occupations"."consolidated_on" between "occupations"."detected_on" and coalesce("occupations"."closed_on", 'infinity')),
	CONSTRAINT "occupations_attempt_never_consolidates" CHECK (not ("occupations"."attempted" and "occupations"."consolidated_on" is not null)),
	CONSTRAINT "occupations_foiled_means_attempted" CHECK ("occupations"."outcome" <> 'foiled' or "occupations"."attempted")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" "office_kind" NOT NULL,
	"uog_id" text,
	"body" text NOT NULL,
	"address" text NOT NULL,
	"comune_id" char(6) NOT NULL,
	"sectors" text,
	"hours" text,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"cci" text,
	"cycle" text,
	"funding_source" "funding_source" NOT NULL,
	"endowment" numeric(15, 2),
	"decommitment_rule" "decommitment_rule" DEFAULT 'none' NOT NULL,
	"eligibility_end" date,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programmes_code_unique" UNIQUE("code"),
	CONSTRAINT "programmes_endowment_not_negative" CHECK ("programmes"."endowment" >= 0)
);
--> statement-breakpoint
CREATE TABLE "programme_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"programme_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"due_on" date NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programme_targets_programme_id_year_unique" UNIQUE("programme_id","year"),
	CONSTRAINT "programme_targets_amount_not_negative" CHECK ("programme_targets"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "progress_certificates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"certified_on" date NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"physical_progress" double precision NOT NULL,
	"restored_dwellings" integer,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "progress_certificates_work_id_number_unique" UNIQUE("work_id","number"),
	CONSTRAINT "progress_certificates_number_positive" CHECK ("progress_certificates"."number" > 0),
	CONSTRAINT "progress_certificates_amount_not_negative" CHECK ("progress_certificates"."amount" >= 0),
	CONSTRAINT "progress_certificates_progress_is_ratio" CHECK ("progress_certificates"."physical_progress" between 0 and 1),
	CONSTRAINT "progress_certificates_restored_not_negative" CHECK ("progress_certificates"."restored_dwellings" >= 0)
);
--> statement-breakpoint
CREATE TABLE "project_comuni" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"comune_id" char(6) NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "project_comuni_project_id_comune_id_unique" UNIQUE("project_id","comune_id")
);
--> statement-breakpoint
CREATE TABLE "project_cups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"cup" text NOT NULL,
	"main" boolean DEFAULT true NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "project_cups_project_id_cup_unique" UNIQUE("project_id","cup"),
	CONSTRAINT "project_cups_cup_shape" CHECK ("project_cups"."cup" ~ '^[A-Z][0-9]{2}[A-Z][0-9]{11}$')
);
--> statement-breakpoint
CREATE TABLE "project_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"kind" "project_link_kind" NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "project_links_from_id_to_id_kind_unique" UNIQUE("from_id","to_id","kind"),
	CONSTRAINT "project_links_two_projects" CHECK ("project_links"."from_id" <> "project_links"."to_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"programme_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"axis" text,
	"action" text,
	"scope" text,
	"city" text,
	"implementing_body" text NOT NULL,
	"responsible" text,
	"started_on" date,
	"planned_end" date,
	"actual_end" date,
	"procedural_state" "procedural_state" DEFAULT 'notStarted' NOT NULL,
	"procedure_kind" "procedure_kind",
	"open_coesione_code" text,
	"photo_note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "projects_open_coesione_code_unique" UNIQUE("open_coesione_code"),
	CONSTRAINT "projects_programme_id_code_unique" UNIQUE("programme_id","code"),
	CONSTRAINT "projects_code_trimmed" CHECK ("projects"."code" <> '' and "projects"."code" = btrim("projects"."code")),
	CONSTRAINT "projects_pon_metro_code_normalised" CHECK ("projects"."code" !~* '^[A-Z]{2}\.?[0-9]\.[0-9]\.[0-9]' or "projects"."code" ~ '^[A-Z]{2}[0-9]\.[0-9]\.[0-9]\.[a-z][0-9]?$'),
	CONSTRAINT "projects_planned_in_order" CHECK ("projects"."planned_end" >= "projects"."started_on"),
	CONSTRAINT "projects_actual_in_order" CHECK ("projects"."actual_end" >= "projects"."started_on")
);
--> statement-breakpoint
CREATE TABLE "project_sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"funding_source" "funding_source" NOT NULL,
	"amount" numeric(15, 2) NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "project_sources_project_id_funding_source_unique" UNIQUE("project_id","funding_source"),
	CONSTRAINT "project_sources_amount_not_negative" CHECK ("project_sources"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "project_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"state" "project_state" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_works" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"work_id" uuid NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "project_works_project_id_work_id_unique" UNIQUE("project_id","work_id")
);
--> statement-breakpoint
CREATE TABLE "securings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" "securing_kind" NOT NULL,
	"secured_on" date NOT NULL,
	"occupation_id" uuid,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"regional_code" text,
	"building_id" uuid NOT NULL,
	"staircase" text,
	"floor" text,
	"interior" text,
	"use" "unit_use" NOT NULL,
	"service" "service",
	"area" numeric(8, 2),
	"rooms" integer,
	"accessible" boolean DEFAULT false NOT NULL,
	"theoretical_rent" numeric(15, 2),
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "units_code_unique" UNIQUE("code"),
	CONSTRAINT "units_regional_code_unique" UNIQUE("regional_code"),
	CONSTRAINT "units_area_positive" CHECK ("units"."area" > 0),
	CONSTRAINT "units_rooms_positive" CHECK ("units"."rooms" > 0),
	CONSTRAINT "units_theoretical_rent_not_negative" CHECK ("units"."theoretical_rent" >= 0)
);
--> statement-breakpoint
CREATE TABLE "unit_states" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"state" "unit_state" NOT NULL,
	"vacancy_reason" "vacancy_reason",
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"document" text,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "unit_states_reason_only_when_vacant" CHECK (("unit_states"."state" = 'vacant') = ("unit_states"."vacancy_reason" is not null)),
	CONSTRAINT "unit_states_other_needs_note" CHECK ("unit_states"."vacancy_reason" <> 'other' or "unit_states"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "uog_comuni" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"uog_id" text NOT NULL,
	"comune_id" char(6) NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uogs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "uog_kind" NOT NULL,
	"area" text,
	"director" text,
	"staff" integer,
	"operating_since" date,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "uogs_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "vacancies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"release_reason" "release_reason" NOT NULL,
	"ended_on" date DEFAULT 'infinity' NOT NULL,
	"outcome" "vacancy_outcome",
	"with_works" boolean DEFAULT false NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vacancies_outcome_when_ended" CHECK (("vacancies"."ended_on" < 'infinity') = ("vacancies"."outcome" is not null))
);
--> statement-breakpoint
CREATE TABLE "vacancy_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"stage" "vacancy_stage_kind" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch_area_buildings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"watch_area_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "watch_area_buildings_watch_area_id_building_id_unique" UNIQUE("watch_area_id","building_id")
);
--> statement-breakpoint
CREATE TABLE "watch_areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"comune_id" char(6) NOT NULL,
	"level" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"measures" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "watch_areas_level_one_to_four" CHECK ("watch_areas"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "work_buildings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "work_buildings_work_id_building_id_unique" UNIQUE("work_id","building_id")
);
--> statement-breakpoint
CREATE TABLE "work_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"kind" "work_event_kind" NOT NULL,
	"occurred_on" date NOT NULL,
	"cause" text,
	"amount_change" numeric(15, 2),
	"new_end" date,
	"document" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "work_events_suspension_needs_cause" CHECK ("work_events"."kind" <> 'suspension' or "work_events"."cause" is not null),
	CONSTRAINT "work_events_extension_needs_end" CHECK ("work_events"."kind" <> 'extension' or "work_events"."new_end" is not null)
);
--> statement-breakpoint
CREATE TABLE "works" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"kind" "work_kind" NOT NULL,
	"maintenance_programme_id" uuid,
	"complex_programme_id" uuid,
	"comune_id" char(6) NOT NULL,
	"uog_id" text,
	"building_id" uuid,
	"priority" integer DEFAULT 3 NOT NULL,
	"origin" "work_origin" DEFAULT 'programme' NOT NULL,
	"dwellings" integer DEFAULT 0 NOT NULL,
	"responsible" text,
	"baseline_start" date NOT NULL,
	"baseline_end" date NOT NULL,
	"actual_start" date,
	"actual_end" date,
	"initial_amount" numeric(15, 2) NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "works_code_unique" UNIQUE("code"),
	CONSTRAINT "works_priority_one_to_four" CHECK ("works"."priority" between 1 and 4),
	CONSTRAINT "works_dwellings_not_negative" CHECK ("works"."dwellings" >= 0),
	CONSTRAINT "works_initial_amount_not_negative" CHECK ("works"."initial_amount" >= 0),
	CONSTRAINT "works_baseline_in_order" CHECK ("works"."baseline_end" >= "works"."baseline_start"),
	CONSTRAINT "works_actual_in_order" CHECK ("works"."actual_end" >= "works"."actual_start")
);
--> statement-breakpoint
CREATE TABLE "work_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"state" "work_state" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"restored_on" date,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "work_units_work_id_unit_id_unique" UNIQUE("work_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ambiti" ADD CONSTRAINT "ambiti_lead_comune_id_comuni_id_fk" FOREIGN KEY ("lead_comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambito_comuni" ADD CONSTRAINT "ambito_comuni_ambito_id_ambiti_id_fk" FOREIGN KEY ("ambito_id") REFERENCES "public"."ambiti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ambito_comuni" ADD CONSTRAINT "ambito_comuni_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_neighbourhood_id_neighbourhoods_id_fk" FOREIGN KEY ("neighbourhood_id") REFERENCES "public"."neighbourhoods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_uogs" ADD CONSTRAINT "building_uogs_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_uogs" ADD CONSTRAINT "building_uogs_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complex_programmes" ADD CONSTRAINT "complex_programmes_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_figures" ADD CONSTRAINT "declared_figures_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_figures" ADD CONSTRAINT "declared_figures_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evictions" ADD CONSTRAINT "evictions_occupation_id_occupations_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_programmes" ADD CONSTRAINT "maintenance_programmes_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_reverses_same_project_and_kind" FOREIGN KEY ("reverses_id","project_id","kind") REFERENCES "public"."movements"("id","project_id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipi" ADD CONSTRAINT "municipi_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbourhoods" ADD CONSTRAINT "neighbourhoods_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbourhoods" ADD CONSTRAINT "neighbourhoods_municipio_id_municipi_id_fk" FOREIGN KEY ("municipio_id") REFERENCES "public"."municipi"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_targets" ADD CONSTRAINT "programme_targets_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_certificates" ADD CONSTRAINT "progress_certificates_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comuni" ADD CONSTRAINT "project_comuni_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comuni" ADD CONSTRAINT "project_comuni_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_cups" ADD CONSTRAINT "project_cups_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_links" ADD CONSTRAINT "project_links_from_id_projects_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_links" ADD CONSTRAINT "project_links_to_id_projects_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_sources" ADD CONSTRAINT "project_sources_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_stages" ADD CONSTRAINT "project_stages_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_works" ADD CONSTRAINT "project_works_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_works" ADD CONSTRAINT "project_works_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "securings" ADD CONSTRAINT "securings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "securings" ADD CONSTRAINT "securings_occupation_id_occupations_id_fk" FOREIGN KEY ("occupation_id") REFERENCES "public"."occupations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_states" ADD CONSTRAINT "unit_states_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uog_comuni" ADD CONSTRAINT "uog_comuni_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uog_comuni" ADD CONSTRAINT "uog_comuni_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancies" ADD CONSTRAINT "vacancies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_stages" ADD CONSTRAINT "vacancy_stages_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_area_buildings" ADD CONSTRAINT "watch_area_buildings_watch_area_id_watch_areas_id_fk" FOREIGN KEY ("watch_area_id") REFERENCES "public"."watch_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_area_buildings" ADD CONSTRAINT "watch_area_buildings_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_areas" ADD CONSTRAINT "watch_areas_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_buildings" ADD CONSTRAINT "work_buildings_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_buildings" ADD CONSTRAINT "work_buildings_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_events" ADD CONSTRAINT "work_events_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_maintenance_programme_id_maintenance_programmes_id_fk" FOREIGN KEY ("maintenance_programme_id") REFERENCES "public"."maintenance_programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_complex_programme_id_complex_programmes_id_fk" FOREIGN KEY ("complex_programme_id") REFERENCES "public"."complex_programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "works" ADD CONSTRAINT "works_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_stages" ADD CONSTRAINT "work_stages_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_units" ADD CONSTRAINT "work_units_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_units" ADD CONSTRAINT "work_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ambito_comuni_ambito_id_index" ON "ambito_comuni" USING btree ("ambito_id");--> statement-breakpoint
CREATE INDEX "buildings_comune_id_index" ON "buildings" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "buildings_neighbourhood_id_index" ON "buildings" USING btree ("neighbourhood_id");--> statement-breakpoint
CREATE INDEX "complex_programmes_comune_id_index" ON "complex_programmes" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "evictions_occupation_id_index" ON "evictions" USING btree ("occupation_id");--> statement-breakpoint
CREATE INDEX "evictions_planned_on_index" ON "evictions" USING btree ("planned_on");--> statement-breakpoint
CREATE INDEX "evictions_executed_on_index" ON "evictions" USING btree ("executed_on");--> statement-breakpoint
CREATE INDEX "movements_project_id_effective_on_index" ON "movements" USING btree ("project_id","effective_on");--> statement-breakpoint
CREATE INDEX "movements_effective_on_index" ON "movements" USING btree ("effective_on");--> statement-breakpoint
CREATE INDEX "occupations_unit_id_detected_on_index" ON "occupations" USING btree ("unit_id","detected_on");--> statement-breakpoint
CREATE INDEX "occupations_detected_on_index" ON "occupations" USING btree ("detected_on");--> statement-breakpoint
CREATE INDEX "occupations_closed_on_index" ON "occupations" USING btree ("closed_on");--> statement-breakpoint
CREATE INDEX "offices_uog_id_index" ON "offices" USING btree ("uog_id");--> statement-breakpoint
CREATE INDEX "offices_comune_id_index" ON "offices" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "project_comuni_comune_id_index" ON "project_comuni" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "project_cups_cup_index" ON "project_cups" USING btree ("cup");--> statement-breakpoint
CREATE UNIQUE INDEX "project_cups_one_main" ON "project_cups" USING btree ("project_id") WHERE "project_cups"."main";--> statement-breakpoint
CREATE INDEX "project_links_to_id_index" ON "project_links" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "project_stages_project_id_valid_to_index" ON "project_stages" USING btree ("project_id","valid_to");--> statement-breakpoint
CREATE INDEX "project_works_work_id_index" ON "project_works" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "securings_unit_id_index" ON "securings" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "securings_occupation_id_index" ON "securings" USING btree ("occupation_id");--> statement-breakpoint
CREATE INDEX "securings_secured_on_index" ON "securings" USING btree ("secured_on");--> statement-breakpoint
CREATE INDEX "units_building_id_index" ON "units" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "unit_states_unit_id_valid_to_index" ON "unit_states" USING btree ("unit_id","valid_to");--> statement-breakpoint
CREATE INDEX "unit_states_valid_to_valid_from_unit_id_state_vacancy_reason_index" ON "unit_states" USING btree ("valid_to","valid_from","unit_id","state","vacancy_reason");--> statement-breakpoint
CREATE INDEX "unit_states_state_valid_to_index" ON "unit_states" USING btree ("state","valid_to");--> statement-breakpoint
CREATE INDEX "uog_comuni_uog_id_index" ON "uog_comuni" USING btree ("uog_id");--> statement-breakpoint
CREATE INDEX "vacancies_started_on_index" ON "vacancies" USING btree ("started_on");--> statement-breakpoint
CREATE INDEX "vacancies_ended_on_index" ON "vacancies" USING btree ("ended_on");--> statement-breakpoint
CREATE INDEX "vacancy_stages_valid_to_index" ON "vacancy_stages" USING btree ("valid_to");--> statement-breakpoint
CREATE INDEX "watch_area_buildings_building_id_index" ON "watch_area_buildings" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "watch_areas_comune_id_index" ON "watch_areas" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "work_buildings_building_id_index" ON "work_buildings" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "work_events_work_id_occurred_on_index" ON "work_events" USING btree ("work_id","occurred_on");--> statement-breakpoint
CREATE INDEX "works_comune_id_index" ON "works" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "works_building_id_index" ON "works" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "works_maintenance_programme_id_index" ON "works" USING btree ("maintenance_programme_id");--> statement-breakpoint
CREATE INDEX "works_complex_programme_id_index" ON "works" USING btree ("complex_programme_id");--> statement-breakpoint
CREATE INDEX "work_stages_work_id_valid_to_index" ON "work_stages" USING btree ("work_id","valid_to");--> statement-breakpoint
CREATE INDEX "work_units_unit_id_index" ON "work_units" USING btree ("unit_id");