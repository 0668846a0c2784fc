import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium, type Chromium } from './findChromium.ts'
import { startProgram } from './startProgram.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    chromium: Chromium
  }
}

/** The program as a newcomer starts it, on an empty folder: built, migrated and seeded as of today. */
export default async function prepareRunning(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  const program = startProgram({ DATA_DIR: dataDir })
  project.provide('chromium', await findChromium())
  project.provide('address', await program.address)
  return async () => {
    await program.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}
