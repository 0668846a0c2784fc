import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { folderStore } from '../../api/files/fileStore.ts'
import { openStore } from '../../api/files/openStore.ts'
import { shelteredStore } from '../../api/files/shelteredStore.ts'

const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a content comes back from the folder as it was put, whole, and is gone once discarded', async () => {
  const store = folderStore(join(folder, 'files'))
  expect(await store.get('a1b2')).toBeNull()
  await store.put('a1b2', new TextEncoder().encode('contenuto'))
  expect(readdirSync(join(folder, 'files', 'a1'))).toEqual(['a1b2'])
  expect(new TextDecoder().decode((await store.get('a1b2')) ?? undefined)).toBe('contenuto')
  await store.discard('a1b2')
  expect(await store.get('a1b2')).toBeNull()
})

/** A disk of one megabyte, where this machine lets one be made. */
function smallDisk(): string | null {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
    return disk
  } catch {
    return null
  }
}

describe('a folder', () => {
  test('that is a file is refused at the start in a sentence', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const filesDir of [file, join(file, 'files')]) {
      await expect(openStore({ filesDir })).rejects.toMatchObject({
        name: 'StartupError',
        message: `La cartella degli allegati «${filesDir}» (FILES_DIR) non è una cartella: indicarne un'altra.`,
      })
    }
  })

  test('that cannot be written is a 503 for whoever attaches a file', async () => {
    writeFileSync(join(folder, 'written'), '')
    const store = shelteredStore(folderStore(join(folder, 'written')))
    await expect(store.put('a1', new Uint8Array(1))).rejects.toMatchObject({ status: 503, cause: { code: 'ENOTDIR' } })
  })

  const disk = smallDisk()
  // Only the administrator of a machine can make a disk.
  test.runIf(disk !== null)('on a full disk is a 507, leaves nothing half written, and is refused at the start', async () => {
    try {
      const store = shelteredStore(folderStore(String(disk)))
      await store.put('a1', new Uint8Array(100_000))
      await expect(store.put('b1', new Uint8Array(2_000_000))).rejects.toMatchObject({
        status: 507,
        message: expect.stringContaining('è pieno: il file non è stato salvato') as string,
      })
      expect(readdirSync(join(String(disk), 'b1'))).toEqual([])
      expect(() => writeFileSync(join(String(disk), 'filler'), new Uint8Array(2_000_000))).toThrow('ENOSPC')
      await expect(openStore({ filesDir: String(disk) })).rejects.toThrow('su un disco pieno: liberare spazio')
    } finally {
      execFileSync('umount', [String(disk)])
    }
  })
})
