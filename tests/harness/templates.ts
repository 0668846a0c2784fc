import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connect, type Database } from '../../db/connect.ts'

/** A prepared database that tests copy: a folder for the embedded engine, a database of the server otherwise. */
export type Template = { folder: string; copies: string } | { url: string; name: string; copies: string }

export interface Preparation {
  name: string
  /** What decides its content: prepared again when one of these changes. */
  sources: string[]
  /** What it starts from, instead of an empty database. */
  base?: Preparation
  fill(database: Database): Promise<void>
}

const root = new URL('../..', import.meta.url).pathname

/** Prepares a template and answers how to copy it and how to remove everything at the end of the run. */
export async function prepareTemplate(preparation: Preparation): Promise<{ template: Template; remove(): Promise<void> }> {
  const url = process.env['DATABASE_URL']
  return url ? prepareOnServer(url, preparation) : prepareFolder(preparation)
}

/** A copy of one's own. On the embedded engine it takes a second: one per worker. On a server, 50 to 80 ms. */
export async function copyTemplate(template: Template): Promise<Database> {
  if ('folder' in template) {
    const dataDir = mkdtempSync(join(template.copies, 'c'))
    cpSync(template.folder, dataDir, { recursive: true })
    return connect({ dataDir })
  }
  const name = `${template.copies}_${randomBytes(4).toString('hex')}`
  await onServer(template.url, `create database ${name} template ${template.name}`)
  return connect({ databaseUrl: withDatabase(template.url, name), dataDir: '' })
}

async function prepareFolder(preparation: Preparation) {
  const copies = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  return {
    template: { folder: await madeFolder(preparation, copies), copies },
    remove: async () => rmSync(copies, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** Kept between runs under the fingerprint of its sources, since making one takes many seconds. */
async function madeFolder({ name, sources, base, fill }: Preparation, workplace: string): Promise<string> {
  const folder = join(root, '.cache/tests', `${name}-${fingerprint(sources)}`)
  if (existsSync(folder)) return folder
  const made = join(workplace, name)
  if (base) cpSync(await madeFolder(base, workplace), made, { recursive: true })
  await filled(await connect({ dataDir: made }), fill)
  const unfinished = join(root, '.cache/tests', `unfinished-${process.pid}`)
  cpSync(made, unfinished, { recursive: true })
  // Another run may have made the same one meanwhile.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  removeOlder(name, folder)
  return folder
}

async function prepareOnServer(url: string, { name, base, fill }: Preparation) {
  const copies = `ballatoio_test_${name}_${randomBytes(3).toString('hex')}`
  const template = `${copies}_template`
  await onServer(url, `create database ${template} encoding 'UTF8' template template0`)
  await filled(await connect({ databaseUrl: withDatabase(url, template), dataDir: '' }), async (database) => {
    await base?.fill(database)
    await fill(database)
  })
  return {
    template: { url, name: template, copies },
    remove: async () => {
      const { rows } = await onServer(url, `select datname from pg_database where starts_with(datname, '${copies}')`)
      for (const { datname } of rows) await onServer(url, `drop database if exists ${datname as string} with (force)`)
    },
  }
}

async function filled(database: Database, fill: Preparation['fill']): Promise<void> {
  try {
    await fill(database)
  } finally {
    await database.close()
  }
}

async function onServer(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

function fingerprint(sources: string[]): string {
  const hash = createHash('sha256')
  for (const source of [...sources, 'package-lock.json']) {
    for (const file of filesOf(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesOf(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

const hour = 3_600_000

/** Only those that no run of now can be copying. */
function removeOlder(name: string, kept: string): void {
  const parent = join(kept, '..')
  for (const entry of readdirSync(parent)) {
    const path = join(parent, entry)
    if (!entry.startsWith(`${name}-`) || path === kept || Date.now() - statSync(path).mtimeMs < hour) continue
    rmSync(path, { recursive: true, force: true })
  }
}
