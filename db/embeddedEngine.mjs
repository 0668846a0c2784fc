import { parentPort, workerData } from 'node:worker_threads'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

// Plain JavaScript, because a worker thread does not inherit the loader that reads TypeScript.

/** @type {{ folder: string | null, socket: string }} */
const { folder, socket } = workerData

/** @param {string} where */
async function open(where) {
  const engine = new PGlite(where, { extensions: { btree_gist, pg_trgm, unaccent } })
  await engine.waitReady
  return engine
}

/**
 * A cluster gets its name only when it is whole: killed while making one, the next start begins again.
 * @param {string} cluster
 */
async function openCluster(cluster) {
  if (!existsSync(cluster)) {
    const unfinished = `${cluster}.new`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    await (await open(unfinished)).close()
    renameSync(unfinished, cluster)
  }
  return open(cluster)
}

const engine = await (folder ? openCluster(folder) : open('memory://'))
const server = new PGLiteSocketServer({ db: engine, path: socket, maxConnections: 4 })
await server.start()

parentPort?.on('message', async () => {
  await server.stop()
  await engine.close()
  parentPort?.postMessage('closed')
  parentPort?.close()
})
parentPort?.postMessage('ready')
