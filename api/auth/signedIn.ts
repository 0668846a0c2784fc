import { getSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/context.ts'
import { notSignedIn } from '../http/errors.ts'
import type { Auth } from './auth.ts'

/** Lets only those through who show the token of a session that this program has signed; whether it still stands, the door says. */
export const signedIn = (auth: Auth) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { secret, authCookies } = await auth.$context
    const token = await getSignedCookie(c, secret, authCookies.sessionToken.name)
    if (!token) throw notSignedIn()
    c.set('token', token)
    await next()
  })
