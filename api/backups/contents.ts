import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attachment } from '../../db/census.ts'
import { StartupError } from '../../db/StartupError.ts'
import type { FileStore } from '../files/fileStore.ts'

const folderOf = (backup: string) => join(backup, 'files')

const isItself = (content: Uint8Array, { digest }: Attachment) => createHash('sha256').update(content).digest('hex') === digest

/**
 * Copies the contents of the attachments. They are written once and never changed, so that any copy made after the
 * database's is complete. Answers those that are not there, or no longer what they were.
 */
export async function keepContents(backup: string, attachments: readonly Attachment[], files: FileStore): Promise<Attachment[]> {
  const lost: Attachment[] = []
  mkdirSync(folderOf(backup), { mode: 0o700 })
  for (const attachment of attachments) {
    const content = await files.get(attachment.id)
    if (content && isItself(content, attachment)) writeFileSync(join(folderOf(backup), attachment.id), content, { mode: 0o600 })
    else lost.push(attachment)
  }
  return lost
}

/** Puts back the contents that are not there. Answers how many. */
export async function putContentsBack(backup: string, attachments: readonly Attachment[], files: FileStore): Promise<number> {
  let put = 0
  for (const attachment of attachments) {
    const content = readFileSync(join(folderOf(backup), attachment.id))
    if (!isItself(content, attachment)) {
      throw new StartupError(
        `Nella copia il contenuto dell'allegato ${attachment.id} non è più quello che era: usare un'altra copia.`,
      )
    }
    const there = await files.get(attachment.id)
    if (there && isItself(there, attachment)) continue
    await files.put(attachment.id, content)
    put += 1
  }
  return put
}
