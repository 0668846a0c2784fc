import { createMiddleware } from 'hono/factory'
import type { Resource } from '../../db/defineResource.ts'
import type { AppEnv } from '../http/context.ts'
import { forbidden } from './permits.ts'

/**
 * Lets through to a register who may read it and, to write there, says in which roles: what nobody said who may write is
 * refused by the database.
 */
export function permitted(resources: readonly Resource[]) {
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  return createMiddleware<AppEnv>(async (c, next) => {
    const { permits, client } = c.var
    const [, , name = '', , passage] = c.req.path.split('/')
    const resource = byName.get(name)
    if (resource) {
      if (!permits.reads(resource.group)) throw forbidden()
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
        const acting = passage === 'transitions' ? permits.movers(resource) : permits.writers(resource)
        if (acting.length === 0 && !resource.readOnly) throw forbidden()
        client.actAs(acting)
      }
    }
    await next()
  })
}
