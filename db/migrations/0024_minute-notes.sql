CREATE TABLE "minute_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"noted_on" date DEFAULT (now() at time zone 'Europe/Rome')::date NOT NULL,
	"text" text NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "minute_notes_text_not_empty" CHECK (trim("minute_notes"."text") <> '')
);
--> statement-breakpoint
ALTER TABLE "minute_notes" ADD CONSTRAINT "minute_notes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minute_notes_meeting_id_index" ON "minute_notes" USING btree ("meeting_id");