DROP INDEX "unit_states_unit_id_valid_to_index";--> statement-breakpoint
ALTER TABLE "works" ALTER COLUMN "initial_amount" DROP NOT NULL;