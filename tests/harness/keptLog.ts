import { Writable } from 'node:stream'
import { createLog } from '../../api/http/log.ts'

/** A log that a test can read: its lines as they were written, each one an object. */
export function keptLog() {
  let text = ''
  const log = createLog(new Writable({ write: (chunk: Buffer, _, done) => done(void (text += chunk.toString())) }))
  return {
    log,
    get text() {
      return text
    },
    lines: () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    clear: () => void (text = ''),
  }
}
