CREATE TYPE "public"."activity_scale" AS ENUM('borgo', 'neighbourhood', 'city');--> statement-breakpoint
CREATE TYPE "public"."accompaniment_phase_kind" AS ENUM('selection', 'preliminary', 'preallocation', 'entry', 'management');--> statement-breakpoint
CREATE TYPE "public"."desk_service_group" AS ENUM('milano', 'ownServices', 'housingAgency', 'controlledRent', 'welfareFoundation');--> statement-breakpoint
CREATE TYPE "public"."help_desk_action" AS ENUM('milano', 'metropolitan');--> statement-breakpoint
CREATE TYPE "public"."help_desk_state" AS ENUM('planned', 'active', 'suspended', 'closed');--> statement-breakpoint
CREATE TYPE "public"."report_channel_kind" AS ENUM('emergencyLine', 'heatingLine', 'squattingLine', 'desk', 'table');--> statement-breakpoint
CREATE TYPE "public"."report_kind" AS ENUM('water', 'heating', 'electricity', 'lift', 'structure', 'commonAreas', 'squatting', 'conduct', 'other');--> statement-breakpoint
CREATE TYPE "public"."report_outcome" AS ENUM('solved', 'turnedIntoWorks', 'passedOn', 'unfounded');--> statement-breakpoint
CREATE TYPE "public"."report_priority" AS ENUM('emergency', 'urgent', 'ordinary', 'deferrable');--> statement-breakpoint
CREATE TYPE "public"."service_space_use" AS ENUM('residents', 'neighbourhood', 'office', 'business');--> statement-breakpoint
CREATE TYPE "public"."shelter_kind" AS ENUM('municipal', 'contracted');--> statement-breakpoint
CREATE TABLE "accompaniment_activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"scale" "activity_scale" NOT NULL,
	"title" text NOT NULL,
	"task_id" uuid,
	"space_id" uuid,
	"planned_on" date NOT NULL,
	"held_on" date,
	"participants" integer,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accompaniment_activities_participants_when_held" CHECK ("accompaniment_activities"."participants" is null or "accompaniment_activities"."held_on" is not null),
	CONSTRAINT "accompaniment_activities_participants_not_negative" CHECK ("accompaniment_activities"."participants" >= 0)
);--> statement-breakpoint
CREATE TABLE "accompaniment_phases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" "accompaniment_phase_kind" NOT NULL,
	"description" text NOT NULL,
	"planned_start" date,
	"planned_end" date,
	"started_on" date,
	"ended_on" date,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accompaniment_phases_planned_in_order" CHECK ("accompaniment_phases"."planned_end" >= "accompaniment_phases"."planned_start"),
	CONSTRAINT "accompaniment_phases_ended_after_started" CHECK ("accompaniment_phases"."ended_on" is null or ("accompaniment_phases"."started_on" is not null and "accompaniment_phases"."ended_on" >= "accompaniment_phases"."started_on"))
);--> statement-breakpoint
CREATE TABLE "accompaniment_tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accompaniment_tasks_one_per_number" UNIQUE("project_id","number"),
	CONSTRAINT "accompaniment_tasks_number_positive" CHECK ("accompaniment_tasks"."number" > 0)
);--> statement-breakpoint
CREATE TABLE "allocation_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"target_group" text NOT NULL,
	"planned_dwellings" integer NOT NULL,
	"allocated_dwellings" integer DEFAULT 0 NOT NULL,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "allocation_targets_one_per_group" UNIQUE("project_id","target_group"),
	CONSTRAINT "allocation_targets_planned_positive" CHECK ("allocation_targets"."planned_dwellings" > 0),
	CONSTRAINT "allocation_targets_allocated_within_planned" CHECK ("allocation_targets"."allocated_dwellings" between 0 and "allocation_targets"."planned_dwellings")
);--> statement-breakpoint
CREATE TABLE "camera_systems" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"building_id" uuid NOT NULL,
	"planned_on" date NOT NULL,
	"planned_cameras" integer NOT NULL,
	"activated_on" date,
	"active_cameras" integer,
	"connected_on" date,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "camera_systems_one_per_building" UNIQUE("building_id"),
	CONSTRAINT "camera_systems_planned_positive" CHECK ("camera_systems"."planned_cameras" > 0),
	CONSTRAINT "camera_systems_activated_after_planned" CHECK ("camera_systems"."activated_on" >= "camera_systems"."planned_on"),
	CONSTRAINT "camera_systems_cameras_when_active" CHECK (("camera_systems"."activated_on" is null) = ("camera_systems"."active_cameras" is null) and coalesce("camera_systems"."active_cameras", 1) > 0),
	CONSTRAINT "camera_systems_connected_when_active" CHECK ("camera_systems"."connected_on" is null or ("camera_systems"."activated_on" is not null and "camera_systems"."connected_on" >= "camera_systems"."activated_on"))
);--> statement-breakpoint
CREATE TABLE "desk_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"help_desk_id" uuid NOT NULL,
	"desk_service_id" uuid NOT NULL,
	"month" date NOT NULL,
	"accesses" integer NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "desk_counts_one_per_month" UNIQUE("help_desk_id","desk_service_id","month"),
	CONSTRAINT "desk_counts_month_is_its_first_day" CHECK (extract(day from "desk_counts"."month") = 1),
	CONSTRAINT "desk_counts_accesses_plausible" CHECK ("desk_counts"."accesses" between 0 and 100000)
);--> statement-breakpoint
CREATE TABLE "desk_offerings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"help_desk_id" uuid NOT NULL,
	"desk_service_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "desk_offerings_once" UNIQUE("help_desk_id","desk_service_id")
);--> statement-breakpoint
CREATE TABLE "desk_services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"action" "help_desk_action" NOT NULL,
	"group" "desk_service_group" NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"offered_by" text NOT NULL,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "desk_services_one_per_name" UNIQUE("action","name"),
	CONSTRAINT "desk_services_one_per_position" UNIQUE("action","position"),
	CONSTRAINT "desk_services_position_positive" CHECK ("desk_services"."position" > 0)
);--> statement-breakpoint
CREATE TABLE "help_desk_areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"help_desk_id" uuid NOT NULL,
	"comune_id" char(6) NOT NULL,
	"municipio_id" uuid,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "help_desk_areas_once" UNIQUE NULLS NOT DISTINCT("help_desk_id","comune_id","municipio_id")
);--> statement-breakpoint
CREATE TABLE "help_desks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"body_id" uuid NOT NULL,
	"action" "help_desk_action",
	"project_id" uuid,
	"address" text,
	"hours" text,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "help_desks_one_per_name" UNIQUE("name")
);--> statement-breakpoint
CREATE TABLE "help_desk_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"help_desk_id" uuid NOT NULL,
	"state" "help_desk_state" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);--> statement-breakpoint
