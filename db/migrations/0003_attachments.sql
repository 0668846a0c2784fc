CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"register" text NOT NULL,
	"record_id" text NOT NULL,
	"attached_to" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"digest" char(64) NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "attachments_size_positive" CHECK ("attachments"."size" > 0)
);
--> statement-breakpoint
CREATE INDEX "attachments_register_record_id_index" ON "attachments" USING btree ("register","record_id");