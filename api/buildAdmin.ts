import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { lockFolder } from '../db/folderLock.ts'
import { StartupError } from '../db/StartupError.ts'
import { precompress } from './precompress.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, 'admin.stamp')

/** Where the built panel is served from. */
export const builtAdmin = join(dist, 'admin')

/** What the bundle is made of: the panel, the pure modules of `db` it draws with, how it is compressed, the packages. */
const sources = ['admin', 'db/calendar.ts', 'db/format.ts', 'api/precompress.ts', 'package-lock.json']

/** Builds the panel unless it was already built from these very sources. Answers whether it had to. */
export async function buildAdmin(): Promise<boolean> {
  const wanted = fingerprint()
  if (isBuilt(wanted)) return false
  mkdirSync(dist, { recursive: true })
  const lock = await waitForLock()
  try {
    if (isBuilt(wanted)) return false
    // Without the stamp a build cut short is never taken for a good one.
    rmSync(stamp, { force: true })
    await runVite()
    await precompress(builtAdmin)
    writeFileSync(stamp, wanted)
    return true
  } finally {
    lock.close()
  }
}

const isBuilt = (wanted: string) =>
  existsSync(join(builtAdmin, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

/** Two processes that start together must not write the same files. */
async function waitForLock() {
  for (;;) {
    const lock = await lockFolder(dist)
    if (lock) return lock
    await setTimeout(200)
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** In a process of its own, so that it works beside the database and gives its memory back. */
async function runVite(): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--config', 'admin/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  process.off('exit', stop)
  if (code !== 0) throw new StartupError(`Il pannello non si costruisce con vite:\n${said.trim()}`)
}
