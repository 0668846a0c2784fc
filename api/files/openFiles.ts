import type { Env } from '../env.ts'
import { bucketStore } from './bucketStore.ts'
import { type FileStore, folderStore } from './fileStore.ts'

/** Where the environment says that the attachments' contents are kept. */
export async function openFiles({ bucket, filesDir }: Pick<Env, 'bucket' | 'filesDir'>): Promise<FileStore> {
  return bucket ? bucketStore(bucket) : folderStore(filesDir)
}
