-- The views are made again at every start that finds them changed.
DROP SCHEMA IF EXISTS live, replay, known CASCADE;--> statement-breakpoint
ALTER TABLE "comuni" ALTER COLUMN "latitude" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "comuni" ALTER COLUMN "longitude" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "buildings" ALTER COLUMN "latitude" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "buildings" ALTER COLUMN "longitude" SET DATA TYPE numeric;--> statement-breakpoint
DO $$
DECLARE register text;
BEGIN
  FOREACH register IN ARRAY array['comuni', 'buildings'] LOOP
    IF to_regclass('history.' || register) IS NOT NULL THEN
      EXECUTE format('ALTER TABLE history.%I ALTER COLUMN latitude TYPE numeric, ALTER COLUMN longitude TYPE numeric', register);
      PERFORM app.attest(register);
    END IF;
  END LOOP;
END $$;
