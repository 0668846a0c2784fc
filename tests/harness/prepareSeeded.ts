import type { TestProject } from 'vitest/node'
import type { Profile } from '../../seeds/period.ts'
import { seed } from '../../seeds/seed.ts'
import { migratedDatabase } from './prepareMigrated.ts'
import { seededToday } from './seededToday.ts'
import { prepareTemplate, type Template } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    seeded: Template
    sampled: Template
  }
}

export default async function prepareSeeded(project: TestProject) {
  const seeded = await prepared('seeded', 'demo')
  const sampled = await prepared('sampled', 'sample')
  project.provide('seeded', seeded.template)
  project.provide('sampled', sampled.template)
  return async () => {
    await seeded.remove()
    await sampled.remove()
  }
}

const prepared = (name: string, profile: Profile) =>
  prepareTemplate({
    name,
    sources: ['db', 'seeds', 'tests/harness/seededToday.ts'],
    base: migratedDatabase,
    fill: ({ pool }) => seed(pool, { profile, today: seededToday }),
  })
