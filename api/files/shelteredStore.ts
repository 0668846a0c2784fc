import { causesOf, codeOf } from '../http/causes.ts'
import { Refusal } from '../http/errors.ts'
import type { FileStore } from './fileStore.ts'

/** Milliseconds that one file may take to be stored or fetched, whatever the store does. */
const longest = 60_000

const tellAdmin = 'Se continua, avvisare chi gestisce il sistema.'

/** Any trouble of a store as it is told: nobody who asks for a file can put it right. */
export function storeTrouble(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const full = causesOf(error).some((cause) => /^(ENOSPC|EDQUOT)$/.test(codeOf(cause) ?? ''))
  const refusal = full
    ? new Refusal(507, `L’archivio degli allegati è pieno: il file non è stato salvato. ${tellAdmin}`)
    : new Refusal(503, `L’archivio degli allegati non risponde: riprovare tra qualche secondo. ${tellAdmin}`)
  return Object.assign(refusal, { cause: error, ...(!full && { retryAfter: 10 }) })
}

const aborted = async (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }))

/** A store that always ends, and fails in words: the rest of the program need not know what it is made of. */
export function shelteredStore(store: FileStore, limit = longest): FileStore {
  const within = async <T>(asked: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const signal = AbortSignal.any([AbortSignal.timeout(limit), ...(asked ? [asked] : [])])
    try {
      signal.throwIfAborted()
      // Not every store heeds the signal: a folder of another machine may hang for ever.
      return await Promise.race([work(signal), aborted(signal)])
    } catch (error) {
      if (asked?.aborted) throw new Refusal(400, 'Chi aspettava il file ha interrotto la richiesta.')
      throw storeTrouble(error)
    }
  }
  return {
    put: async (id, content, asked) => within(asked, async (signal) => store.put(id, content, signal)),
    get: async (id, asked) => within(asked, async (signal) => store.get(id, signal)),
    discard: async (id, asked) => within(asked, async (signal) => store.discard(id, signal)),
    check: async (asked) => within(asked, async (signal) => store.check(signal)),
  }
}
