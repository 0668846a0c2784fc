import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { otherVersion } from '../../db/enter.ts'
import { fingerprint, installedFingerprint } from '../../db/installed.ts'
import type { FileStore } from '../files/fileStore.ts'
import { storeTrouble } from '../files/shelteredStore.ts'
import { codeOf } from './causes.ts'
import { toldError } from './log.ts'
import { troubleOf } from './troubles.ts'

/** Something the program needs: how to try it, and what to say when it fails. */
export interface Probe {
  attempt: () => Promise<unknown>
  why: (error: unknown) => string
}

/** How long an outcome is told before it is tried again, and how long a try may last. */
const keptFor = 5_000
const patience = 8_000

/** Tries a probe at most once at a time and every few seconds, however often it is asked; null when all is well. */
export function statusOf({ attempt, why }: Probe): () => Promise<string | null> {
  let until = 0
  let last: Promise<string | null> | undefined
  return async () => {
    if (last && performance.now() < until) return last
    until = Number.POSITIVE_INFINITY
    const trying = attempt()
    const over = () => (until = performance.now() + keptFor)
    // A try that never ends is not begun a second time; what it is told meanwhile is that it takes too long.
    void trying.then(over, over)
    last = Promise.race([trying, tooLong()]).then(() => null, why)
    return last
  }
}

const tooLong = async () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('A probe takes too long.')), patience).unref()
  })

/**
 * Sorts more than fits in its memory: the database has to write some to its disk and take it away again. It needs no
 * table, leaves nothing behind, and a full or read-only disk refuses it, where `select 1` and a small update still succeed.
 */
const writeSomething = `
  set local work_mem = '64kB';
  select count(*) from (select i, repeat(md5(i::text), 4) as t from generate_series(1, 3000) i order by t offset 0) as spilled`

/** The database answers and its disk can be written. */
export const databaseProbe = (pool: Pool, log: Logger): Probe => ({
  attempt: async () => {
    const { rows } = await pool.query<{ standby: boolean; installed: string | null }>(
      `select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as standby,
        ${installedFingerprint} as installed`,
    )
    if (rows[0]?.installed !== fingerprint)
      throw Object.assign(new Error('Another version has prepared the database.'), { code: otherVersion })
    if (rows[0]?.standby) throw Object.assign(new Error('The database is a standby.'), { code: '25006' })
    await pool.query(writeSomething)
  },
  why: (error) => {
    log.error({ err: toldError(error) }, 'the database is not ready')
    const unknown = codeOf(error) ? 'Il database non riesce a scrivere sul suo disco.' : 'Il database non risponde.'
    return troubleOf(error, false)?.message ?? unknown
  },
})

/** The attachments can be written, read and taken away. */
export const filesProbe = (files: FileStore, log: Logger): Probe => ({
  attempt: async () => files.check(),
  why: (error) => {
    log.error({ err: toldError(error) }, 'the attachments are not ready')
    return storeTrouble(error).message
  },
})
