import { readFileSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/node-postgres'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { checkWhole } from '../../db/checkWhole.ts'
import { fingerprint, knownMigrations, programVersion, readPrepared } from '../../db/installed.ts'
import { migrate } from '../../db/migrate.ts'
import { verifyProtocol } from '../../db/verifyProtocol.ts'
import { appOver } from '../harness/startApp.ts'
import { startProgram } from '../harness/startProgram.ts'
import { command, type Place, placeWith } from './place.ts'

let place: Place
beforeAll(async () => {
  place = await placeWith(inject('migrated'))
})
afterAll(() => place.remove())

const migrationsFolder = new URL('../../db/migrations', import.meta.url).pathname

const refusalOf = (pool: Pool) =>
  migrate(pool).then(
    () => null,
    (error: Error) => error.message,
  )

const views = `select count(*)::int4 as views from pg_views where schemaname in ('live', 'replay', 'known')`

const newUser = ['--email', 'anna@aler.it', '--name', 'Anna', '--role', 'administrator', '--scope', 'agency', '--password-stdin']

describe('a database that a newer program prepared', () => {
  const future = 4_000_000_000_000
  const installed = { version: '9.10.0', fingerprint: 'another', migration: '0999_future', at: '2027-01-01T00:00:00Z' }
  const sentence = `Il database è stato preparato dalla versione 9.10.0 di Ballatoio, con la migrazione «0999_future» che qui non si conosce; questo programma è la ${programVersion}: avviare la 9.10.0 o una successiva, oppure tornare con npm run restore a una copia fatta prima dell'aggiornamento.`

  beforeAll(() =>
    place.on(async ({ pool }) => {
      await pool.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('future', $1)`, [future])
      await pool.query(`update app.settings set value = $1 where key = 'installed'`, [JSON.stringify(installed)])
    }),
  )
  afterAll(() =>
    place.on(async ({ pool }) => {
      await pool.query('delete from drizzle.__drizzle_migrations where created_at = $1', [future])
      await pool.query(`update app.settings set value = $1 where key = 'installed'`, [
        JSON.stringify({ ...installed, version: programVersion, fingerprint }),
      ])
    }),
  )

  test('is not started on: one sentence, and its views stay', async () => {
    const before = await place.on(({ pool }) => pool.query(views))
    const { code, errors } = await startProgram({ ...place.environment, SEED: 'none' }).ended
    expect({ code, errors }).toEqual({ code: 1, errors: `${sentence}\n` })
    const after = await place.on(({ pool }) => pool.query(`${views}`))
    expect(after.rows).toEqual(before.rows)
    expect(after.rows[0].views).toBeGreaterThan(100)
  })

  test('gets no user from the command of an old checkout', async () => {
    const { code, errors } = await command('api/createUser.ts', newUser, place.environment, 'una frase lunga\n')
    expect({ code, errors }).toEqual({ code: 1, errors: `${sentence}\n` })
    expect((await place.on(({ pool }) => pool.query('select from auth."user"'))).rowCount).toBe(0)
  })

  test('is told by its version alone, when the migrations are the same', async () => {
    await place.on(async ({ pool }) => {
      await pool.query('delete from drizzle.__drizzle_migrations where created_at = $1', [future])
      expect(await refusalOf(pool)).toMatch(
        /^Il database è stato preparato dalla versione 9\.10\.0 di Ballatoio; questo programma/,
      )
      await pool.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('future', $1)`, [future])
    })
  })

  test('is told by its migration alone, when its program did not get to say who it is', async () => {
    await place.on(async ({ pool }) => {
      await pool.query(`update app.settings set value = '"as older programs wrote it"' where key = 'installed'`)
      expect(await refusalOf(pool)).toMatch(
        /^Il database è stato preparato da una versione più recente di Ballatoio, con la migrazione «del 2096-10-02» che qui non si conosce/,
      )
    })
  })
})

describe('two versions at once', () => {
  const pretend = (print: string) =>
    `update app.settings set value = jsonb_set(value, '{fingerprint}', '"${print}"') where key = 'installed'`

  test('the one that meets another installation than its own answers nothing else until it is right again', async () => {
    await place.on(async (database) => {
      const client = await appOver(database, { close: async () => {} }).as('chi@aler.it')
      const asked = async (method = 'GET') => {
        const answer = await client.request('/api/uogs', { method, ...(method === 'POST' && { body: '{"id":"U1"}' }) })
        const { message } = (await answer.json()) as { message?: string }
        return { status: answer.status, after: answer.headers.get('retry-after'), message }
      }
      expect(await asked()).toMatchObject({ status: 200 })
      await database.pool.query(pretend('of another'))
      expect(await asked()).toEqual({
        status: 503,
        after: '30',
        message: expect.stringContaining('Il programma è in aggiornamento'),
      })
      expect(await asked('POST')).toMatchObject({ status: 503, message: expect.stringContaining('nulla è stato registrato') })
      await database.pool.query('alter function app.enter rename to entered_otherwise')
      expect(await asked()).toMatchObject({ status: 503, message: expect.stringContaining('Il programma è in aggiornamento') })
      await database.pool.query('alter function app.entered_otherwise rename to enter')
      await database.pool.query(pretend(fingerprint))
      expect(await asked()).toMatchObject({ status: 200 })
    })
  })

  test('a user is not made on the views of another', async () => {
    await place.on(({ pool }) => pool.query(pretend('of another')))
    onTestFinished(() => place.on(async ({ pool }) => void (await pool.query(pretend(fingerprint)))))
    const { code, errors } = await command('api/createUser.ts', newUser, place.environment, 'una frase lunga\n')
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `Il database è stato preparato dalla versione ${programVersion} e questo programma è la ${programVersion}: fermare l'altra, avviare questa con npm start e riprovare.\n`,
    })
  })
})

