import { sql } from 'drizzle-orm'
import { bigint, boolean, date, index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'
import type { Role } from './roles.ts'
import type { ScopeKind } from './scopes.ts'

export const authSchema = pgSchema('auth')

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const user = authSchema.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  isDemo: boolean('is_demo').notNull().default(false),
  /** Counts up when the addresses of the user's calendar feeds are revoked. */
  feedSerial: integer('feed_serial').notNull().default(0),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** What a user may do, where, and for which days: a role over the whole agency, or over one UOG, comune, programme or body. */
export const grants = authSchema.table(
  'grants',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text('role').$type<Role>().notNull(),
    kind: text('kind').$type<ScopeKind>().notNull(),
    /** Of which one; of the whole agency, empty. */
    key: text('key').notNull().default(''),
    validFrom: date('valid_from')
      .notNull()
      .default(sql`current_date`),
    validTo: date('valid_to').notNull().default('infinity'),
  },
  (t) => [index().on(t.userId)],
)

export const session = authSchema.table('session', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  token: text('token').notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** Every attempt to sign in: whose account, from where, and what came of it. Of an account that is not there, a digest of what was typed. */
export const signIns = authSchema.table(
  'sign_ins',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    address: text('address').notNull(),
    outcome: text('outcome').$type<'succeeded' | 'refused' | 'throttled'>().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index().on(t.account, t.at)],
)

export const account = authSchema.table('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const verification = authSchema.table('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const rateLimit = authSchema.table('rate_limit', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})
