import { z } from '@hono/zod-openapi'
import { type Role, roles } from '../../db/roles.ts'
import { type ScopeKind, scopeKinds } from '../../db/scopes.ts'
import { json, refusedWith, type Registry } from './answers.ts'
import { body } from './requests.ts'

export const sessionTag = {
  name: 'Sessione',
  description: 'Si accede una volta; il cookie che ne viene accompagna ogni richiesta.',
}

const tags = [sessionTag.name]

/** The scheme that every operation asks for, unless it says otherwise. */
export const sessionScheme = 'session'

const told = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    grants: z.array(
      z.object({
        role: z.enum(Object.keys(roles) as [Role, ...Role[]]),
        kind: z.enum(Object.keys(scopeKinds) as [ScopeKind, ...ScopeKind[]]),
        key: z.string(),
        title: z.string().nullable(),
      }),
    ),
  })
  .openapi('Session')

/** How a program comes to the cookie that everything else asks for. */
export function describeSession(registry: Registry, cookie: string) {
  registry.registerComponent('securitySchemes', sessionScheme, {
    type: 'apiKey',
    in: 'cookie',
    name: cookie,
    description: 'Il cookie con cui risponde `POST /auth/sign-in/email`.',
  })
  const refusal = json(
    z.object({ message: z.string(), code: z.string().optional() }).openapi('SignInRefusal'),
    'Indirizzo o password non vanno bene, o i tentativi sono stati troppi.',
  )
  registry.registerPath({
    method: 'post',
    path: '/auth/sign-in/email',
    operationId: 'signIn',
    security: [],
    tags,
    summary: 'Accede',
    request: { body: body(z.object({ email: z.email(), password: z.string() }).openapi('Credentials')) },
    responses: {
      200: {
        ...json(z.object({ user: z.object({ id: z.string(), name: z.string(), email: z.string() }).loose() }).loose(), 'Chi è.'),
        headers: { 'Set-Cookie': { description: 'La sessione.', schema: { type: 'string' } } },
      },
      ...refusedWith(),
      401: refusal,
      429: refusal,
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/auth/sign-out',
    operationId: 'signOut',
    security: [],
    tags,
    summary: 'Esce',
    description: 'La sessione finisce subito, ovunque.',
    request: { body: body(z.object({}).openapi('Nothing')) },
    responses: { 200: json(z.object({ success: z.boolean() }), 'La sessione è finita, se c’era.'), ...refusedWith() },
  })
  registry.registerPath({
    method: 'get',
    path: '/session',
    operationId: 'readSession',
    security: [],
    tags,
    summary: 'Chi chiede',
    description: 'Con i suoi ruoli di oggi e su che cosa li ha; nulla, se la sessione non c’è.',
    responses: { 200: json(told.nullable(), 'Chi è, e che cosa può fare dove.'), ...refusedWith() },
  })
  registry.registerPath({
    method: 'delete',
    path: '/session/feeds',
    operationId: 'revokeFeeds',
    tags,
    summary: 'Revoca gli indirizzi dei calendari',
    description: 'Quelli dati finora a chi chiede smettono di rispondere.',
    responses: { 204: { description: 'Revocati.' }, ...refusedWith() },
  })
}
