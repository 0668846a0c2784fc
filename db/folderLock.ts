import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { StartupError } from './StartupError.ts'

/**
 * Keeps a folder for this process, or answers null when another has it. It is a socket, which the system stops answering the
 * moment the process dies, however it dies: a file with a process number would outlive `kill -9`, and could name somebody else.
 */
export async function lockFolder(folder: string): Promise<Server | null> {
  const path = join(socketFolder(folder), 'lock')
  const lock = await listen(path)
  if (lock) return lock

  // Moved aside before it is judged: between a look and a removal another process could have taken its place.
  const found = `${path}.${process.pid}`
  rename(path, found)
  if (await answers(found)) {
    rename(found, path)
    return null
  }
  rmSync(found, { force: true })
  return listen(path)
}

// The system cuts the address of a socket at 104 or 108 bytes.
const longestFolder = 85

/** Where the sockets of a folder stand: in it, or, when its path is too long, in one of the same user under /tmp. */
export function socketFolder(folder: string): string {
  const real = realpathSync(folder)
  if (Buffer.byteLength(real) <= longestFolder) return real
  const user = process.getuid?.() ?? 0
  const short = `/tmp/ballatoio-${user}-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`
  mkdirSync(short, { recursive: true, mode: 0o700 })
  const { uid, mode } = statSync(short)
  if (uid === user && (mode & 0o077) === 0) return short
  throw new StartupError(`La cartella ${short} è di un altro utente: indicare con DATA_DIR un percorso più corto di ${folder}.`)
}

function listen(path: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else
        reject(new StartupError(`In ${path} non si può aprire un socket (${error.code}): serve una cartella su un disco locale.`))
    })
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
