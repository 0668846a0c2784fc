CREATE TYPE "public"."agreement_kind" AS ENUM('sharedOffice', 'convention', 'protocol', 'securityPact', 'article15', 'programmeAgreement');--> statement-breakpoint
CREATE TYPE "public"."agreement_step" AS ENUM('announced', 'draft', 'signed');--> statement-breakpoint
CREATE TABLE "agreement_parties" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"signatory" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreement_parties_agreement_id_body_id_unique" UNIQUE("agreement_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "agreement_perimeters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"owner" "owner" NOT NULL,
	"dwellings" integer NOT NULL,
	"caveat" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreement_perimeters_agreement_id_owner_unique" UNIQUE("agreement_id","owner"),
	CONSTRAINT "agreement_perimeters_dwellings_not_negative" CHECK ("agreement_perimeters"."dwellings" >= 0)
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "agreement_kind" NOT NULL,
	"title" text NOT NULL,
	"comune_id" char(6),
	"step" "agreement_step" DEFAULT 'draft' NOT NULL,
	"announced_on" date,
	"signed_on" date,
	"starts_on" date,
	"months" integer,
	"notice_months" integer,
	"closed_on" date,
	"yearly_rent" numeric(15, 2),
	"instalment_months" integer DEFAULT 12 NOT NULL,
	"payer_id" uuid,
	"payee_id" uuid,
	"use_hours" text,
	"legal_norm" text,
	"supersedes_id" uuid,
	"subject" text,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreements_months_positive" CHECK ("agreements"."months" between 1 and 1200),
	CONSTRAINT "agreements_months_need_start" CHECK ("agreements"."months" is null or "agreements"."starts_on" is not null),
	CONSTRAINT "agreements_notice_within_term" CHECK ("agreements"."notice_months" >= 0 and "agreements"."notice_months" <= coalesce("agreements"."months", 1200)),
	CONSTRAINT "agreements_ends_after_it_starts_early" CHECK ("agreements"."closed_on" > coalesce("agreements"."starts_on", "agreements"."signed_on")),
	CONSTRAINT "agreements_rent_not_negative" CHECK ("agreements"."yearly_rent" >= 0),
	CONSTRAINT "agreements_rent_has_payer_and_payee" CHECK ("agreements"."yearly_rent" is null or ("agreements"."payer_id" is not null and "agreements"."payee_id" is not null and "agreements"."payer_id" <> "agreements"."payee_id")),
	CONSTRAINT "agreements_instalment_months_whole" CHECK ("agreements"."instalment_months" in (1, 2, 3, 4, 6, 12)),
	CONSTRAINT "agreements_signed_has_date" CHECK ("agreements"."step" <> 'signed' or "agreements"."signed_on" is not null or "agreements"."starts_on" is not null),
	CONSTRAINT "agreements_signature_means_signed" CHECK ("agreements"."signed_on" is null or "agreements"."step" = 'signed'),
	CONSTRAINT "agreements_two_agreements" CHECK ("agreements"."supersedes_id" <> "agreements"."id")
);
--> statement-breakpoint
CREATE TABLE "agreement_works" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"work_id" uuid NOT NULL,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreement_works_agreement_id_work_id_unique" UNIQUE("agreement_id","work_id")
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"body_id" uuid,
	"text" text NOT NULL,
	"due_on" date,
	"done_on" date,
	"dropped_on" date,
	"note" text,
	"source" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text DEFAULT 'sistema' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "commitments_done_or_dropped" CHECK ("commitments"."done_on" is null or "commitments"."dropped_on" is null)
);
--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_perimeters" ADD CONSTRAINT "agreement_perimeters_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_comune_id_comuni_id_fk" FOREIGN KEY ("comune_id") REFERENCES "public"."comuni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_payer_id_bodies_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_payee_id_bodies_id_fk" FOREIGN KEY ("payee_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_supersedes_id_agreements_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_works" ADD CONSTRAINT "agreement_works_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_works" ADD CONSTRAINT "agreement_works_work_id_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_parties_body_id_index" ON "agreement_parties" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "agreements_comune_id_index" ON "agreements" USING btree ("comune_id");--> statement-breakpoint
CREATE INDEX "agreements_supersedes_id_index" ON "agreements" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "agreement_works_work_id_index" ON "agreement_works" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "commitments_agreement_id_index" ON "commitments" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "commitments_body_id_index" ON "commitments" USING btree ("body_id");