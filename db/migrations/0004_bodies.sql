CREATE TYPE "public"."body_kind" AS ENUM('aler', 'comune', 'region', 'state', 'company', 'specialAgency', 'thirdSector', 'other');--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" "body_kind" NOT NULL,
	"comune_id" char(6),
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bodies_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bodies_comune_id_index" ON "bodies" USING btree ("comune_id");