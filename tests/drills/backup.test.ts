import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pages } from '../../api/dashboards/pages/index.ts'
import type { Manifest } from '../../api/backups/manifest.ts'
import { folderStore } from '../../api/files/fileStore.ts'
import { programVersion } from '../../db/installed.ts'
import { lockFolder } from '../../db/folderLock.ts'
import { metrics } from '../../db/metrics/index.ts'
import { resources } from '../../db/resources.ts'
import { appOver } from '../harness/startApp.ts'
import { ask, command, type Place, placeWith } from './place.ts'

let place: Place
let backups = ''
let backup = ''

beforeAll(async () => {
  place = await placeWith(inject('sampled'))
  backups = join(place.folder, 'copie')
})
afterAll(() => place.remove())

const content = new TextEncoder().encode('il contenuto di un allegato')
const id = randomUUID()

/** Everything the program tells of one pair of moments: each figure, each page, the beginning of each list. */
const everythingTold = () =>
  place.on(async (database) => {
    const client = await appOver(database, { close: async () => {} }).as('prova@aler.it')
    const paths = [
      ...metrics.map((metric) => `/api/metrics/${metric.id}?`),
      ...pages.map((page) => `/api/dashboards/${page.id}?`),
      ...resources.map(({ name }) => `/api/${name}?_start=0&_end=50&`),
    ]
    const told: Record<string, string> = {}
    for (const path of paths) {
      const answer = await client.request(`${path}asOf=2026-05-31&knownAt=2026-06-15T09:00:00Z`)
      told[path] = `${answer.status} ${answer.headers.get('x-total-count')} ${await answer.text()}`
    }
    return told
  })

const restore = (args: string[] = []) => command('api/restore.ts', [backup, ...args], place.environment)

const rowsOf = (table: string) =>
  place.on(async ({ pool }) => (await pool.query(`select count(*)::int4 as n from ${table}`)).rows[0].n as number)

/** The backup with another manifest. */
function pretending(change: (manifest: Manifest) => Partial<Manifest>): () => void {
  const file = join(backup, 'manifest.json')
  const before = readFileSync(file, 'utf8')
  const manifest = JSON.parse(before) as Manifest
  writeFileSync(file, JSON.stringify({ ...manifest, ...change(manifest) }))
  return () => writeFileSync(file, before)
}

describe('a backup, and the way back', () => {
  let before: Record<string, string> = {}

  test('npm run backup writes a folder that says what is in it', async () => {
    const files = join(place.environment['DATA_DIR'] ?? '', 'files')
    await folderStore(files).put(id, content)
    await place.on(async ({ pool }) => {
      await pool.query(
        `insert into attachments (id, register, record_id, attached_to, name, media_type, size, digest)
         select $1, 'units', id, code, 'foto.png', 'image/png', $2, $3 from units limit 1`,
        [id, content.length, createHash('sha256').update(content).digest('hex')],
      )
    })
    before = await everythingTold()
    const { code, output, errors } = await command('api/backup.ts', [backups], place.environment)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const [made = '', ...more] = readdirSync(backups)
    expect(more).toEqual([])
    backup = join(backups, made)
    expect(output).toMatch(new RegExp(`^Copia fatta in ${backup}: \\d{5,} righe, 1 allegati\\.\n$`))
    const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as Manifest
    expect(manifest).toMatchObject({
      version: programVersion,
      contents: 'here',
      lost: [],
      attachments: [{ id, size: content.length }],
    })
    expect(manifest.rows['public.units']).toBe(await rowsOf('units'))
  })

  test('npm run restore puts it back over what was changed since: every figure is told byte by byte, the attachment is there', async () => {
    await place.on(async ({ pool }) => {
      await pool.query('update units set area = 1')
      await pool.query('truncate history.vacancies')
    })
    expect(await everythingTold()).not.toEqual(before)
    rmSync(join(place.environment['DATA_DIR'] ?? '', 'files'), { recursive: true })
    const { code, output, errors } = await restore()
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(
      /^Ripristinata la copia del .+, versione .+; allegati rimessi: 1\.\nQuello di prima è in «.+prima.+»: .+\nOra si può avviare il programma\.\n$/,
    )
    expect(await everythingTold()).toEqual(before)
    expect(await folderStore(join(place.environment['DATA_DIR'] ?? '', 'files')).get(id)).toEqual(content)
  })
})

