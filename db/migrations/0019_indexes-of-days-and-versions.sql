DROP INDEX "unit_states_valid_to_valid_from_unit_id_state_vacancy_reason_index";--> statement-breakpoint
DROP INDEX "unit_states_state_valid_to_valid_from_vacancy_reason_unit_id_index";--> statement-breakpoint
CREATE INDEX "reports_closed_at_index" ON "reports" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "unit_states_of_day" ON "unit_states" USING btree ("valid_to","valid_from","unit_id","state","vacancy_reason","recorded_at");--> statement-breakpoint
CREATE INDEX "unit_states_of_state" ON "unit_states" USING btree ("state","valid_to","valid_from","vacancy_reason","unit_id","recorded_at");