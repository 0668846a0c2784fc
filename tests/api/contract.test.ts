import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { calendarRoutes } from '../../api/calendar/calendarRoutes.ts'
import { namesOf } from '../../api/contract/names.ts'
import { dashboardRoutes } from '../../api/dashboards/dashboardRoutes.ts'
import { KeptAnswers } from '../../api/dashboards/keptAnswers.ts'
import { metricRoutes } from '../../api/metrics/metricRoutes.ts'
import { allocationRoutes } from '../../api/passages/allocationRoutes.ts'
import { deskCountRoutes } from '../../api/passages/deskCountRoutes.ts'
import { duplicateRoutes } from '../../api/passages/duplicateRoutes.ts'
import { resources } from '../../db/resources.ts'
import { transitionTables } from '../../db/transitions/index.ts'
import { type Client, startApp } from '../harness/startApp.ts'
import type { Body } from './ask.ts'

type Paths = Record<string, Record<string, Operation>>
interface Operation {
  operationId: string
  security?: unknown[]
  tags: string[]
  summary: string
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Body }[]
  requestBody?: { content: { 'application/json': { schema: Body } } }
  responses: Record<string, { headers?: Body; content?: Record<string, { schema: Body }> }>
}

const linter = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')

let client: Client
let document: {
  openapi: string
  info: Body
  servers: Body[]
  tags: { name: string }[]
  paths: Paths
  security: Body[]
  components: { schemas: Record<string, Body>; securitySchemes: Body }
}

beforeAll(async () => {
  client = await (await startApp()).as('sviluppo@aler.it')
  document = (await (await client.request('/api/openapi.json')).json()) as typeof document
})

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )

