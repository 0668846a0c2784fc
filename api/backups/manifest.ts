import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attachment, Census } from '../../db/census.ts'
import { programVersion, unknownMigrations } from '../../db/installed.ts'
import { StartupError } from '../../db/StartupError.ts'

/** What a backup says of itself, in `manifest.json`: it is written last, so that a backup that has one is whole. */
export interface Manifest extends Census {
  engine: 'server' | 'embedded'
  /** Of the program that made it. */
  version: string
  /** Major version of the Postgres it was taken from. */
  postgres: number
  at: string
  /** Where the attachments' contents are: with the backup, or still in their bucket. */
  contents: 'here' | { bucket: string }
  /** Attachments whose content was already lost. */
  lost: Attachment[]
}

const fileOf = (backup: string) => join(backup, 'manifest.json')

export function writeManifest(backup: string, manifest: Manifest): void {
  writeFileSync(fileOf(backup), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
}

/** The manifest of a backup that this program may put back, or a sentence that says why it may not. */
export function readManifest(backup: string, engine: Manifest['engine']): Manifest {
  if (!existsSync(fileOf(backup))) {
    throw new StartupError(`In ${backup} non c'è una copia intera fatta con npm run backup: manca manifest.json.`)
  }
  const manifest = JSON.parse(readFileSync(fileOf(backup), 'utf8')) as Manifest
  if (unknownMigrations(manifest.migrations).length > 0) {
    throw new StartupError(
      `La copia è di una versione più recente di Ballatoio (${manifest.version}): questo programma è la ${programVersion} e non la conosce. Usare la ${manifest.version} o una successiva.`,
    )
  }
  if (manifest.engine !== engine) throw new StartupError(otherEngine(engine))
  return manifest
}

const otherEngine = (engine: Manifest['engine']) =>
  engine === 'server'
    ? 'La copia è del database incorporato: si ripristina senza DATABASE_URL, nella cartella di DATA_DIR.'
    : 'La copia è di un server Postgres: si ripristina indicando il database con DATABASE_URL.'

/** Day and time as they stand in the names of what is kept. */
export const stampOf = (at: Date) => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
