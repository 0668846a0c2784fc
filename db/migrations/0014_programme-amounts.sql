ALTER TABLE "complex_programmes" ADD COLUMN "revised_amount" numeric(15, 2);--> statement-breakpoint
ALTER TABLE "complex_programmes" ADD COLUMN "revised_on" date;--> statement-breakpoint
ALTER TABLE "complex_programmes" ADD CONSTRAINT "complex_programmes_revised_amount_not_negative" CHECK ("complex_programmes"."revised_amount" >= 0);--> statement-breakpoint
ALTER TABLE "complex_programmes" ADD CONSTRAINT "complex_programmes_revision_has_day" CHECK (("complex_programmes"."revised_amount" is null) = ("complex_programmes"."revised_on" is null));--> statement-breakpoint
ALTER TABLE "complex_programmes" ADD CONSTRAINT "complex_programmes_revised_after_agreed" CHECK ("complex_programmes"."revised_on" >= "complex_programmes"."agreed_on");