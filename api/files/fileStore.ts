import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the contents of attachments are kept, by the attachment's id: written once, read whole. */
export interface FileStore {
  put(id: string, content: Uint8Array): Promise<void>
  /** Null when it is not there. */
  get(id: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Only for what was never recorded. */
  discard(id: string): Promise<void>
}

/** Files of a folder of this machine. A file appears whole or not at all, also when the power goes. */
export function folderStore(folder: string): FileStore {
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id)
  return {
    async put(id, content) {
      const path = pathOf(id)
      await mkdir(dirname(path), { recursive: true })
      const file = await open(`${path}.part`, 'w')
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(pathOf(id)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    discard: async (id) => rm(pathOf(id), { force: true }),
  }
}
