import { inject } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { appOver, type TestApp } from './startApp.ts'
import { copyTemplate } from './templates.ts'

let opened: Promise<Database> | null = null

/** The application over the seeded agency, one per worker: what a test writes there, the next ones see. */
export async function seeded(): Promise<TestApp> {
  opened ??= copyTemplate(inject('seeded'))
  return appOver(await opened, { close: async () => {} })
}
