import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface ThrowAwayServer {
  url: string
  port: number
  /** Of its first process, whose children the others are. */
  pid: number
  /** Starts it again on its data, elsewhere when another port is given, and waits until it answers. */
  start(port?: number): Promise<void>
  /** Ends it: SIGINT as a restart does, SIGKILL as a machine that fails. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<void>
  /** Ends it for good. */
  stop(): Promise<void>
}

const installations = '/usr/lib/postgresql'

/** A Postgres of this machine's binaries, on loopback, in a folder that goes away; null where there are none. */
export async function startThrowAwayServer(settings: Record<string, string> = {}): Promise<ThrowAwayServer | null> {
  const newest = existsSync(installations) ? readdirSync(installations).toSorted((a, b) => Number(b) - Number(a))[0] : undefined
  if (!newest) return null
  const bin = join(installations, newest, 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-server-'))
  const owner = postgresUser()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'ballatoio', '-A', 'trust', '-E', 'UTF8', '--locale', 'C'], {
    ...owner,
    stdio: 'ignore',
  })
  let running: ChildProcess | null = null
  const server: ThrowAwayServer = {
    url: '',
    port: 0,
    pid: 0,
    async start(port) {
      server.port = port ?? (server.port || (await freePort()))
      server.url = `postgres://ballatoio@127.0.0.1:${server.port}/postgres`
      const told = { listen_addresses: '127.0.0.1', port: server.port, unix_socket_directories: folder, ...settings }
      const options = Object.entries(told).flatMap(([name, value]) => ['-c', `${name}=${value}`])
      running = await answering(
        () => spawn(join(bin, 'postgres'), ['-D', data, ...options], { ...owner, stdio: 'ignore' }),
        server,
      )
      server.pid = running.pid ?? 0
    },
    async end(signal) {
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const gone = once(running, 'exit')
      running.kill(signal)
      await gone
    },
    async stop() {
      await server.end('SIGINT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await server.start()
  return server
}

/** What a killed server leaves behind goes away by itself, but until then the next one does not start. */
async function answering(launch: () => ChildProcess, { url }: { url: string }): Promise<ChildProcess> {
  const deadline = Date.now() + 30_000
  for (let server = launch(); ;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const client = new pg.Client(url)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up && server.exitCode === null) return server
    if (Date.now() > deadline) throw new Error(`The server does not answer at ${url}`)
    if (server.exitCode !== null) server = launch()
  }
}

/** Postgres refuses to run as root: the cluster then belongs to the user that its package made. */
function postgresUser() {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
