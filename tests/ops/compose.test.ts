import { readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseEnv } from '../../api/env.ts'

interface Service {
  read_only: boolean
  cap_drop: string[]
  cap_add?: string[]
  security_opt: string[]
  logging: { options: Record<string, string> }
  mem_limit: string
  pids_limit: number
  stop_grace_period: string
  tmpfs: string[]
  configs?: { source: string; target: string }[]
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
  configs: { prepare: { content: string } }
  volumes: Record<string, unknown>
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8')
const { services, volumes, configs } = parse(text, { merge: true }) as Compose
const both = [services.database, services.app]

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
    expect(Object.keys(volumes)).toEqual(['files', 'backups', 'database'])
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

  test('attachments and backups are in volumes of the program’s own user', () => {
    expect(services.app.volumes).toEqual([`files:${services.app.environment['FILES_DIR']}`, 'backups:/app/backups'])
    expect(services.app.build?.dockerfile_inline).toMatch(/mkdir files backups && chown node files backups\n/)
  })

  test('the tools that back up are those of the database’s version', () => {
    const [, major] = /^postgres:(\d+)$/.exec(services.database.image ?? '') ?? []
    expect(services.app.build?.dockerfile_inline).toContain(`postgresql-client-${major} `)
  })

  test('both write only where they must, may do only what they need, and cannot fill the machine', () => {
    for (const service of both) {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        logging: { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '5' } },
        mem_limit: expect.stringMatching(/^\dg$/),
        pids_limit: 200,
      })
    }
    expect(services.app.cap_add).toBeUndefined()
    expect(services.app.tmpfs).toEqual(['/tmp'])
    expect(services.database.cap_add).not.toContain('SYS_ADMIN')
  })

  test('the program is given longer to stop than it takes', () => {
    expect(Number.parseInt(services.app.stop_grace_period, 10)).toBeGreaterThan(15)
  })

  test('the program’s user is made without more rights than it needs, with a password of any sign', () => {
    expect(services.database.configs).toEqual([{ source: 'prepare', target: '/docker-entrypoint-initdb.d/ballatoio.sh' }])
    const { content } = configs.prepare
    expect(content).toContain("create role ballatoio login createdb password :'password';")
    expect(content).not.toMatch(/superuser|createrole/)
    expect(content).toContain('alter role current_user password null;')
    // To compose, one dollar sign is a variable of its own.
    expect(content.replaceAll('$$', '')).not.toContain('$')
  })

  test('settings that are secret go neither into the image nor into git', () => {
    for (const file of ['.dockerignore', '.gitignore']) {
      expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toMatch(/^(\*\*\/)?\.env\*$/m)
    }
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
    expect(configs.prepare.content).toContain(`create role ${address.username} login`)
    expect(configs.prepare.content).toContain(`create database ${address.pathname.slice(1)} owner ${address.username} `)
  })

  test('a password of any sign reaches the database as it is', () => {
    const password = 'p@ss:w/o?rd#100%$ è'
    const { databaseUrl } = parseEnv(environment({ APP_SECRET: 'a'.repeat(64), POSTGRES_PASSWORD: password }))
    expect(new pg.Client(databaseUrl)).toMatchObject({ user: 'ballatoio', host: 'database', password })
  })

  test('the program is reached from this machine only, on a port of choice', () => {
    expect(services.app.ports?.map((port) => filled(port, {}))).toEqual(['127.0.0.1:3000:3000'])
    expect(services.app.ports?.map((port) => filled(port, { PORT: '8080' }))).toEqual(['127.0.0.1:8080:3000'])
  })
})
