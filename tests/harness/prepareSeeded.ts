import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { seed } from '../../seeds/seed.ts'
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
    fill: async ({ pool }) => {
      await migrate(pool)
      await seed(pool, { profile: 'demo', today: seededToday })
    },
  })
  project.provide('seeded', template)
  return remove
}
