import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ThrowAwayServer {
  url: string
  stop(): void
}

const installations = '/usr/lib/postgresql'

/** A Postgres of this machine's binaries, on loopback, in a folder that goes away; null where there are none. */
export async function startThrowAwayServer(): Promise<ThrowAwayServer | null> {
  const newest = existsSync(installations) ? readdirSync(installations).toSorted((a, b) => Number(b) - Number(a))[0] : undefined
  if (!newest) return null
  const bin = join(installations, newest, 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'ballatoio-bench-'))
  const owner = postgresUser()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'ballatoio', '-A', 'trust', '-E', 'UTF8', '--locale', 'C'], {
    ...owner,
    stdio: 'ignore',
  })
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    shared_buffers: '512MB',
    work_mem: '16MB',
  }
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...owner,
      stdio: 'ignore',
    },
  )
  return {
    url: `postgres://ballatoio@127.0.0.1:${port}/postgres`,
    stop: () => {
      server.kill('SIGINT')
      server.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    },
  }
}

/** Postgres refuses to run as root: the cluster then belongs to the user that its package made. */
function postgresUser() {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
