import { request } from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { listen, type Listening } from '../../api/listen.ts'
import { memoryStore } from '../harness/memoryStore.ts'
import { silent } from '../harness/silent.ts'

/** Never reached: what is too large is refused before anybody is asked who sends it. */
const pool = new pg.Pool({ host: '127.0.0.1', port: 9 })
const path = '/api/units/00000000-0000-4000-8000-000000000000/attachments'
const sentence = 'Il file supera 20 MB: ridurlo o dividerlo.'
const tooLarge = { message: sentence, statusCode: 413, errors: { file: [sentence] } }

let listening: Listening

beforeAll(async () => {
  listening = await listen({ host: '127.0.0.1', port: 0 })
  const database = { pool, figures: pool, embedded: false, close: async () => {} }
  const secret = 'a secret of the tests, long enough to be one'
  listening.answerWith(createApp({ database, secret, production: false, demo: false, files: memoryStore(), log: silent }).fetch)
})

afterAll(async () => listening.close())

const megabyte = Buffer.alloc(1024 * 1024, 'x')

/** Sends so many megabytes, a pause after each, and takes the answer only when all is sent: as browsers do. */
const sendSlowly = async (megabytes: number, pause: number, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sending = request(`${listening.address}${path}`, { method: 'POST', headers })
    sending.on('error', reject)
    const sent = new Promise<void>((done) => sending.on('finish', done))
    sending.on('response', async (response) => {
      let text = ''
      for await (const chunk of response) text += String(chunk)
      await sent
      resolve({ status: response.statusCode, text })
    })
    const sendFrom = (n: number) => {
      if (n === megabytes) return sending.end()
      return sending.write(megabyte, () => setTimeout(() => sendFrom(n + 1), pause))
    }
    sendFrom(0)
  })

describe('an upload of fifty megabytes', () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=b', origin: 'http://127.0.0.1' }

  test.each([
    ['that says its size', { 'content-length': String(50 * megabyte.length) }],
    ['that does not say its size', { 'transfer-encoding': 'chunked' }],
  ])('%s is told why it is refused, also over a slow line', async (_, size: Record<string, string>) => {
    const { status, text } = await sendSlowly(50, 30, { ...headers, ...size })
    expect(JSON.parse(text)).toEqual(tooLarge)
    expect(status).toBe(413)
  })

  test('by fetch, whole or in a stream, is told so as well', async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(50 * megabyte.length)]), 'grande.pdf')
    const whole = await fetch(`${listening.address}${path}`, {
      method: 'POST',
      body: form,
      headers: { origin: listening.address },
    })
    expect([whole.status, await whole.json()]).toEqual([413, tooLarge])
    let left = 50
    const body = new ReadableStream({ pull: (c) => (left-- > 0 ? c.enqueue(megabyte) : c.close()) })
    const streamed = await fetch(`${listening.address}${path}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
    expect([streamed.status, await streamed.json()]).toEqual([413, tooLarge])
  })

  test('to any other address is told so too', async () => {
    const answer = await fetch(`${listening.address}/api/units`, {
      method: 'POST',
      body: megabyte.toString().repeat(2),
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'La richiesta è troppo grande.', statusCode: 413 }])
  })
})
