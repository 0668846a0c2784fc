import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from '../db/StartupError.ts'

const bytes = 32

/** The secret of an installation that was given none: made once, kept beside its data, readable by its owner only. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    return readKept(file) ?? makeSecret(dataDir, file)
  } catch (error) {
    throw new StartupError(
      `Il segreto delle sessioni non si può tenere in ${file} (${(error as NodeJS.ErrnoException).code ?? 'errore'}): impostare APP_SECRET o un'altra DATA_DIR.`,
    )
  }
}

function readKept(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    return secret.length >= bytes ? secret : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function makeSecret(dataDir: string, file: string): string {
  const secret = randomBytes(bytes).toString('hex')
  const unfinished = `${file}.${process.pid}`
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(unfinished, secret, { mode: 0o600 })
  renameSync(unfinished, file)
  return secret
}
