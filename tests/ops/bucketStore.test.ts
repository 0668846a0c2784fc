import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucketStore } from '../../api/files/bucketStore.ts'
import type { FileStore } from '../../api/files/fileStore.ts'

/** As much of an S3 service as keeps objects by their address. */
function objectService(objects: Map<string, Buffer>): Server {
  return createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=chiave/')) return response.writeHead(403).end()
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
    return response
      .writeHead(404, { 'Content-Type': 'application/xml' })
      .end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>')
  })
}

const objects = new Map<string, Buffer>()
const service = objectService(objects)
let store: FileStore

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  store = await bucketStore({
    name: 'carte',
    endpoint: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
    region: 'eu-south-1',
    accessKeyId: 'chiave',
    secretAccessKey: 'segreto',
  })
})

afterAll(() => new Promise((resolve) => service.close(resolve)))

test('a content comes back from the bucket as it was put, and is gone once discarded', async () => {
  await store.put('a1', new TextEncoder().encode('contenuto'))
  expect([...objects.keys()]).toEqual(['/carte/attachments/a1'])
  expect(new TextDecoder().decode((await store.get('a1')) ?? undefined)).toBe('contenuto')
  await store.discard('a1')
  expect(objects.size).toBe(0)
  expect(await store.get('a1')).toBeNull()
})
