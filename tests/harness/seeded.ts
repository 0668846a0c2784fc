import { inject } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { appOver, type TestApp } from './startApp.ts'
import { copyTemplate } from './templates.ts'

const opened = new Map<'seeded' | 'sampled', Promise<Database>>()

/** The application over the seeded agency, one per worker: what a test writes there, the next ones see. */
export const seeded = () => over('seeded')

/** The same over the smaller agency, for tests that read all of it again and again. */
export const sampled = () => over('sampled')

async function over(template: 'seeded' | 'sampled'): Promise<TestApp> {
  const database = opened.get(template) ?? copyTemplate(inject(template))
  opened.set(template, database)
  return appOver(await database, { close: async () => {} })
}