describe('a database that lost what protects it is refused at the start, which names it', () => {
  test.each([
    ['alter table units drop constraint units_pkey cascade', 'la chiave primaria di «units»'],
    ['drop table app.settings; create table app.settings (key text, value jsonb)', 'la chiave primaria di «app.settings»'],
    ['alter table works drop constraint works_comune_id_comuni_id_fk', 'il vincolo «works_comune_id_comuni_id_fk» di «works»'],
    ['alter table units drop constraint units_code_unique', 'il vincolo «units_code_unique» di «units»'],
    ['alter table units drop constraint units_area_positive', 'il vincolo «units_area_positive» di «units»'],
    ['alter table unit_states drop constraint unit_states_no_overlap', 'il vincolo «unit_states_no_overlap» di «unit_states»'],
    ['drop table history.vacancies cascade', 'la tabella «history.vacancies»'],
    ['alter table vacancies disable trigger keep_updated', 'il trigger «keep_updated» di «vacancies»'],
    ['drop trigger notes_stay on minute_notes', 'ogni trigger che chiama «app.keep_minute_notes»'],
  ])('%s', async (damage, what) => {
    await place.on(async ({ pool }) => {
      const client = await pool.connect()
      try {
        const prepared = await readPrepared(client)
        await client.query(`begin; ${damage}`)
        const lacking = `Nel database manca ${what}: senza, i dati non sono protetti. Succede dopo un ripristino riuscito a metà: tornare con npm run restore a una copia intera.`
        await expect(checkWhole(client, prepared)).rejects.toThrow(lacking)
      } finally {
        await client.query('rollback')
        client.release()
      }
    })
  })

  test('and nothing of it is changed', async () => {
    await place.on(async ({ pool }) => {
      await pool.query(`alter table units drop constraint units_area_positive`)
      expect(await refusalOf(pool)).toMatch(/^Nel database manca il vincolo «units_area_positive» di «units»: /)
      await pool.query('alter table units add constraint units_area_positive check (area > 0)')
      expect(await refusalOf(pool)).toBeNull()
    })
  })
})

describe('a database of an older version', () => {
  const last = knownMigrations.findIndex(({ tag }) => tag.startsWith('0021'))

  /** As the program of that migration left it: its tables with their twins, its word in the settings. */
  async function older(pool: Pool): Promise<void> {
    await pool.query(
      'drop schema public, app, auth, history, journal, versions, known, live, replay, drizzle cascade; create schema public',
    )
    const db = drizzle(pool)
    for (const { sql: statements } of readMigrationFiles({ migrationsFolder }).slice(0, last + 1)) {
      for (const statement of statements) await db.execute(sql.raw(statement))
    }
    await pool.query(
      `create schema drizzle; create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    )
    for (const { when } of knownMigrations.slice(0, last + 1)) {
      await pool.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('', $1)`, [when])
    }
    await pool.query(`do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create table history.%1$I (like public.%1$I, retracted_at timestamptz not null, retracted_by text not null, retraction_reason text)', t);
        execute format('create trigger keep_history before insert or update or delete on public.%I for each row execute function app.keep_history()', t);
      end loop;
      create view live.comuni_rows as select * from public.comuni; end $$`)
    await pool.query(`insert into app.settings values ('installed', '"its fingerprint"')`)
  }

  test('is brought to this one with its rows, and says who did it', async () => {
    await place.on(async ({ pool }) => {
      await older(pool)
      await pool.query(`insert into bodies (name, kind) values ('Ente di prima', 'aler')`)
      await pool.query(
        `insert into comuni (id, name, province, cadastral_code, latitude) values ('015146', 'Milano', 'MI', 'F205', 45.4642)`,
      )
      await migrate(pool)
      const { rows } = await pool.query(`select value from app.settings where key = 'installed'`)
      expect(rows[0].value).toMatchObject({ version: programVersion, fingerprint, migration: knownMigrations.at(-1)?.tag })
      expect((await pool.query('select name from bodies')).rows).toEqual([{ name: 'Ente di prima' }])
      expect((await pool.query('select latitude from live.comuni_rows')).rows).toEqual([{ latitude: '45.4642' }])
      expect((await verifyProtocol(pool)).faults).toEqual([])
    })
  })

  test('gets a user only once the program has prepared it', async () => {
    await place.on(({ pool }) =>
      pool.query(
        'drop schema public, app, auth, history, journal, versions, known, live, replay, drizzle cascade; create schema public',
      ),
    )
    const { code, errors } = await command('api/createUser.ts', newUser, place.environment, 'una frase lunga\n')
    expect({ code, errors }).toEqual({
      code: 1,
      errors: 'Il database non è ancora preparato: avviare prima il programma con npm start.\n',
    })
  })
})

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  expect(programVersion).toBe(version)
})
