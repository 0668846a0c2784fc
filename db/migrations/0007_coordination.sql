CREATE TYPE "public"."action_progress" AS ENUM('underway', 'closed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."table_theme" AS ENUM('needs', 'programming', 'occupations', 'tenants', 'cooperation');--> statement-breakpoint
CREATE TYPE "public"."attendance_state" AS ENUM('invited', 'present', 'absent');--> statement-breakpoint
CREATE TYPE "public"."table_cadence" AS ENUM('weekly', 'twiceMonthly', 'monthly', 'everyTwoMonths', 'quarterly', 'free');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('dwellingDestination', 'maintenancePriority', 'protection', 'communication', 'organisation');--> statement-breakpoint
CREATE TYPE "public"."finding_category" AS ENUM('structure', 'roofAndFacade', 'systems', 'lifts', 'asbestos', 'commonAreas', 'dwellings');--> statement-breakpoint
CREATE TYPE "public"."finding_gravity" AS ENUM('minor', 'moderate', 'serious', 'urgent');--> statement-breakpoint
CREATE TYPE "public"."meeting_outcome" AS ENUM('held', 'minutesApproved', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."municipal_sector" AS ENUM('socialServices', 'territory', 'security', 'urbanPlanning', 'publicWorks', 'housing');--> statement-breakpoint
CREATE TABLE "actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"description" text NOT NULL,
	"responsible_body_id" uuid NOT NULL,
	"responsible" text,
	"given_on" date NOT NULL,
	"due_on" date NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "actions_due_after_given" CHECK ("actions"."due_on" >= "actions"."given_on")
);
--> statement-breakpoint
CREATE TABLE "action_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"action_id" uuid NOT NULL,
	"state" "action_progress" NOT NULL,
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
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"theme" "table_theme" NOT NULL,
	"title" text NOT NULL,
	"presenter" text,
	"note" text,
	"work_id" uuid,
	"project_id" uuid,
	"building_id" uuid,
	"agreement_id" uuid,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agenda_items_position_positive" CHECK ("agenda_items"."position" > 0),
	CONSTRAINT "agenda_items_one_subject" CHECK (num_nonnulls("agenda_items"."work_id", "agenda_items"."project_id", "agenda_items"."building_id", "agenda_items"."agreement_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"table_member_id" uuid NOT NULL,
	"state" "attendance_state" DEFAULT 'invited' NOT NULL,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "attendances_meeting_id_table_member_id_unique" UNIQUE("meeting_id","table_member_id")
);
--> statement-breakpoint
CREATE TABLE "coordination_table_comuni" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coordination_table_id" uuid NOT NULL,
	"comune_id" char(6) NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "coordination_table_comuni_coordination_table_id_comune_id_unique" UNIQUE("coordination_table_id","comune_id")
);
--> statement-breakpoint
CREATE TABLE "coordination_tables" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"cadence" "table_cadence" NOT NULL,
	"uog_id" text,
	"started_on" date NOT NULL,
	"ended_on" date,
	"sectors" text,
	"place" text,
	"aims" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "coordination_tables_end_after_start" CHECK ("coordination_tables"."ended_on" >= "coordination_tables"."started_on")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"kind" "decision_kind" NOT NULL,
	"text" text NOT NULL,
	"decided_on" date,
	"work_id" uuid,
	"sap_dwellings" integer,
	"sas_dwellings" integer,
	"sat_dwellings" integer,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decisions_dwellings_not_negative" CHECK (least("decisions"."sap_dwellings", "decisions"."sas_dwellings", "decisions"."sat_dwellings") >= 0),
	CONSTRAINT "decisions_split_only_for_dwellings" CHECK ("decisions"."kind" = 'dwellingDestination' or num_nonnulls("decisions"."sap_dwellings", "decisions"."sas_dwellings", "decisions"."sat_dwellings") = 0),
	CONSTRAINT "decisions_destination_has_split" CHECK ("decisions"."kind" <> 'dwellingDestination' or "decisions"."decided_on" is null
        or num_nonnulls("decisions"."sap_dwellings", "decisions"."sas_dwellings", "decisions"."sat_dwellings") = 3)
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"inspection_id" uuid NOT NULL,
	"category" "finding_category" NOT NULL,
	"gravity" "finding_gravity" NOT NULL,
	"description" text NOT NULL,
	"estimated_cost" numeric(15, 2),
	"priority_id" uuid,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "findings_estimated_cost_not_negative" CHECK ("findings"."estimated_cost" >= 0)
);
--> statement-breakpoint
CREATE TABLE "inspections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"building_id" uuid NOT NULL,
	"coordination_table_id" uuid,
	"inspected_on" date NOT NULL,
	"joint" boolean DEFAULT true NOT NULL,
	"participants" text,
	"outcome" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coordination_table_id" uuid NOT NULL,
	"convened_on" date DEFAULT (now() at time zone 'Europe/Rome')::date NOT NULL,
	"day" date NOT NULL,
	"start_time" text DEFAULT '10:00' NOT NULL,
	"duration" integer DEFAULT 120 NOT NULL,
	"place" text,
	"sectors" text,
	"figures_on" date,
	"minutes" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meetings_coordination_table_id_day_start_time_unique" UNIQUE("coordination_table_id","day","start_time"),
	CONSTRAINT "meetings_of_day" UNIQUE("id","day"),
	CONSTRAINT "meetings_not_convened_for_the_past" CHECK ("meetings"."day" >= "meetings"."convened_on"),
	CONSTRAINT "meetings_start_time_shape" CHECK ("meetings"."start_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "meetings_duration_plausible" CHECK ("meetings"."duration" between 15 and 600),
	CONSTRAINT "meetings_figures_not_after_day" CHECK ("meetings"."figures_on" <= "meetings"."day")
);
--> statement-breakpoint
CREATE TABLE "meeting_stages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"state" "meeting_outcome" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date DEFAULT 'infinity' NOT NULL,
	"frozen_as_of" date,
	"frozen_known_at" timestamp with time zone,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_stages_frozen_when_held" CHECK (("meeting_stages"."state" <> 'cancelled') = ("meeting_stages"."frozen_as_of" is not null and "meeting_stages"."frozen_known_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"building_id" uuid NOT NULL,
	"coordination_table_id" uuid,
	"score" integer NOT NULL,
	"raised_on" date NOT NULL,
	"programmed_on" date,
	"work_id" uuid,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "priorities_score_one_to_hundred" CHECK ("priorities"."score" between 1 and 100),
	CONSTRAINT "priorities_programmed_after_raised" CHECK ("priorities"."programmed_on" >= "priorities"."raised_on"),
	CONSTRAINT "priorities_work_when_programmed" CHECK (("priorities"."programmed_on" is not null) = ("priorities"."work_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "table_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"coordination_table_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"body_id" uuid NOT NULL,
	"sector" "municipal_sector",
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "table_members_coordination_table_id_name_unique" UNIQUE("coordination_table_id","name")
);
--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_responsible_body_id_bodies_id_fk" FOREIGN KEY ("responsible_body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_given_at_their_meeting" FOREIGN KEY ("meeting_id","given_on") REFERENCES "public"."meetings"("id","day") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "action_stages" ADD CONSTRAINT "action_stages_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_table_member_id_table_members_id_fk" FOREIGN KEY ("table_member_id") REFERENCES "public"."table_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_table_comuni" ADD CONSTRAINT "coordination_table_comuni_coordination_table_id_coordination_tables_id_fk" FOREIGN KEY ("coordination_table_id") REFERENCES "public"."coordination_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_table_comuni" ADD CONSTRAINT "coordination_table_comuni_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordination_tables" ADD CONSTRAINT "coordination_tables_uog_id_uogs_id_fk" FOREIGN KEY ("uog_id") REFERENCES "public"."uogs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_inspection_id_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_priority_id_priorities_id_fk" FOREIGN KEY ("priority_id") REFERENCES "public"."priorities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_coordination_table_id_coordination_tables_id_fk" FOREIGN KEY ("coordination_table_id") REFERENCES "public"."coordination_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_coordination_table_id_coordination_tables_id_fk" FOREIGN KEY ("coordination_table_id") REFERENCES "public"."coordination_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_stages" ADD CONSTRAINT "meeting_stages_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_building_id_buildings_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."buildings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_coordination_table_id_coordination_tables_id_fk" FOREIGN KEY ("coordination_table_id") REFERENCES "public"."coordination_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_members" ADD CONSTRAINT "table_members_coordination_table_id_coordination_tables_id_fk" FOREIGN KEY ("coordination_table_id") REFERENCES "public"."coordination_tables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_members" ADD CONSTRAINT "table_members_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actions_meeting_id_index" ON "actions" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "actions_due_on_index" ON "actions" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "actions_responsible_body_id_index" ON "actions" USING btree ("responsible_body_id");--> statement-breakpoint
CREATE INDEX "action_stages_action_id_valid_to_index" ON "action_stages" USING btree ("action_id","valid_to");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting_id_index" ON "agenda_items" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "agenda_items_work_id_index" ON "agenda_items" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "agenda_items_project_id_index" ON "agenda_items" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "agenda_items_building_id_index" ON "agenda_items" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "agenda_items_agreement_id_index" ON "agenda_items" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "attendances_table_member_id_index" ON "attendances" USING btree ("table_member_id");--> statement-breakpoint
CREATE INDEX "coordination_table_comuni_comune_id_index" ON "coordination_table_comuni" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "decisions_meeting_id_index" ON "decisions" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "decisions_work_id_index" ON "decisions" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "findings_inspection_id_index" ON "findings" USING btree ("inspection_id");--> statement-breakpoint
CREATE INDEX "findings_priority_id_index" ON "findings" USING btree ("priority_id");--> statement-breakpoint
CREATE INDEX "inspections_building_id_index" ON "inspections" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "inspections_coordination_table_id_index" ON "inspections" USING btree ("coordination_table_id");--> statement-breakpoint
CREATE INDEX "inspections_inspected_on_index" ON "inspections" USING btree ("inspected_on");--> statement-breakpoint
CREATE INDEX "meetings_day_index" ON "meetings" USING btree ("day");--> statement-breakpoint
CREATE INDEX "meeting_stages_meeting_id_valid_to_index" ON "meeting_stages" USING btree ("meeting_id","valid_to");--> statement-breakpoint
CREATE INDEX "priorities_building_id_index" ON "priorities" USING btree ("building_id");--> statement-breakpoint
CREATE INDEX "priorities_coordination_table_id_index" ON "priorities" USING btree ("coordination_table_id");--> statement-breakpoint
CREATE INDEX "priorities_work_id_index" ON "priorities" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "table_members_coordination_table_id_index" ON "table_members" USING btree ("coordination_table_id");