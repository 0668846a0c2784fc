import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { prepareTemplate, type Template } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    migrated: Template
  }
}

export default async function prepareMigrated(project: TestProject) {
  const { template, remove } = await prepareTemplate({
    name: 'migrated',
    sources: ['db'],
    fill: ({ pool }) => migrate(pool),
  })
  project.provide('migrated', template)
  return remove
}
