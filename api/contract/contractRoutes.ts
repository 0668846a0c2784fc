import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Resource } from '../../db/defineResource.ts'
import type { Auth } from '../auth/auth.ts'
import type { AppEnv } from '../http/context.ts'
import { writtenOnce } from '../http/writtenOnce.ts'
import { writeDocument } from './document.ts'

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** The contract, written from the declarations, and a page to read it: nothing is fetched from elsewhere. */
export function contractRoutes(resources: readonly Resource[], auth: Auth): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(
    '/openapi.json',
    writtenOnce(async () => {
      const { authCookies } = await auth.$context
      return writeDocument(resources, authCookies.sessionToken.name)
    }),
  )
  routes.get('/docs', (c) => c.html(page))
  routes.get('/docs/start.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  routes.get(
    '/docs/:file{swagger-ui(-bundle)?\\.(css|js)}',
    serveStatic({ root: swagger, rewriteRequestPath: (path) => path.slice(path.lastIndexOf('/')) }),
  )
  return routes
}

const page = `<!doctype html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Interfaccia di Ballatoio</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <main id="docs"></main>
    <noscript>La pagina ha bisogno di JavaScript; il documento è in <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const script = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
})
`
