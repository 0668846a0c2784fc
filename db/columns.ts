import { boolean, date, integer, numeric, pgEnum, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * What every business table carries besides its own columns: where the fact comes from, and the system clock's side of
 * the record. `recordedAt`, `recordedBy` and `version` are stamped by the history trigger, never by a caller.
 */
export const record = {
  source: text('source'),
  isDemo: boolean('is_demo').notNull().default(false),
  recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  recordedBy: text('recorded_by').notNull().default('sistema'),
  version: integer('version').notNull().default(1),
}

export const identity = { id: uuid('id').primaryKey().defaultRandom() }

/** A half-open span of days `[validFrom, validTo)`; `infinity` while it lasts. */
export const span = {
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
}

/** Euro with two decimals, a string in JSON: never a float. */
export const money = (name: string) => numeric(name, { precision: 15, scale: 2 })

/** A Postgres enum with the keys of its Italian labels, in their order: the order of the screen is the order of the sort. */
export function choiceEnum<const C extends Record<string, string>>(name: string, choices: C) {
  return pgEnum(name, Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]])
}
