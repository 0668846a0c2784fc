import { isNewerThanProgram, programVersion } from '../db/installed.ts'
import { StartupError } from '../db/StartupError.ts'
import { putContentsBack } from './backups/contents.ts'
import { keepSecret, preparedIn, restoreCluster } from './backups/embeddedCopy.ts'
import { type Manifest, readManifest, stampOf } from './backups/manifest.ts'
import { preparedAt, restoreDatabase } from './backups/serverCopy.ts'
import { type Env, parseEnv } from './env.ts'
import { openStore } from './files/openStore.ts'

const overNewer = '--over-newer'

try {
  await restore(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Puts a backup in the place of the database of the environment, which is kept under another name, and its attachments back. */
async function restore(args: string[]): Promise<void> {
  const [backup, ...more] = args.filter((arg) => arg !== overNewer)
  if (backup === undefined || more.length > 0)
    throw new StartupError(`Uso: npm run restore -- cartella-della-copia [${overNewer}]`)
  const env = parseEnv(process.env)
  const manifest = readManifest(backup, env.databaseUrl ? 'server' : 'embedded')
  if (!args.includes(overNewer)) await refuseOverNewer(env)
  // Contents never change: what is put back beside a database that is not its own does no harm.
  const put = await contentsBack(backup, manifest, env)
  const stamp = stampOf(new Date())
  const kept = env.databaseUrl
    ? await restoreDatabase(env.databaseUrl, backup, manifest, stamp)
    : await restoreCluster(env.dataDir, backup, manifest, stamp)
  if (!env.databaseUrl) keepSecret(backup, env.dataDir)
  say(
    `Ripristinata la copia del ${manifest.at.slice(0, 16).replace('T', ' alle ')} (UTC), versione ${manifest.version}; allegati rimessi: ${put}.`,
  )
  if (kept) say(`Quello di prima è in «${kept}»: quando non serve più, si può eliminare.`)
  say('Ora si può avviare il programma.')
}

async function refuseOverNewer({ databaseUrl, dataDir }: Env): Promise<void> {
  const present = databaseUrl ? await preparedAt(databaseUrl) : await preparedIn(dataDir)
  if (!present || !isNewerThanProgram(present)) return
  throw new StartupError(
    `Il database di adesso è stato preparato da una versione più recente${present.installed ? ` (${present.installed.version})` : ''} di questo programma, che è la ${programVersion}: se si vuole davvero tornare indietro, ripetere con ${overNewer}; il database di adesso resta, con un altro nome.`,
  )
}

async function contentsBack(backup: string, { attachments, contents, lost }: Manifest, env: Env): Promise<number> {
  if (contents !== 'here') {
    if (env.bucket?.name === contents.bucket) return 0
    throw new StartupError(
      `Gli allegati della copia sono nel bucket ${contents.bucket}: indicarlo con S3_BUCKET e le sue chiavi.`,
    )
  }
  const isLost = new Set(lost.map(({ id }) => id))
  return putContentsBack(
    backup,
    attachments.filter(({ id }) => !isLost.has(id)),
    await openStore(env),
  )
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
