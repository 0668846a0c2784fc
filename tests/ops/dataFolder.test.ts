import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { checkFiles, whyNotOpened } from '../../db/embedded.ts'
import { StartupError } from '../../db/StartupError.ts'
import { lockFolder } from '../../db/folderLock.ts'

const writer = new URL('writeForever.ts', import.meta.url).pathname

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  folders.push(folder)
  return folder
}

/** Making a database takes seconds: it is made once, and copied by whoever needs one. */
let made = ''
const filledFolder = () => {
  const folder = newFolder()
  cpSync(made, folder, { recursive: true })
  return folder
}

beforeAll(async () => {
  made = join(newFolder(), 'dati')
  const database = await connect({ dataDir: made })
  await database.close()
})
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })))

const inUse = /è già aperta da un altro processo: fermare quello, oppure indicare un'altra cartella con DATA_DIR\.$/

describe('the lock of a folder', () => {
  test('is had by one at a time, and by the next when the first lets go', async () => {
    const folder = newFolder()
    const first = await lockFolder(folder)
    expect(first).not.toBeNull()
    expect(await lockFolder(folder)).toBeNull()
    expect(await lockFolder(folder), 'a refused attempt leaves the lock as it was').toBeNull()
    first?.close()
    const second = await lockFolder(folder)
    expect(second).not.toBeNull()
    second?.close()
    expect(readdirSync(folder)).toEqual([])
  })

  test('is had by one of many that try at once', async () => {
    const folder = newFolder()
    const locks = await Promise.all(Array.from({ length: 10 }, () => lockFolder(folder)))
    expect(locks.filter((lock) => lock !== null)).toHaveLength(1)
    for (const lock of locks) lock?.close()
  })

  test('is free after its process was killed', async () => {
    const folder = filledFolder()
    const child = await startWriting(folder)
    expect(await lockFolder(folder)).toBeNull()
    await expect(connect({ dataDir: folder })).rejects.toThrow(inUse)
    await kill(child)
    const lock = await lockFolder(folder)
    expect(lock).not.toBeNull()
    lock?.close()
  })
})

