import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { connect, type Database } from '../../db/connect.ts'
import type { Template } from '../harness/templates.ts'

/** Where an installation keeps what it has: the environment it is started with, on a database that is a copy of a template. */
export interface Place {
  folder: string
  environment: Record<string, string>
  onServer: boolean
  /** The database, opened for a while. */
  on<T>(work: (database: Database) => Promise<T>): Promise<T>
  remove(): Promise<void>
}

export async function placeWith(template: Template): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  const dataDir = join(folder, 'dati')
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  if ('folder' in template) {
    cpSync(template.folder, dataDir, { recursive: true })
    const environment = { DATA_DIR: dataDir }
    return { folder, environment, onServer: false, on: using({ dataDir }), remove: async () => removeFolder() }
  }
  const name = `${template.copies}_${randomBytes(4).toString('hex')}`
  const databaseUrl = Object.assign(new URL(template.url), { pathname: `/${name}` }).href
  await ask(template.url, `create database ${name} template ${template.name}`)
  return {
    folder,
    environment: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    onServer: true,
    on: using({ databaseUrl, dataDir }),
    // What a restore kept or left behind has the same beginning, and goes with the template's other copies.
    remove: async () => {
      await ask(template.url, `drop database if exists ${name} with (force)`)
      removeFolder()
    },
  }
}

const using =
  (address: Parameters<typeof connect>[0]): Place['on'] =>
  async (work) => {
    const database = await connect(address)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }

export async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows as Record<string, unknown>[]
}

/** A command of the program in a process of its own, with nothing of this environment but what is given. */
export async function command(file: string, args: string[], environment: Record<string, string>, input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, output, errors }
}
