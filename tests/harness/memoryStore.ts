import type { FileStore } from '../../api/files/fileStore.ts'

/** Contents that last as long as the test. */
export function memoryStore(): FileStore & { readonly size: number } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    put: async (id, content) => void kept.set(id, new Uint8Array(content)),
    get: async (id) => kept.get(id) ?? null,
    discard: async (id) => void kept.delete(id),
    check: async () => {},
    get size() {
      return kept.size
    },
  }
}