CREATE TABLE "report_channels" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" "report_channel_kind" NOT NULL,
	"number" text,
	"free" boolean,
	"around_the_clock" boolean DEFAULT false NOT NULL,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_channels_one_per_name" UNIQUE("name")
);--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"channel_id" uuid NOT NULL,
	"comune_id" char(6) NOT NULL,
	"building_id" uuid,
	"unit_id" uuid,
	"kind" "report_kind" NOT NULL,
	"priority" "report_priority" NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"outcome" "report_outcome",
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reports_unit_with_its_building" CHECK ("reports"."unit_id" is null or "reports"."building_id" is not null),
	CONSTRAINT "reports_taken_after_opened" CHECK ("reports"."taken_at" >= "reports"."opened_at"),
	CONSTRAINT "reports_closed_after_taken" CHECK ("reports"."closed_at" >= coalesce("reports"."taken_at", "reports"."opened_at")),
	CONSTRAINT "reports_outcome_when_closed" CHECK (("reports"."closed_at" is null) = ("reports"."outcome" is null))
);--> statement-breakpoint
CREATE TABLE "service_spaces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"use" "service_space_use" NOT NULL,
	"area" numeric(8, 2),
	"management" text,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_spaces_area_positive" CHECK ("service_spaces"."area" > 0)
);--> statement-breakpoint
CREATE TABLE "shelter_places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" "shelter_kind" NOT NULL,
	"body" text NOT NULL,
	"comune_id" char(6) NOT NULL,
	"address" text,
	"places" integer,
	"opened_on" date,
	"closed_on" date,
	"project_id" uuid,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shelter_places_places_positive" CHECK ("shelter_places"."places" > 0),
	CONSTRAINT "shelter_places_places_when_open" CHECK ("shelter_places"."opened_on" is null or "shelter_places"."places" is not null),
	CONSTRAINT "shelter_places_closed_after_opened" CHECK ("shelter_places"."closed_on" is null or ("shelter_places"."opened_on" is not null and "shelter_places"."closed_on" > "shelter_places"."opened_on"))
);--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_of_comune" UNIQUE("id","comune_id");--> statement-breakpoint
ALTER TABLE "municipi" ADD CONSTRAINT "municipi_of_comune" UNIQUE("id","comune_id");--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_of_building" UNIQUE("id","building_id");--> statement-breakpoint
ALTER TABLE "accompaniment_activities" ADD CONSTRAINT "accompaniment_activities_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniment_activities" ADD CONSTRAINT "accompaniment_activities_task_id_accompaniment_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."accompaniment_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniment_activities" ADD CONSTRAINT "accompaniment_activities_space_id_service_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."service_spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniment_phases" ADD CONSTRAINT "accompaniment_phases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accompaniment_tasks" ADD CONSTRAINT "accompaniment_tasks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_targets" ADD CONSTRAINT "allocation_targets_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "camera_systems" ADD CONSTRAINT "camera_systems_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_counts" ADD CONSTRAINT "desk_counts_help_desk_id_help_desks_id_fk" FOREIGN KEY ("help_desk_id") REFERENCES "public"."help_desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_counts" ADD CONSTRAINT "desk_counts_desk_service_id_desk_services_id_fk" FOREIGN KEY ("desk_service_id") REFERENCES "public"."desk_services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_offerings" ADD CONSTRAINT "desk_offerings_help_desk_id_help_desks_id_fk" FOREIGN KEY ("help_desk_id") REFERENCES "public"."help_desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_offerings" ADD CONSTRAINT "desk_offerings_desk_service_id_desk_services_id_fk" FOREIGN KEY ("desk_service_id") REFERENCES "public"."desk_services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_offerings" ADD CONSTRAINT "desk_offerings_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_desk_areas" ADD CONSTRAINT "help_desk_areas_help_desk_id_help_desks_id_fk" FOREIGN KEY ("help_desk_id") REFERENCES "public"."help_desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_desk_areas" ADD CONSTRAINT "help_desk_areas_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_desk_areas" ADD CONSTRAINT "help_desk_areas_municipio_of_comune" FOREIGN KEY ("municipio_id","comune_id") REFERENCES "public"."municipi"("id","comune_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_desks" ADD CONSTRAINT "help_desks_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_desks" ADD CONSTRAINT "help_desks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_desk_stages" ADD CONSTRAINT "help_desk_stages_help_desk_id_help_desks_id_fk" FOREIGN KEY ("help_desk_id") REFERENCES "public"."help_desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_channel_id_report_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."report_channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_building_in_comune" FOREIGN KEY ("building_id","comune_id") REFERENCES "public"."buildings"("id","comune_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_unit_in_building" FOREIGN KEY ("unit_id","building_id") REFERENCES "public"."units"("id","building_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_spaces" ADD CONSTRAINT "service_spaces_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shelter_places" ADD CONSTRAINT "shelter_places_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shelter_places" ADD CONSTRAINT "shelter_places_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accompaniment_activities_project_id_index" ON "accompaniment_activities" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "accompaniment_activities_task_id_index" ON "accompaniment_activities" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "accompaniment_activities_space_id_index" ON "accompaniment_activities" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "accompaniment_phases_project_id_index" ON "accompaniment_phases" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "accompaniment_tasks_project_id_index" ON "accompaniment_tasks" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "allocation_targets_project_id_index" ON "allocation_targets" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "camera_systems_planned_on_index" ON "camera_systems" USING btree ("planned_on");--> statement-breakpoint
CREATE INDEX "desk_counts_month_index" ON "desk_counts" USING btree ("month");--> statement-breakpoint
CREATE INDEX "desk_counts_desk_service_id_index" ON "desk_counts" USING btree ("desk_service_id");--> statement-breakpoint
CREATE INDEX "desk_offerings_desk_service_id_index" ON "desk_offerings" USING btree ("desk_service_id");--> statement-breakpoint
CREATE INDEX "desk_offerings_body_id_index" ON "desk_offerings" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "help_desk_areas_comune_id_index" ON "help_desk_areas" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "help_desks_body_id_index" ON "help_desks" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "help_desks_project_id_index" ON "help_desks" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "help_desk_stages_help_desk_id_valid_to_index" ON "help_desk_stages" USING btree ("help_desk_id","valid_to");--> statement-breakpoint
CREATE INDEX "reports_opened_at_index" ON "reports" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "reports_comune_id_index" ON "reports" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "reports_building_id_index" ON "reports" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "reports_unit_id_index" ON "reports" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "reports_channel_id_index" ON "reports" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "service_spaces_project_id_index" ON "service_spaces" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "shelter_places_comune_id_index" ON "shelter_places" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "shelter_places_project_id_index" ON "shelter_places" USING btree ("project_id");--> statement-breakpoint
ALTER TABLE "evictions" ADD CONSTRAINT "evictions_shelter_for_the_fragile" CHECK ("evictions"."shelter" is null or "evictions"."shelter" = 'notDue' or coalesce("evictions"."minors_present", false) or coalesce("evictions"."fragility", false));--> statement-breakpoint
ALTER TABLE "evictions" ADD CONSTRAINT "evictions_shelter_due_with_minors" CHECK ("evictions"."shelter" <> 'notDue' or not coalesce("evictions"."minors_present", false));--> statement-breakpoint
ALTER TABLE "evictions" ADD CONSTRAINT "evictions_shelter_proposed_by_social_services" CHECK ("evictions"."shelter" is null or "evictions"."shelter" not in ('proposed', 'accepted', 'refused') or "evictions"."social_services");
