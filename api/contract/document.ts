import { readFileSync } from 'node:fs'
import { OpenAPIHono } from '@hono/zod-openapi'
import { groups, type Resource } from '../../db/defineResource.ts'
import { formerOf } from '../../db/former.ts'
import { describeAgreements } from './agreements.ts'
import { describeAnswers } from './answers.ts'
import { describeAttachments } from './attachments.ts'
import { describeCalendar } from './calendar.ts'
import { describeDeskCounts } from './deskCounts.ts'
import { describeFigures, figuresTag } from './figures.ts'
import { introduction } from './introduction.ts'
import { describeMovements } from './movements.ts'
import { describeResource } from './resourcePaths.ts'
import { describeSession, sessionScheme, sessionTag } from './session.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** The whole contract, OpenAPI 3.1, for sessions kept in a cookie of this name. */
export function writeDocument(resources: readonly Resource[], cookie: string) {
  const app = new OpenAPIHono()
  const { openAPIRegistry: registry } = app
  describeAnswers(registry)
  describeSession(registry, cookie)
  for (const resource of resources) describeResource(registry, resource, formerOf(resources, resource))
  describeMovements(registry)
  describeDeskCounts(registry)
  describeAttachments(registry)
  describeAgreements(registry)
  describeCalendar(registry)
  describeFigures(registry)
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ballatoio',
      version,
      description: introduction.trim(),
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/it/' },
    },
    servers: [{ url: '/api' }],
    security: [{ [sessionScheme]: [] }],
    tags: [sessionTag, ...registerTags(resources), figuresTag],
  })
}

const registerTags = (resources: readonly Resource[]) =>
  Object.entries(groups).map(([group, name]) => ({
    name,
    description: `${resources
      .filter((resource) => resource.group === group)
      .map(({ label }) => label.many)
      .join(', ')}.`,
  }))
