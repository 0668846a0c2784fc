import { renameSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { StartupError } from './StartupError.ts'

/**
 * Keeps a folder for this process: a socket inside it, which the system stops answering the moment the process dies,
 * however it dies. A lock file with a process number would outlive `kill -9` and could name somebody else.
 */
export async function lockFolder(folder: string): Promise<Server> {
  const path = `${folder}/lock`
  const lock = await listen(path)
  if (lock) return lock

  // Moved aside before it is judged: between a look and a removal another process could have taken its place.
  const found = `${path}.${process.pid}`
  rename(path, found)
  if (await answers(found)) {
    rename(found, path)
    throw inUse(folder)
  }
  rmSync(found, { force: true })
  const second = await listen(path)
  if (!second) throw inUse(folder)
  return second
}

const inUse = (folder: string) =>
  new StartupError(
    `La cartella dei dati ${folder} è già aperta da un altro processo: fermare quello, oppure indicare un'altra cartella con DATA_DIR.`,
  )

function listen(path: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return resolve(null)
      reject(
        new StartupError(
          `La cartella dei dati non accetta un socket locale (${error.code ?? error.message}): indicare con DATA_DIR una cartella su un disco locale.`,
        ),
      )
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
