import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderStore } from '../../api/files/fileStore.ts'

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
