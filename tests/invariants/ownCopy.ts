import { inject } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { appOver, type TestApp } from '../harness/startApp.ts'
import { copyTemplate } from '../harness/templates.ts'

let opened: Promise<Database> | null = null

/** The application over a copy of the seeded agency of their own, for tests that write. */
export async function ownCopy(): Promise<TestApp> {
  opened ??= copyTemplate(inject('sampled'))
  return appOver(await opened, { close: async () => {} })
}
