import type { TestProject } from 'vitest/node'
import { seed } from '../../seeds/seed.ts'
import { migratedDatabase } from './prepareMigrated.ts'
import { seededToday } from './seededToday.ts'
import { prepareTemplate, type Template } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    seeded: Template
  }
}

export default async function prepareSeeded(project: TestProject) {
  const { template, remove } = await prepareTemplate({
    name: 'seeded',
    sources: ['db', 'seeds', 'tests/harness/seededToday.ts'],
    base: migratedDatabase,
    fill: ({ pool }) => seed(pool, { profile: 'demo', today: seededToday }),
  })
  project.provide('seeded', template)
  return remove
}
