import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { programVersion } from '../db/installed.ts'
import { StartupError } from '../db/StartupError.ts'
import { keepContents } from './backups/contents.ts'
import { copyCluster, embeddedPostgres } from './backups/embeddedCopy.ts'
import { type Manifest, stampOf, writeManifest } from './backups/manifest.ts'
import { dumpDatabase } from './backups/serverCopy.ts'
import { type Env, parseEnv } from './env.ts'
import { openStore } from './files/openStore.ts'

try {
  await backup(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Writes a folder with the database, the attachments' contents and what must be found in them; it appears whole or not at all. */
async function backup([where = 'backups', ...more]: string[]): Promise<void> {
  if (more.length > 0) throw new StartupError('Uso: npm run backup -- [cartella in cui mettere la copia]')
  const env = parseEnv(process.env)
  const at = new Date()
  const folder = resolve(where, `ballatoio-${stampOf(at)}`)
  const unfinished = `${folder}.part`
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    const manifest = await fill(unfinished, env, at)
    renameSync(unfinished, folder)
    sayWhat(folder, manifest)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function fill(folder: string, env: Env, at: Date): Promise<Manifest> {
  const census = env.databaseUrl
    ? await dumpDatabase(env.databaseUrl, folder)
    : { ...(await copyCluster(env.dataDir, folder)), postgres: embeddedPostgres }
  const lost = env.bucket ? [] : await keepContents(folder, census.attachments, await openStore(env))
  const manifest: Manifest = {
    engine: env.databaseUrl ? 'server' : 'embedded',
    version: programVersion,
    at: at.toISOString(),
    contents: env.bucket ? { bucket: env.bucket.name } : 'here',
    lost,
    ...census,
  }
  writeManifest(folder, manifest)
  return manifest
}

function sayWhat(folder: string, { rows, attachments, contents, lost }: Manifest): void {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const where = contents === 'here' ? '' : ` (i contenuti restano nel bucket ${contents.bucket})`
  say(`Copia fatta in ${folder}: ${total} righe, ${attachments.length} allegati${where}.`)
  if (lost.length > 0)
    say(`Attenzione: il contenuto di ${lost.length} allegati non si trova più: ${lost.map(({ id }) => id).join(', ')}.`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
