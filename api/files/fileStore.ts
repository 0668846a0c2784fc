import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the contents of attachments are kept, by the attachment's id: written once, read whole. A signal ends what it was given to. */
export interface FileStore {
  put(id: string, content: Uint8Array, signal?: AbortSignal): Promise<void>
  /** Null when it is not there. */
  get(id: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null>
  /** Only for what was never recorded. */
  discard(id: string, signal?: AbortSignal): Promise<void>
  /** Writes, reads and takes away a small content; what fails says why. */
  check(signal?: AbortSignal): Promise<void>
}

/** Large enough to need room of its own on a disk. */
const checkSize = 64 * 1024

/** Tries a store as attachments use it. */
export async function checkByUse({ put, get, discard }: Omit<FileStore, 'check'>, signal?: AbortSignal): Promise<void> {
  const id = `check-${randomUUID()}`
  const content = randomBytes(checkSize)
  await put(id, content, signal)
  const found = await get(id, signal)
  await discard(id, signal)
  if (!found || !content.equals(found)) throw new Error('What was put in the store did not come back as it was.')
}

/** Files of a folder of this machine. A file appears whole or not at all, also when the power goes. */
export function folderStore(folder: string): FileStore {
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id)
  const store = {
    async put(id: string, content: Uint8Array, signal?: AbortSignal) {
      const path = pathOf(id)
      await mkdir(dirname(path), { recursive: true })
      try {
        const file = await open(`${path}.part`, 'w')
        try {
          await file.writeFile(content, { signal })
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(`${path}.part`, path)
      } catch (error) {
        // What could not be written whole would go on filling the disk.
        await rm(`${path}.part`, { force: true }).catch(() => {})
        throw error
      }
    },
    async get(id: string, signal?: AbortSignal) {
      try {
        return new Uint8Array(await readFile(pathOf(id), { signal }))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    discard: async (id: string) => rm(pathOf(id), { force: true }),
  }
  return { ...store, check: async (signal) => checkByUse(store, signal) }
}
