import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { type Census, takeCensus } from '../../db/census.ts'
import { connect } from '../../db/connect.ts'
import { clusterOf, restoredCluster } from '../../db/embedded.ts'
import { lockFolder } from '../../db/folderLock.ts'
import { type Prepared, readPrepared } from '../../db/installed.ts'
import { StartupError } from '../../db/StartupError.ts'
import { checkRestored } from './checkRestored.ts'
import type { Manifest } from './manifest.ts'

/** Of the embedded engine, whose version comes with the program. */
export const embeddedPostgres = 18

/** Copies the cluster of a data folder that nobody has open, and counts what is in the copy. */
export async function copyCluster(dataDir: string, backup: string): Promise<Census> {
  if (!existsSync(clusterOf(dataDir)))
    throw new StartupError(`In ${dataDir} non c'è un database da copiare: indicarlo con DATA_DIR.`)
  await whileStopped(dataDir, async () => {
    cpSync(clusterOf(dataDir), clusterOf(backup), { recursive: true })
    keepSecret(dataDir, backup)
  })
  return inFolder(backup, async ({ pool }) => takeCensus(pool))
}

/** Who prepared the database of a data folder; null where there is none, or none that opens. */
export async function preparedIn(dataDir: string): Promise<Prepared | null> {
  if (!existsSync(clusterOf(dataDir))) return null
  await whileStopped(dataDir, async () => {})
  return inFolder(dataDir, async ({ pool }) => readPrepared(pool)).catch(() => null)
}

/**
 * Puts a backup in the place of the database of a data folder, once it was opened beside it and counted. Answers where the
 * one before is kept, if there was one.
 */
export async function restoreCluster(dataDir: string, backup: string, manifest: Manifest, stamp: string): Promise<string | null> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const beside = join(dataDir, 'restoring')
  return whileStopped(dataDir, async () => {
    try {
      rmSync(beside, { recursive: true, force: true })
      mkdirSync(beside, { mode: 0o700 })
      cpSync(clusterOf(backup), clusterOf(beside), { recursive: true })
      await inFolder(beside, async ({ pool }) => checkRestored(pool, manifest))
      return swap(dataDir, beside, stamp)
    } finally {
      rmSync(beside, { recursive: true, force: true })
    }
  })
}

/** Ended between the renames, the next start makes the last one. */
function swap(dataDir: string, beside: string, stamp: string): string | null {
  const [cluster, restored, kept] = [clusterOf(dataDir), restoredCluster(dataDir), `${clusterOf(dataDir)}.prima-${stamp}`]
  rmSync(restored, { recursive: true, force: true })
  renameSync(clusterOf(beside), restored)
  const had = existsSync(cluster)
  if (had) renameSync(cluster, kept)
  renameSync(restored, cluster)
  return had ? kept : null
}

/** The secret signs sessions and calendars' addresses: it goes with them, where the folder keeps one. */
export function keepSecret(from: string, to: string): void {
  const [kept, copy] = [join(from, 'secret'), join(to, 'secret')]
  if (existsSync(kept) && !existsSync(copy)) cpSync(kept, copy)
}

async function inFolder<T>(dataDir: string, work: (database: Awaited<ReturnType<typeof connect>>) => Promise<T>): Promise<T> {
  const database = await connect({ dataDir })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function whileStopped<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock: Server | null = await lockFolder(dataDir)
  if (!lock) {
    throw new StartupError(
      `La cartella dei dati ${dataDir} è aperta dal programma: fermarlo, ripetere il comando e avviarlo di nuovo.`,
    )
  }
  try {
    return await work()
  } finally {
    lock.close()
  }
}
