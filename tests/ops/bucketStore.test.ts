import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bucket, bucketStore } from '../../api/files/bucketStore.ts'
import type { FileStore } from '../../api/files/fileStore.ts'
import { openStore } from '../../api/files/openStore.ts'
import { shelteredStore } from '../../api/files/shelteredStore.ts'

/** As much of an S3 service as keeps the objects of one bucket by their address. */
function objectService(objects: Map<string, Buffer>): Server {
  const missing = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>none</Message></Error>`
  return createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const refuse = (status: number, code: string) => {
      request.resume()
      response.writeHead(status, { 'Content-Type': 'application/xml' }).end(request.method === 'HEAD' ? undefined : missing(code))
    }
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=chiave/'))
      return refuse(403, 'InvalidAccessKeyId')
    if (!/^\/carte(\/|$)/.test(path)) return refuse(404, 'NoSuchBucket')
    if (request.method === 'HEAD') return response.writeHead(200).end()
    if (request.method === 'PUT') {
      objects.set(path, await buffer(request))
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(path)
      return response.writeHead(204).end()
    }
    const found = objects.get(path)
    if (found) return response.writeHead(200, { 'Content-Length': found.length }).end(found)
    return refuse(404, 'NoSuchKey')
  })
}

/** A service that accepts and never answers, or begins an answer and never ends it. */
function silentService(beginning = ''): { server: TcpServer; sockets: Set<Socket> } {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.once('data', () => socket.write(beginning))
  })
  return { server, sockets }
}

const opened: { close(): unknown }[] = []

async function portOf(server: Server | TcpServer): Promise<number> {
  opened.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const bucketAt = (port: number, given: Partial<Bucket> = {}): Bucket => ({
  name: 'carte',
  endpoint: `http://127.0.0.1:${port}`,
  region: 'eu-south-1',
  accessKeyId: 'chiave',
  secretAccessKey: 'segreto',
  ...given,
})

const objects = new Map<string, Buffer>()
let port: number
let store: FileStore

beforeAll(async () => {
  port = await portOf(objectService(objects))
  store = await bucketStore(bucketAt(port))
})

afterAll(() => {
  for (const server of opened) server.close()
})

const short = { connect: 200, silence: 300 }

test('a content comes back from the bucket as it was put, and is gone once discarded', async () => {
  await store.put('a1', new TextEncoder().encode('contenuto'))
  expect([...objects.keys()]).toEqual(['/carte/attachments/a1'])
  expect(new TextDecoder().decode((await store.get('a1')) ?? undefined)).toBe('contenuto')
  await store.discard('a1')
  expect(objects.size).toBe(0)
  expect(await store.get('a1')).toBeNull()
})

describe('a bucket that is silent', () => {
  test.each([
    ['never answers', ''],
    ['stops in the middle of an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome'],
  ])('because it %s costs each of ten downloads seconds and a sentence, and no socket stays open', async (_, beginning) => {
    const { server, sockets } = silentService(beginning)
    const silent = shelteredStore(await bucketStore(bucketAt(await portOf(server)), short))
    const began = performance.now()
    const answers = await Promise.allSettled(Array.from({ length: 10 }, async (__, i) => silent.get(`a${i}`)))
    expect(performance.now() - began).toBeLessThan(15_000)
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { status: 503, retryAfter: 10 } })
      expect((answer as PromiseRejectedResult).reason.message).toMatch(/^L’archivio degli allegati non risponde/)
    }
    await expect.poll(() => sockets.size, { timeout: 5000 }).toBe(0)
  })

  test('is left alone, and its socket closed, when whoever waits for the file goes away', async () => {
    const { server, sockets } = silentService()
    const silent = shelteredStore(await bucketStore(bucketAt(await portOf(server))))
    const client = new AbortController()
    const asked = silent.get('a1', client.signal)
    setTimeout(() => client.abort(), 100)
    await expect(asked).rejects.toMatchObject({ status: 400 })
    await expect.poll(() => sockets.size, { timeout: 5000 }).toBe(0)
  })

  test('for longer than a whole file may take is given up, whatever the store makes of it', async () => {
    const never = async () => new Promise<never>(() => {})
    const stuck = shelteredStore({ put: never, get: never, discard: never, check: never }, 50)
    await expect(stuck.put('a1', new Uint8Array(1))).rejects.toMatchObject({ status: 503 })
    await expect(stuck.get('a1')).rejects.toMatchObject({ status: 503 })
  })
})

describe('a bucket at the start', () => {
  test('is tried as it will be used, and nothing is left in it', async () => {
    await openStore({ bucket: bucketAt(port), filesDir: '' })
    expect(objects.size).toBe(0)
  })

  test.each<[string, Partial<Bucket>, RegExp]>([
    ['that does not exist', { name: 'altre' }, /non ha un bucket «altre»: crearlo, oppure correggere S3_BUCKET\.$/],
    ['with a wrong key', { accessKeyId: 'altra' }, /rifiuta le credenziali .* verificare S3_ACCESS_KEY, S3_SECRET_KEY/],
    ['that nobody serves', { endpoint: 'http://127.0.0.1:9' }, /non risponde: verificare S3_ENDPOINT e la rete \(ECONNREFUSED\)/],
  ])('%s is refused in a sentence', async (_, given, sentence) => {
    const opening = openStore({ bucket: bucketAt(port, given), filesDir: '' })
    await expect(opening).rejects.toMatchObject({ name: 'StartupError', message: expect.stringMatching(sentence) as string })
  })
})
