import { StartupError } from '../../db/StartupError.ts'
import { causesOf, codeOf } from '../http/causes.ts'
import type { Env } from '../env.ts'
import { type Bucket, bucketStore } from './bucketStore.ts'
import { type FileStore, folderStore } from './fileStore.ts'

const patience = 20_000

/** The attachments' store of the environment, tried as it will be used, or one sentence that says why it cannot be. */
export async function openStore({ bucket, filesDir }: Pick<Env, 'bucket' | 'filesDir'>): Promise<FileStore> {
  const store = bucket ? await bucketStore(bucket) : folderStore(filesDir)
  try {
    await store.check(AbortSignal.timeout(patience))
    return store
  } catch (error) {
    throw new StartupError(bucket ? whyNoBucket(error, bucket) : whyNoFolder(error, filesDir), { cause: error })
  }
}

function whyNoFolder(error: unknown, folder: string): string {
  const where = `La cartella degli allegati «${folder}» (FILES_DIR)`
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return `${where} non si può scrivere: dare il permesso all'utente del programma, o indicarne un'altra.`
    case 'EROFS':
      return `${where} è su un disco di sola lettura: indicarne un'altra.`
    case 'ENOSPC':
    case 'EDQUOT':
      return `${where} è su un disco pieno: liberare spazio, o indicarne un'altra.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${where} non è una cartella: indicarne un'altra.`
    default:
      return `${where} non si può usare (${codeOf(error) ?? String(error)}).`
  }
}

function whyNoBucket(error: unknown, { name, endpoint = 'Amazon S3' }: Bucket): string {
  const where = `L'archivio degli allegati su ${endpoint}`
  const marks = causesOf(error).flatMap((cause) => [codeOf(cause), nameOf(cause), statusOf(cause)])
  if (marks.some((mark) => /^(404|NotFound|NoSuchBucket)$/.test(String(mark)))) {
    return `${where} non ha un bucket «${name}»: crearlo, oppure correggere S3_BUCKET.`
  }
  if (marks.some((mark) => /^(401|403|InvalidAccessKeyId|SignatureDoesNotMatch|AccessDenied)$/.test(String(mark)))) {
    return `${where} rifiuta le credenziali per il bucket «${name}»: verificare S3_ACCESS_KEY, S3_SECRET_KEY e i loro permessi di leggere, scrivere e cancellare.`
  }
  if (marks.some((mark) => /^(301|PermanentRedirect|AuthorizationHeaderMalformed)$/.test(String(mark)))) {
    return `${where} tiene il bucket «${name}» in un'altra regione: correggere S3_REGION.`
  }
  return `${where} non risponde: verificare S3_ENDPOINT e la rete (${marks.find(Boolean) ?? 'nessuna risposta'}).`
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : null)

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return null
  const { httpStatusCode = null } = error.$metadata as { httpStatusCode?: number }
  return httpStatusCode
}
