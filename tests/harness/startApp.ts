import type { Pool } from 'pg'
import { inject } from 'vitest'
import { silent } from './silent.ts'
import { createApp } from '../../api/app.ts'
import { demoAccounts, type Grant } from '../../api/auth/accounts.ts'
import type { Database } from '../../db/connect.ts'
import { everyRole } from './grants.ts'
import { memoryStore } from './memoryStore.ts'
import { resetDatabase } from './resetDatabase.ts'
import { sessionCookie } from './sessionCookie.ts'
import { copyTemplate } from './templates.ts'

export interface Client {
  /** Asks the application, as a browser on its own pages would. */
  request(path: string, init?: RequestInit): Promise<Response>
}

export interface TestApp extends Client {
  /** The same application, signed in; the user is made when missing, by default with the roles of the demo account or with all. */
  as(email: string, grants?: readonly Grant[]): Promise<Client>
  pool: Pool
  /** What the attachments hold. */
  files: ReturnType<typeof memoryStore>
  close(): Promise<void>
}

const origin = 'http://localhost'
const secret = 'a secret of the tests, long enough to be one'

let opened: Database | null = null

/**
 * The application over an empty, migrated database: on a server a fresh copy of the template, on the embedded engine the
 * worker's own copy emptied. One is alive at a time: starting another ends the one before.
 */
export async function startApp(told: Told = {}): Promise<TestApp> {
  if (opened && !opened.embedded) await closeOpened()
  if (opened) await resetDatabase(opened.pool)
  opened ??= await copyTemplate(inject('migrated'))
  return appOver(opened, { close: opened.embedded ? async () => {} : closeOpened, ...told })
}

type Told = Partial<Pick<Parameters<typeof createApp>[0], 'log' | 'logRequests' | 'metricsToken'>>

/** The application over any database, for tests that prepare their own. */
export function appOver(database: Database, { close, ...told }: { close(): Promise<void> } & Told): TestApp {
  const files = memoryStore()
  const app = createApp({ database, secret, production: false, demo: true, files, log: silent, ...told })
  const client = (cookie?: string): Client => ({
    request: async (path, init) => {
      const request = new Request(new URL(path, origin), init)
      if (!request.headers.has('origin')) request.headers.set('origin', origin)
      if (cookie && !request.headers.has('cookie')) request.headers.set('cookie', cookie)
      return app.fetch(request)
    },
  })
  return {
    ...client(),
    as: async (email, grants = grantsOf(email)) => client(await sessionCookie(database.pool, secret, email, grants)),
    pool: database.pool,
    files,
    close,
  }
}

async function closeOpened(): Promise<void> {
  const closing = opened
  opened = null
  await closing?.close()
}

const grantsOf = (email: string): readonly Grant[] => demoAccounts.find((account) => account.email === email)?.grants ?? everyRole
