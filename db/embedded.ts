import { once } from 'node:events'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { lockFolder, socketFolder } from './folderLock.ts'
import { StartupError } from './StartupError.ts'

export interface Embedded {
  /** Where its socket is, for `pg`: a folder and a port, in the manner of Postgres. */
  host: string
  port: number
  close(): Promise<void>
}

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
    const cluster = join(folder, 'postgres')
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

function checkVersion(cluster: string): void {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(cluster)) return
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'sconosciuta'
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
  try {
    await once(worker, 'message')
  } catch (error) {
    await worker.terminate()
    throw new StartupError(`Il database incorporato non si apre su ${cluster ?? 'memoria'}: ${(error as Error).message}`)
  }
  worker.unref()
  return worker
}

async function stopEngine(worker: Worker): Promise<void> {
  const closed = once(worker, 'message')
  worker.ref()
  worker.postMessage('close')
  await closed
  await worker.terminate()
}
