import { betterAuth } from 'better-auth/minimal'
import { createAuthMiddleware } from 'better-auth/api'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { account, rateLimit, session, user, verification } from '../../db/auth.ts'
import { toldByLibrary } from '../http/log.ts'

/** The header in which the server writes the caller's own address, whatever the caller says of it. */
export const addressHeader = 'x-ballatoio-address'

/** Local accounts with sessions in the database; passwords are hashed with scrypt, sign-in is throttled per address. */
export function createAuth(
  pool: Pool,
  { secret, production, publicUrl, log }: { secret: string; production: boolean; publicUrl: string | undefined; log: Logger },
) {
  return betterAuth({
    appName: 'Ballatoio',
    secret,
    basePath: '/api/auth',
    database: drizzleAdapter(drizzle(pool), { provider: 'pg', schema: { user, session, account, verification, rateLimit } }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    // Who knew the old password is out, on every device.
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) =>
        path === '/change-password' ? { context: { body: { ...(body as object), revokeOtherSessions: true } } } : undefined,
      ),
    },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 30 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/get-session': false },
    },
    trustedOrigins: (request) => (request ? [publicOrigin(request, publicUrl)] : []),
    advanced: {
      disableOriginCheck: false,
      cookiePrefix: 'ballatoio',
      useSecureCookies: production,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    // It would warn at every start that its address is taken from the request, as meant: there is one origin.
    logger: { level: 'error', log: toldByLibrary(log, 'better-auth') },
    // What is not a refusal of its own is thrown, and becomes an answer where all errors do.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
  })
}

/** Where browsers say they come from, behind a proxy that speaks HTTPS to them and passes the name they asked for. */
export const publicOrigin = ({ headers, url }: Request, publicUrl: string | undefined) =>
  publicUrl ?? `https://${headers.get('host') ?? new URL(url).host}`

export type Auth = ReturnType<typeof createAuth>
