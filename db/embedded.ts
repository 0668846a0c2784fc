import { once } from 'node:events'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Pool } from 'pg'
import { lockFolder, socketFolder } from './folderLock.ts'
import { StartupError } from './StartupError.ts'

export interface Embedded {
  /** Where its socket is, for `pg`: a folder and a port, in the manner of Postgres. */
  host: string
  port: number
  close(): Promise<void>
}

/** Where the database of a data folder is. */
export const clusterOf = (dataDir: string) => join(dataDir, 'postgres')

/** Where a backup stands for the moment between leaving the place of the one before and taking it. */
export const restoredCluster = (dataDir: string) => `${clusterOf(dataDir)}.restored`

const port = 5432
const major = '18'

/** Starts the Postgres that needs no installing, in a thread of its own, on the data of a folder or in memory. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  if (dataDir === 'memory://') return startInMemory()
  const folder = openFolder(dataDir)
  const lock = await lockFolder(folder)
  if (!lock) {
    throw new StartupError(
      `La cartella dei dati ${folder} è già aperta da un altro processo: fermare quello, oppure indicare un'altra cartella con DATA_DIR.`,
    )
  }
  try {
    const sockets = socketFolder(folder)
    const cluster = clusterOf(folder)
    finishRestore(folder)
    checkVersion(cluster)
    const worker = await startEngine(cluster, sockets)
    return {
      host: sockets,
      port,
      close: async () => {
        await stopEngine(worker)
        lock.close()
      },
    }
  } catch (error) {
    lock.close()
    throw error
  }
}

async function startInMemory(): Promise<Embedded> {
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  const worker = await startEngine(null, folder)
  return {
    host: folder,
    port,
    close: async () => {
      await stopEngine(worker)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function openFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new StartupError(`Nella cartella dei dati ${dataDir} non si può scrivere: indicare un'altra cartella con DATA_DIR.`)
  }
  return realpathSync(dataDir)
}

function finishRestore(folder: string): void {
  const [cluster, restored] = [clusterOf(folder), restoredCluster(folder)]
  if (!existsSync(cluster) && existsSync(restored)) renameSync(restored, cluster)
}

function checkVersion(cluster: string): void {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(cluster)) return
  if (!existsSync(file)) throw new StartupError(whyNotOpened(cluster, 'manca PG_VERSION'))
  const found = readFileSync(file, 'utf8').trim()
  if (found !== major) {
    throw new StartupError(
      `I dati in ${cluster} sono di un Postgres di versione ${found}, il programma usa la ${major}: indicare un'altra cartella con DATA_DIR.`,
    )
  }
}

async function startEngine(cluster: string | null, sockets: string): Promise<Worker> {
  const socket = join(sockets, `.s.PGSQL.${port}`)
  rmSync(socket, { force: true })
  const worker = new Worker(new URL('./embeddedEngine.mjs', import.meta.url), { workerData: { folder: cluster, socket } })
  const ended = once(worker, 'exit').then(() => {
    throw new Error('il motore si è fermato')
  })
  try {
    await Promise.race([once(worker, 'message'), ended])
  } catch (error) {
    await worker.terminate()
    throw new StartupError(whyNotOpened(cluster ?? sockets, (error as Error).message))
  }
  ended.catch(() => {})
  worker.unref()
  return worker
}

/** Less free space than a start needs. */
const leastSpace = 32 * 1024 * 1024

/** The engine only says that it gave up: whether the disk is to blame, the disk says. */
export function whyNotOpened(cluster: string, words: string, space = spaceAt(cluster)): string {
  if (space < leastSpace) return diskFull(cluster)
  if (existsSync(cluster)) return damaged(cluster, words)
  return `Il database incorporato non si crea in ${cluster} (${words}): indicare un'altra cartella con DATA_DIR.`
}

function spaceAt(cluster: string): number {
  const { bavail, bsize } = statfsSync(dirname(cluster))
  return bavail * bsize
}

const diskFull = (cluster: string) =>
  `Il disco di ${cluster} è pieno: liberare spazio e avviare di nuovo, oppure indicare un'altra cartella con DATA_DIR.`

const damaged = (cluster: string, words: string) =>
  `I dati in ${cluster} sono danneggiati o incompleti e non si aprono (${words}): tornare a una copia con npm run restore, oppure indicare un'altra cartella con DATA_DIR.`

/** Refuses a cluster that opens although files of its tables are missing or cut short, as a copy that was not finished. */
export async function checkFiles({ pool }: { pool: Pool }, dataDir: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class
    where pg_relation_filepath(oid) is not null
      and coalesce((pg_stat_file(pg_relation_filepath(oid), true)).size % 8192, -1) <> 0
    order by oid limit 1`)
  if (rows[0]) throw new StartupError(damaged(clusterOf(dataDir), `manca o è incompleto il file di ${rows[0].name}`))
}

async function stopEngine(worker: Worker): Promise<void> {
  const closed = once(worker, 'message')
  worker.ref()
  worker.postMessage('close')
  await closed
  await worker.terminate()
}
