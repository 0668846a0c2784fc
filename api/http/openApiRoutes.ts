import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import { groups, type Resource } from '../../db/defineResource.ts'
import type { AppEnv } from './context.ts'
import { describeAgreements } from './openApi/agreements.ts'
import { describeAttachments } from './openApi/attachments.ts'
import { describeCalendar } from './openApi/calendar.ts'
import { describeFigures, figuresTag } from './openApi/figures.ts'
import { introduction } from './openApi/requests.ts'
import { describeResource } from './openApi/resourcePaths.ts'
import { writtenOnce } from './writtenOnce.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** The contract, written from the declarations, and a page to read it: nothing is fetched from elsewhere. */
export function openApiRoutes(resources: readonly Resource[]): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>()
  routes.get(
    '/openapi.json',
    writtenOnce(() => writeDocument(resources)),
  )
  routes.get('/docs', (c) => c.html(page))
  routes.get('/docs/start.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  routes.get(
    '/docs/:file{swagger-ui(-bundle)?\\.(css|js)}',
    serveStatic({ root: swagger, rewriteRequestPath: (path) => path.slice(path.lastIndexOf('/')) }),
  )
  return routes
}

/** The whole document, OpenAPI 3.1. */
export function writeDocument(resources: readonly Resource[]): object {
  const app = new OpenAPIHono()
  for (const resource of resources) describeResource(app.openAPIRegistry, resource)
  describeAttachments(app.openAPIRegistry)
  describeAgreements(app.openAPIRegistry)
  describeCalendar(app.openAPIRegistry)
  describeFigures(app.openAPIRegistry)
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ballatoio',
      version,
      description: introduction.trim(),
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/it/' },
    },
    servers: [{ url: '/api' }],
    tags: [...Object.values(groups).map((name) => ({ name })), figuresTag],
  })
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
