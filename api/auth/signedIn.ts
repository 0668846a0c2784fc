import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/context.ts'
import { notSignedIn } from '../http/errors.ts'
import type { Auth } from './auth.ts'

/** Lets only those through who show the token of a session that this program has signed; whether it still stands, the door says. */
export const signedIn = (auth: Auth) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = await tokenOf(c, auth)
    if (!token) throw notSignedIn()
    c.set('token', token)
    await next()
  })

/** The token of a session that this program has signed, if the request shows one. */
export async function tokenOf(c: Context, auth: Auth): Promise<string | null> {
  const { secret, authCookies } = await auth.$context
  return tokenIn(getCookie(c, authCookies.sessionToken.name) ?? '', secret)
}

/**
 * The token of a cookie that carries its signature, as the authentication library writes it; null where that is not ours. Web
 * Crypto, with which libraries verify it, costs every request a trip to another thread.
 */
function tokenIn(cookie: string, secret: string): string | null {
  const end = cookie.lastIndexOf('.')
  if (end < 1) return null
  const token = cookie.slice(0, end)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(cookie.slice(end + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}
