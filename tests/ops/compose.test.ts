import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseEnv } from '../../api/env.ts'

interface Service {
  image?: string
  build?: { context: string; dockerfile_inline: string }
  restart: string
  environment: Record<string, string>
  volumes?: string[]
  ports?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck: { test: string[]; retries: number }
}

interface Compose {
  services: { database: Service; app: Service }
  volumes: Record<string, unknown>
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8')
const { services, volumes } = parse(text) as Compose

/** As compose fills variables in: `${NAME:?message}` stops without a value, `${NAME:-default}` goes on. */
function filled(value: string, variables: Record<string, string>): string {
  return value.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const given = variables[name]
    if (given) return given
    if (kind === '?') throw new Error(`${name}: ${rest}`)
    return rest
  })
}

const environment = (variables: Record<string, string>) =>
  Object.fromEntries(Object.entries(services.app.environment).map(([name, value]) => [name, filled(value, variables)]))

describe('docker-compose.yml', () => {
  test('the database is a Postgres 18 with a health check and a volume where its image keeps the data', () => {
    expect(services.database.image).toBe('postgres:18')
    expect(services.database.healthcheck.test.join(' ')).toContain('pg_isready')
    expect(services.database.volumes).toEqual(['database:/var/lib/postgresql'])
    expect(Object.keys(volumes)).toEqual(['files', 'database'])
    expect(services.database.ports).toBeUndefined()
  })

  test('the program is built from the checkout and waits for a healthy database', () => {
    expect(services.app.build?.context).toBe('.')
    expect(services.app.build?.dockerfile_inline).toMatch(/^FROM node:2\d/)
    expect(services.app.build?.dockerfile_inline).toContain('RUN npm ci\n')
    expect(services.app.build?.dockerfile_inline).toContain('USER node\n')
    expect(services.app.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(services.app.healthcheck.test.join(' ')).toContain('/api/health/ready')
  })

  test('the attachments are in a volume of the program’s own user', () => {
    expect(services.app.volumes).toEqual([`files:${services.app.environment['FILES_DIR']}`])
    expect(services.app.build?.dockerfile_inline).toMatch(/mkdir files && chown node files\n/)
  })

  test('both start again by themselves', () => {
    expect([services.database.restart, services.app.restart]).toEqual(['unless-stopped', 'unless-stopped'])
  })

  test('no secret is written in it: without them compose stops and says which is missing', () => {
    expect(() => environment({ APP_SECRET: 'a'.repeat(64) })).toThrow('POSTGRES_PASSWORD')
    expect(() => environment({ POSTGRES_PASSWORD: 'b'.repeat(48) })).toThrow('APP_SECRET')
    expect(() => filled(services.database.environment['POSTGRES_PASSWORD'] ?? '', {})).toThrow('POSTGRES_PASSWORD manca')
  })

  test('what it passes is an environment that the program accepts', () => {
    const env = parseEnv(environment({ APP_SECRET: 'a'.repeat(64), POSTGRES_PASSWORD: 'b'.repeat(48) }))
    expect(env).toMatchObject({ production: true, host: '0.0.0.0', port: 3000 })
    const address = new URL(env.databaseUrl ?? '')
    expect(address.hostname in services).toBe(true)
    expect(address.username).toBe(services.database.environment['POSTGRES_USER'])
    expect(address.pathname).toBe(`/${services.database.environment['POSTGRES_DB']}`)
  })

  test('the program is reached from this machine only, on a port of choice', () => {
    expect(services.app.ports?.map((port) => filled(port, {}))).toEqual(['127.0.0.1:3000:3000'])
    expect(services.app.ports?.map((port) => filled(port, { PORT: '8080' }))).toEqual(['127.0.0.1:8080:3000'])
  })
})
