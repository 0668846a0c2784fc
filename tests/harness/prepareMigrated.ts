import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { prepareTemplate, type Preparation, type Template } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    migrated: Template
  }
}

export const migratedDatabase: Preparation = {
  name: 'migrated',
  sources: ['db'],
  fill: ({ pool }) => migrate(pool),
}

export default async function prepareMigrated(project: TestProject) {
  const { template, remove } = await prepareTemplate(migratedDatabase)
  project.provide('migrated', template)
  return remove
}
