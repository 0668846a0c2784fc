import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The processes that a process has started, by what they run. */
const childrenOf = (parent: number) =>
  readdirSync('/proc').flatMap((pid) => {
    try {
      const [, , , , ppid] = /^(\d+) \((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      return Number(ppid) === parent ? [{ pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }] : []
    } catch {
      return []
    }
  })

test.skipIf(process.platform !== 'linux')(
  'in development the panel finds the API at the port that is said, and goes when the API does',
  { timeout: 240_000 },
  async () => {
    const port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
    const child = spawn(process.execPath, ['--import', 'tsx', 'api/dev.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${root}node_modules/.bin:${process.env['PATH']}`,
        HOME: process.env['HOME'],
        PORT: String(port),
        DATA_DIR: folder,
        SEED: 'none',
      },
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    let printed = ''
    const panel = new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString()
        const [, address] = /Local:\s+(http:\S+?)\/?\s/.exec(printed) ?? []
        if (address && printed.includes('risponde su')) resolve(address)
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', read)
      void ended.then(() => reject(new Error(`It ended:\n${printed}`)))
    })
    try {
      const answer = await fetch(`${await panel}/api/health/live`)
      expect([answer.status, printed]).toEqual([200, expect.stringContaining(`:${port}`)])
      const api = childrenOf(child.pid ?? 0).find(({ command }) => command.includes('api/main.ts'))
      process.kill(api?.pid ?? 0, 'SIGTERM')
      await ended
      await expect(fetch(await panel)).rejects.toThrow('fetch failed')
    } finally {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