describe('the data folder', () => {
  test('is readable by its owner only', () => {
    expect(statSync(made).mode & 0o077).toBe(0)
    expect(readdirSync(made)).toEqual(['postgres'])
  })

  test('that is a file, is refused with a sentence', async () => {
    const file = join(newFolder(), 'dati')
    writeFileSync(file, '')
    await expect(connect({ dataDir: file })).rejects.toThrow(
      `Nella cartella dei dati ${file} non si può scrivere: indicare un'altra cartella con DATA_DIR.`,
    )
  })

  test('with too long a path for a socket, has its sockets elsewhere', async () => {
    const folder = join(newFolder(), 'd'.repeat(90))
    cpSync(made, folder, { recursive: true })
    const database = await connect({ dataDir: folder })
    await expect(connect({ dataDir: folder })).rejects.toThrow(inUse)
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
    expect(readdirSync(folder)).toEqual(['postgres'])
  })

  test('of another version of Postgres, is refused with a sentence and not touched', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
    chmodSync(join(folder, 'postgres'), 0o700)
    await expect(connect({ dataDir: folder })).rejects.toThrow('sono di un Postgres di versione 17, il programma usa la 18')
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION'])
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})

describe('a data folder that was damaged or half copied is refused with the way out, never with the engine’s words alone', () => {
  const refusalOf = async (damage: (cluster: string) => void) => {
    const folder = filledFolder()
    damage(join(folder, 'postgres'))
    const opened = connect({ dataDir: folder })
    const refused = await opened.then(
      async (database) => {
        const found = await checkFiles(database, folder).then(
          () => null,
          (error: Error) => error,
        )
        await database.close()
        return found
      },
      (error: Error) => error,
    )
    expect(refused).toBeInstanceOf(StartupError)
    return refused?.message.replaceAll(folder, 'CARTELLA')
  }
  const damaged =
    /^I dati in CARTELLA\/postgres sono danneggiati o incompleti e non si aprono \(.+\): tornare a una copia con npm run restore, oppure indicare un'altra cartella con DATA_DIR\.$/

  test.each<[string, (cluster: string) => void]>([
    ['an empty cluster', (cluster) => readdirSync(cluster).forEach((name) => rmSync(join(cluster, name), { recursive: true }))],
    ['no control file', (cluster) => rmSync(join(cluster, 'global/pg_control'))],
    ['noise in the control file', (cluster) => writeFileSync(join(cluster, 'global/pg_control'), Buffer.alloc(8192, 'rumore'))],
    ['no journal', (cluster) => rmSync(join(cluster, 'pg_wal'), { recursive: true })],
    ['no tables', (cluster) => rmSync(join(cluster, 'base'), { recursive: true })],
    ['a table of the catalog cut short', (cluster) => truncateSync(join(cluster, 'base/5/1259'), 100)],
  ])('%s', async (_, damage) => {
    expect(await refusalOf(damage)).toMatch(damaged)
  })

  test('a file of one table that is missing, though the cluster opens', async () => {
    let path = ''
    const folder = filledFolder()
    const database = await connect({ dataDir: folder })
    await database.pool.query('create table something (n int); insert into something values (1); checkpoint')
    path = (await database.pool.query(`select pg_relation_filepath('something') as path`)).rows[0].path
    await checkFiles(database, folder)
    await database.close()
    rmSync(join(folder, 'postgres', path))
    const again = await connect({ dataDir: folder })
    await expect(checkFiles(again, folder)).rejects.toThrow('manca o è incompleto il file di something')
    await again.close()
  })

  test('a disk that is full is told as such', () => {
    const cluster = join(made, 'postgres')
    expect(whyNotOpened(cluster, 'Aborted()', 0)).toBe(
      `Il disco di ${cluster} è pieno: liberare spazio e avviare di nuovo, oppure indicare un'altra cartella con DATA_DIR.`,
    )
    expect(whyNotOpened(cluster, 'Aborted()', 1e9)).toMatch(/^I dati in .+ sono danneggiati/)
  })

  test('a restore that was cut between its renames is finished by the next start', async () => {
    const folder = filledFolder()
    renameSync(join(folder, 'postgres'), join(folder, 'postgres.restored'))
    await (await connect({ dataDir: folder })).close()
    expect(readdirSync(folder)).toEqual(['postgres'])
  })
})

describe('killed at any moment', () => {
  let child: ChildProcess | null = null
  afterEach(() => child?.kill('SIGKILL'))

  test('while the database is being made, the next start makes it', async () => {
    const folder = newFolder()
    for (const wait of [600, 1800]) {
      child = spawnWriter(folder)
      await new Promise((resolve) => setTimeout(resolve, wait))
      await kill(child)
    }
    const database = await connect({ dataDir: folder })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  test('while writing, no acknowledged row is lost', async () => {
    const folder = filledFolder()
    let acknowledged = 0
    for (const wait of [150, 400, 700]) {
      child = spawnWriter(folder)
      await new Promise<void>((resolve) => {
        child?.stdout?.on('data', (chunk: Buffer) => {
          acknowledged = Number(chunk.toString().trim().split('\n').at(-1))
          resolve()
        })
      })
      await new Promise((resolve) => setTimeout(resolve, wait))
      await kill(child)
      const database = await connect({ dataDir: folder })
      const { rows } = await database.pool.query('select max(n) as last, count(*) as rows from acknowledged')
      await database.close()
      expect(acknowledged).toBeGreaterThan(0)
      expect(rows[0].last).toBeGreaterThanOrEqual(acknowledged)
      expect(rows[0].rows, 'and there is no hole').toBe(rows[0].last)
    }
  })
})

function spawnWriter(folder: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function startWriting(folder: string): Promise<ChildProcess> {
  const child = spawnWriter(folder)
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}
