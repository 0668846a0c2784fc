import { createMiddleware } from 'hono/factory'
import type { Role } from '../../db/roles.ts'
import type { AppEnv } from '../http/context.ts'
import { Refusal } from '../http/errors.ts'
import type { Auth } from './auth.ts'

/** Lets only a signed-in user through, and says who it is. */
export const signedIn = (auth: Auth) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const found = await auth.api.getSession({ headers: c.req.raw.headers })
    if (!found) throw new Refusal(401, 'La sessione è scaduta o non è mai iniziata: accedere di nuovo.')
    const { id, name, email, role } = found.user
    c.set('user', { id, name, email, role: role as Role })
    await next()
  })