describe('a restore that is refused changes nothing', () => {
  const unchanged = async (work: () => Promise<void>) => {
    const rows = await rowsOf('units')
    await work()
    expect(await rowsOf('units')).toBe(rows)
    expect(existsSync(join(place.environment['DATA_DIR'] ?? '', 'restoring'))).toBe(false)
    const { DATABASE_URL: url } = place.environment
    if (url) expect(await ask(url, `select datname from pg_database where datname ~ 'ripristino'`)).toEqual([])
  }

  test('while the program is running', () =>
    unchanged(async () => {
      const held = place.onServer ? null : await lockFolder(place.environment['DATA_DIR'] ?? '')
      const busy = () => restore()
      const { code, errors } = place.onServer
        ? await place.on(async ({ pool }) => {
            await pool.query('select 1')
            return busy()
          })
        : await busy()
      held?.close()
      expect(code).toBe(1)
      expect(errors).toMatch(
        place.onServer
          ? /^Il database «.+» è in uso: fermare il programma/
          : /^La cartella dei dati .+ è aperta dal programma: fermarlo/,
      )
    }))

  test('when the backup is of a newer program', () =>
    unchanged(async () => {
      const undo = pretending(({ migrations }) => ({ version: '9.0.0', migrations: [...migrations, 4_000_000_000_000] }))
      const { code, errors } = await restore()
      undo()
      expect({ code, errors }).toEqual({
        code: 1,
        errors: `La copia è di una versione più recente di Ballatoio (9.0.0): questo programma è la ${programVersion} e non la conosce. Usare la 9.0.0 o una successiva.\n`,
      })
    }))

  test('when the rows are not those of the manifest', () =>
    unchanged(async () => {
      const undo = pretending(({ rows }) => ({ rows: { ...rows, 'public.units': 1 } }))
      const { code, errors } = await restore()
      undo()
      expect(code).toBe(1)
      expect(errors).toMatch(/^La copia non torna: public\.units ha \d+ righe, e ne aveva 1\.\n$/)
    }))

  test('when it is of the other engine', () =>
    unchanged(async () => {
      const undo = pretending(() => ({ engine: place.onServer ? 'embedded' : 'server' }))
      const { code, errors } = await restore()
      undo()
      expect(code).toBe(1)
      expect(errors).toMatch(/^La copia è d/)
    }))

  test('when a content of the backup was damaged', () =>
    unchanged(async () => {
      const file = join(backup, 'files', id)
      writeFileSync(file, 'altro')
      const { code, errors } = await restore()
      writeFileSync(file, content)
      expect({ code, errors }).toEqual({
        code: 1,
        errors: `Nella copia il contenuto dell'allegato ${id} non è più quello che era: usare un'altra copia.\n`,
      })
    }))

  test('over a database that a newer program prepared, unless it is said twice', async () => {
    const newer = (version: string) =>
      place.on(({ pool }) =>
        pool.query(`update app.settings set value = jsonb_set(value, '{version}', $1) where key = 'installed'`, [
          JSON.stringify(version),
        ]),
      )
    await newer('9.0.0')
    await unchanged(async () => {
      const { code, errors } = await restore()
      expect(code).toBe(1)
      expect(errors).toMatch(
        /^Il database di adesso è stato preparato da una versione più recente \(9\.0\.0\) di questo programma/,
      )
    })
    expect((await restore(['--over-newer'])).code).toBe(0)
  })

  test('a folder that is no backup', async () => {
    const empty = join(place.folder, 'vuota')
    mkdirSync(empty)
    const { code, errors } = await command('api/restore.ts', [empty], place.environment)
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `In ${empty} non c'è una copia intera fatta con npm run backup: manca manifest.json.\n`,
    })
  })
})
