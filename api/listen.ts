import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { StartupError } from '../db/StartupError.ts'
import type { Env } from './env.ts'

type Fetch = (request: Request, bindings: never) => Response | Promise<Response>

export interface Listening {
  /** As it is written in a browser. */
  address: string
  /** Answers with this from now on; until then, that the program is starting. */
  answerWith(fetch: Fetch): void
  close(): Promise<void>
}

const patience = 10_000

/** Takes the port before the slow steps, so that a busy one is known at once. */
export async function listen({ host, port }: Pick<Env, 'host' | 'port'>): Promise<Listening> {
  let answer: Fetch = starting
  const server = createAdaptorServer({ fetch: async (request, bindings) => answer(request, bindings as never) }) as Server
  await open(server, host, port)
  const bound = server.address()
  const actual = typeof bound === 'object' && bound ? bound.port : port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    answerWith: (fetch) => {
      answer = fetch
    },
    close: async () => close(server),
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

async function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience)
    impatient.unref()
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
  })
}

function starting(): Response {
  return new Response('Avvio in corso…\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5', refresh: '2' },
  })
}
