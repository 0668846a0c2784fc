import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { requestRoles } from '../../db/clocks.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { startProgram, type Program } from '../harness/startProgram.ts'

const server = process.env['DATABASE_URL'] ?? ''
const name = `ballatoio_test_program_${randomBytes(4).toString('hex')}`
const databaseUrl = Object.assign(new URL(server || 'postgres://nowhere'), { pathname: `/${name}` }).href

async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows as Record<string, unknown>[]
}

describe('the program on a Postgres server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  const programs: Program[] = []
  const start = (environment: Record<string, string> = {}) => {
    const program = startProgram({ DATABASE_URL: databaseUrl, DATA_DIR: folder, ...environment })
    programs.push(program)
    return program
  }

  beforeAll(() => ask(server, `create database ${name} encoding 'UTF8' template template0`))
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()))
    await ask(server, `drop database if exists ${name} with (force)`)
    rmSync(folder, { recursive: true, force: true })
  })

  test('two that start together on an empty database both answer, and it is seeded once', async () => {
    const addresses = await Promise.all([start({ SEED: 'demo' }), start({ SEED: 'demo' })].map(({ address }) => address))
    for (const address of addresses) expect((await fetch(`${address}/api/health/ready`)).status).toBe(200)
    await Promise.all(programs.map((program) => program.stop()))
    const said = await Promise.all(programs.map(async ({ ended }) => (await ended).output.includes('Dati dimostrativi: scritti')))
    expect(said.filter(Boolean)).toHaveLength(1)
  })

  test('a record written while its unit is being changed tells what the unit became', async () => {
    const [changing, writing] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
    await Promise.all([changing.connect(), writing.connect()])
    const [unit] = await ask(databaseUrl, `select id from units where use = 'dwelling' limit 1`)
    await changing.query('begin')
    await changing.query(`update units set use = 'office' where id = $1`, [unit?.['id']])
    const written = writing.query(
      `insert into occupations (unit_id, kind, detected_on, channel, attempted) values ($1, 'squatted', '2026-01-01', 'report', true)
       returning use`,
      [unit?.['id']],
    )
    const waiting = `select count(*)::int4 as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(() => ask(databaseUrl, waiting)).toEqual([{ n: 1 }])
    await changing.query('commit')
    expect((await written).rows).toEqual([{ use: 'office' }])
    await Promise.all([changing.end(), writing.end()])
  })

  test('in production the demo accounts are gone, and are not spoken of', async () => {
    const program = start({ NODE_ENV: 'production', APP_SECRET: 'x'.repeat(64) })
    await program.address
    expect(await ask(databaseUrl, 'select count(*)::int4 as users from auth."user"')).toEqual([{ users: 0 }])
    await program.stop()
    expect((await program.ended).output).not.toContain('alloggi-demo')
  })

  test.each(['app', 'live'])('a user called as one of our schemas, %s, prepares it as any other', async (user) => {
    const theirs = `${name}_${user}`
    // The role may be there from a run that was cut.
    await ask(
      server,
      `do $$ begin create role ${user} login password 'segreta'; exception when duplicate_object then null; end $$`,
    )
    for (const role of requestRoles) {
      await ask(server, `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`)
      await ask(server, `grant ${role} to ${user}`)
    }
    await ask(server, `create database ${theirs} owner ${user} encoding 'UTF8' template template0`)
    const url = Object.assign(new URL(server), { username: user, password: 'segreta', pathname: `/${theirs}` }).href
    const database = await connect({ databaseUrl: url, dataDir: '' })
    onTestFinished(async () => {
      await database.close()
      await ask(server, `drop database ${theirs} with (force)`)
      await ask(server, `drop role ${user}`)
    })
    await migrate(database.pool)
    await migrate(database.pool)
    expect(await ask(url, `select schemaname from pg_tables where tablename = 'units' order by 1`)).toEqual([
      { schemaname: 'history' },
      { schemaname: 'public' },
    ])
  })

  test('a user who may not prepare an empty database is told which permission lacks', async () => {
    const plain = `${name}_plain`
    await ask(server, `create role ${plain} login password 'segreta'`)
    await ask(server, `create database ${plain} owner ${plain}`)
    const url = Object.assign(new URL(server), { username: plain, password: 'segreta', pathname: `/${plain}` }).href
    const { code, errors } = await startProgram({ DATABASE_URL: url, DATA_DIR: folder }).ended
    await ask(server, `drop database ${plain} with (force)`)
    await ask(server, `drop role ${plain}`)
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `All'utente «${plain}» di DATABASE_URL manca il permesso CREATEROLE, che serve a preparare il database la prima volta: darlo, oppure indicare un altro utente.\n`,
    })
  })

  test('a connection that the server cuts is replaced', async () => {
    const program = start()
    const address = await program.address
    await ask(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await fetch(`${address}/api/health/ready`)).status).toBe(200)
  })
})
