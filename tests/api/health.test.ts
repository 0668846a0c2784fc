import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { FileStore } from '../../api/files/fileStore.ts'
import { databaseProbe, statusOf } from '../../api/http/probes.ts'
import { keptLog } from '../harness/keptLog.ts'
import { memoryStore } from '../harness/memoryStore.ts'
import { silent } from '../harness/silent.ts'
import { startApp, type TestApp } from '../harness/startApp.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const secret = 'a secret of the tests, long enough to be one'

const over = (files: FileStore, log = silent) =>
  createApp({
    database: { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} },
    secret,
    production: true,
    demo: false,
    files,
    log,
  })

const ready = async (asked: { request(path: string): Response | Promise<Response> }) => {
  const response = await asked.request('/api/health/ready')
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, headers: response.headers }
}

describe('health', () => {
  test.each(['/api/health', '/api/health/live', '/api/health/ready'])('%s answers without a session', async (path) => {
    const response = await app.request(path)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  test.each<[string, Partial<FileStore>, string]>([
    ['full', { check: async () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })) }, 'è pieno'],
    ['gone', { check: async () => Promise.reject(new Error('anything')) }, 'non risponde'],
  ])('is not ready while the attachments’ store is %s, says which, and leaves a line in the log', async (_, trouble, words) => {
    const { log, lines } = keptLog()
    const { status, body, headers } = await ready(over({ ...memoryStore(), ...trouble }, log))
    expect(status).toBe(503)
    expect(headers.has('retry-after')).toBe(true)
    expect(body.message).toContain('L’archivio degli allegati')
    expect(body.message).toContain(words)
    expect(lines()).toMatchObject([{ msg: 'the attachments are not ready' }])
  })

  test('is not ready while the database answers but may not write to its disk, and is again once it may', async () => {
    const { log } = keptLog()
    const database = databaseProbe(app.pool, log)
    await app.pool.query('set temp_file_limit = 0')
    try {
      // The same connection is asked as long as nobody else wants one.
      await expect(database.attempt()).rejects.toMatchObject({ code: '53400' })
      expect((await app.pool.query('select 1')).rowCount).toBe(1)
    } finally {
      await app.pool.query('reset temp_file_limit')
    }
    await database.attempt()
  })

  test('is not ready on a database that is read only', async () => {
    await app.pool.query('set default_transaction_read_only = on')
    try {
      const { status, body } = await ready(over(memoryStore()))
      expect(status).toBe(503)
      expect(body.message).toContain('sola lettura')
    } finally {
      await app.pool.query('set default_transaction_read_only = off')
    }
  })

  test('tries at most once at a time and every few seconds, however often it is asked', async () => {
    let tries = 0
    const slow = async () => {
      tries++
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const status = statusOf({ attempt: slow, why: String })
    expect(await Promise.all([status(), status(), status()])).toEqual([null, null, null])
    expect(await status()).toBeNull()
    expect(tries).toBe(1)
  })
})

describe('an address that is no page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  writeFileSync(join(folder, 'index.html'), '<p>panel</p>')
  const withPanel = () =>
    createApp({
      database: { pool: app.pool, figures: app.pool, embedded: false, close: async () => {} },
      secret,
      production: true,
      demo: false,
      files: memoryStore(),
      log: silent,
      staticDir: folder,
    })

  afterAll(() => rmSync(folder, { recursive: true }))

  test('is not that of a record, which is the panel', async () => {
    const response = await withPanel().request('/units/00000000-0000-4000-8000-000000000000')
    expect([response.status, await response.text()]).toEqual([200, '<p>panel</p>'])
  })

  test.each(['/metrics', '/favicon.png', '/robots.txt', '/.well-known/security.txt', '/health', '/api/anything.js'])(
    '%s is not answered with the panel',
    async (path) => {
      const response = await withPanel().request(path)
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.headers.get('content-type')).toContain('json')
    },
  )
})
