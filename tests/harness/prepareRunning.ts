import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
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

/**
 * The program as a newcomer starts it, on an empty folder: built, migrated and seeded as of today. It goes on starting while
 * the other suites run; `openPage` waits for it.
 */
export default async function prepareRunning(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ballatoio-'))
  const port = await freePort()
  const program = startProgram({ DATA_DIR: dataDir, PORT: String(port) })
  program.address.catch((error: Error) => process.stderr.write(`${error.message}\n`))
  project.provide('chromium', await findChromium())
  project.provide('address', `http://127.0.0.1:${port}`)
  return async () => {
    await program.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
