INSERT INTO "camera_systems" ("building_id", "planned_on", "planned_cameras", "activated_on", "active_cameras", "connected_on", "source", "is_demo")
  SELECT id, recorded_at::date, greatest(cameras, 1), CASE WHEN surveillance <> 'planned' THEN recorded_at::date END,
    CASE WHEN surveillance <> 'planned' THEN greatest(cameras, 1) END, CASE WHEN surveillance = 'connected' THEN recorded_at::date END, source, is_demo
  FROM "buildings" WHERE surveillance <> 'none';--> statement-breakpoint
DROP SCHEMA IF EXISTS live, replay, known CASCADE;--> statement-breakpoint
CREATE SCHEMA live;--> statement-breakpoint
CREATE SCHEMA replay;--> statement-breakpoint
CREATE SCHEMA known;--> statement-breakpoint
ALTER TABLE IF EXISTS history.buildings DROP COLUMN IF EXISTS "surveillance", DROP COLUMN IF EXISTS "cameras";--> statement-breakpoint
ALTER TABLE "buildings" DROP CONSTRAINT "buildings_cameras_not_negative";--> statement-breakpoint
ALTER TABLE "buildings" DROP COLUMN "surveillance";--> statement-breakpoint
ALTER TABLE "buildings" DROP COLUMN "cameras";--> statement-breakpoint
DROP TYPE "public"."surveillance_state";