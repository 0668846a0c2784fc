import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { StartupError } from '../db/StartupError.ts'
import type { Env } from './env.ts'

type Fetch = (request: Request, bindings: never) => Response | Promise<Response>

export interface Listening {
  /** As it is written in a browser. */
  address: string
  /** Answers with this from now on; until then, that the program is starting. */
  answerWith(fetch: Fetch): void
  /** Takes nothing more, lets what is being answered end for a while, and says which requests it had to cut. */
  close(): Promise<string[]>
}

const patience = 8_000

/** Takes the port before the slow steps, so that a busy one is known at once. */
export async function listen({ host, port }: Pick<Env, 'host' | 'port'>): Promise<Listening> {
  let answer: Fetch = starting
  const server = createAdaptorServer({ fetch: async (request, bindings) => answer(request, bindings as never) }) as Server
  const close = closing(server)
  await open(server, host, port)
  const bound = server.address()
  const actual = typeof bound === 'object' && bound ? bound.port : port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    answerWith: (fetch) => {
      answer = fetch
    },
    close,
  }
}

async function open(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(new StartupError(whyNot(error, host, port)))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `La porta ${port} è già occupata da un altro programma: indicarne un'altra con PORT, per esempio PORT=${port < 65_535 ? port + 1 : 3000}.`
    case 'EACCES':
      return `La porta ${port} è riservata all'amministratore della macchina: indicarne con PORT una da 1024 in su.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `HOST vale «${host}», che non è un indirizzo di questa macchina: indicare 127.0.0.1, oppure 0.0.0.0 per tutti.`
    default:
      return `Non si riesce ad ascoltare su ${host}:${port} (${error.code ?? error.message}).`
  }
}

/**
 * A connection on which nothing is being answered ends at once, also one that has not asked yet: browsers open some in
 * advance, and the server would take them for requests that are slow to come.
 */
function closing(server: Server): () => Promise<string[]> {
  const idle = new Set<Socket>()
  const answering = new Map<ServerResponse, string>()
  server.on('connection', (socket) => {
    idle.add(socket)
    socket.once('close', () => idle.delete(socket))
  })
  server.on('request', ({ method, url = '', socket }, response) => {
    idle.delete(socket)
    // No more of the address than says what was asked: the rest may be a token.
    answering.set(response, `${method} ${url.split(/[/?]/, 3).join('/')}`)
    response.once('close', () => {
      answering.delete(response)
      if (!server.listening) socket.end()
      else if (!socket.destroyed) idle.add(socket)
    })
  })
  return async () =>
    new Promise((resolve) => {
      const impatient = setTimeout(() => {
        resolve([...answering.values()])
        server.closeAllConnections()
      }, patience)
      server.close(() => {
        clearTimeout(impatient)
        resolve([])
      })
      for (const socket of idle) socket.destroy()
    })
}

function starting(): Response {
  return new Response('Avvio in corso…\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5', refresh: '2' },
  })
}