const own = [
  ['', calendarRoutes('')],
  ['', duplicateRoutes()],
  ['', deskCountRoutes()],
  ['', allocationRoutes()],
  ['/metrics', metricRoutes()],
  ['/dashboards', dashboardRoutes({} as Pool, new KeptAnswers())],
] as const
const addresses = own.flatMap(([under, { routes }]) =>
  routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => [method, `${under}${path}`.replace(/\/$/, '').replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')] as const),
)

describe('the OpenAPI document', () => {
  test.each(addresses)('tells of %s %s', (method, path) => {
    expect(Object.keys(document.paths[path] ?? {})).toContain(method.toLowerCase())
  })

  test('is of version 3.1, has a title and says in Italian how lists, clocks and versions work', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Ballatoio', license: { name: 'EUPL-1.2' } })
    expect(document.info.description).toMatch(/X-Total-Count[\s\S]*knownAt[\s\S]*If-Match/)
    expect(document.servers).toEqual([{ url: '/api' }])
  })

  test('is one that tools take: they find neither errors nor warnings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
    try {
      const file = join(folder, 'openapi.json')
      writeFileSync(file, JSON.stringify(document))
      const { stdout } = spawnSync(process.execPath, [linter, 'lint', file, '--extends=recommended', '--format=json'], {
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      })
      const { totals, problems } = JSON.parse(stdout) as { totals: Body; problems: { ruleId: string; message: string }[] }
      expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
      expect(totals).toMatchObject({ errors: 0, warnings: 0 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('names every operation as people would', () => {
    const named = (path: string) =>
      Object.fromEntries(Object.entries(document.paths[path] ?? {}).map(([method, { operationId }]) => [method, operationId]))
    expect(named('/units')).toEqual({ get: 'listUnits', post: 'createUnit' })
    expect(named('/units/{id}')).toEqual({ get: 'getUnit', patch: 'changeUnit', delete: 'deleteUnit' })
    expect(named('/units/totals')).toEqual({ get: 'unitTotals' })
    expect(named('/units/{id}/history')).toEqual({ get: 'unitHistory' })
    expect(named('/units/{id}/transitions')).toEqual({ get: 'unitTransitions', post: 'moveUnit' })
    expect(named('/vacancies/{id}')).toMatchObject({ get: 'getVacancy' })
    expect(named('/ambito-comuni/{id}')).toMatchObject({ get: 'getAmbitoComune' })
    // A resource whose plural is of a new kind would call one record as many.
    for (const resource of resources) expect(namesOf(resource).one, resource.name).not.toBe(namesOf(resource).many)
  })

  test('asks for the session’s cookie everywhere but where one signs in or out', () => {
    expect(document.security).toEqual([{ session: [] }])
    expect(document.components.securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: 'ballatoio.session_token' },
    })
    const open = operations().filter(({ security }) => security !== undefined)
    expect(open.map(({ path }) => path)).toEqual(['/auth/sign-in/email', '/auth/sign-out', '/session'])
  })

  test('lists every resource, with what can be done to it and nothing else', () => {
    for (const { name, readOnly, table } of resources) {
      expect(document.paths, name).toHaveProperty([`/${name}`, 'get'])
      expect(document.paths, name).toHaveProperty([`/${name}/totals`, 'get'])
      expect(document.paths, name).toHaveProperty([`/${name}/{id}`, 'get'])
      expect(Object.hasOwn(document.paths, `/${name}/{id}/history`), name).toBe(Boolean(table))
      expect(Boolean(document.paths[`/${name}`]?.post), name).toBe(!readOnly)
      expect(Boolean(document.paths[`/${name}/{id}`]?.delete), name).toBe(
        name === 'attachments' || (!readOnly && name !== 'movements'),
      )
      expect(Object.hasOwn(document.paths, `/${name}/{id}/transitions`), name).toBe(Object.hasOwn(transitionTables, name))
    }
    expect(document.paths).toHaveProperty(['/movements/{id}/reversal', 'post'])
    expect(document.paths).toHaveProperty(['/desk-counts/grid', 'post'])
    expect(document.paths).toHaveProperty(['/{register}/{id}/attachments', 'post'])
    expect(document.paths).toHaveProperty(['/attachments/{id}/file', 'get'])
    expect(document.paths).toHaveProperty(['/resources', 'get'])
  })

  test('offers every field as a filter, with its label', () => {
    for (const { name, fields } of resources) {
      const told = document.paths[`/${name}`]?.get?.parameters ?? []
      for (const [key, { label }] of Object.entries(fields)) {
        expect(told.find((one) => one.name === key)?.description, `${name}.${key}`).toContain(label)
      }
      for (const key of ['_start', '_end', '_sort', '_order', 'asOf', 'knownAt'])
        expect(told.map((one) => one.name)).toContain(key)
    }
  })

  test('has a form for every body and every answer, and each reference leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(new Set(references).size).toBeGreaterThan(100)
    for (const name of references) expect(document.components.schemas).toHaveProperty(name ?? '')
    expect(document.components.schemas.NewUnit).toMatchObject({
      required: expect.arrayContaining(['code', 'buildingId', 'use']),
      additionalProperties: false,
    })
    expect(document.components.schemas.ChangedUnit).not.toHaveProperty('required')
    expect(document.components.schemas.Error).toMatchObject({ required: ['message', 'statusCode'] })
  })

  test('names every parameter of an address, every refusal, and the version that a write wants', () => {
    const tags = new Set(document.tags.map(({ name }) => name))
    for (const { path, method, parameters = [], responses, summary, tags: own } of operations()) {
      const where = `${method} ${path}`
      expect(summary, where).toMatch(/^[A-Z]/)
      for (const tag of own) expect(tags, where).toContain(tag)
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      expect(inPath, where).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      expect(responses, where).toHaveProperty('401')
      // Addresses that are revoked have no version.
      if ((method !== 'patch' && method !== 'delete') || path === '/session/feeds') continue
      expect(
        parameters.find(({ name }) => name === 'If-Match'),
        where,
      ).toMatchObject({ in: 'header', required: true })
      expect(responses, where).toHaveProperty('428')
    }
  })

  test('has no path twice under two names', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(new Set(shapes).size).toBe(shapes.length)
  })
})

describe('the page that shows it', () => {
  test('has only scripts and styles of ours, none written in the page', async () => {
    const response = await client.request('/api/docs')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'self';`)
    const html = await response.text()
    expect(html).not.toMatch(/https?:/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(html).not.toMatch(/\son\w+=/)
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(files).toContain('/api/docs/start.js')
    for (const file of files) {
      const found = await client.request(file)
      expect(found.status, file).toBe(200)
      expect((await found.text()).length, file).toBeGreaterThan(50)
    }
  })

  test('serves nothing else of its folder', async () => {
    for (const path of [
      'package.json',
      'index.html',
      '..%2fpackage.json',
      '../package.json',
      'swagger-ui.css.map',
      '%2e%2e/README.md',
    ]) {
      expect((await client.request(`/api/docs/${path}`)).status, path).toBe(404)
    }
  })
})
