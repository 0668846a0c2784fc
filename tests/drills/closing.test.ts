import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { startProgram, type Program } from '../harness/startProgram.ts'
import { type Place, placeWith } from './place.ts'

let place: Place
let program: Program
let address: URL

beforeAll(async () => {
  place = await placeWith(inject('migrated'))
})
beforeEach(async () => {
  program = startProgram({ ...place.environment, SEED: 'none' }, ['--without-panel'])
  address = new URL(await program.address)
})
afterAll(async () => {
  await program.stop()
  await place.remove()
})

/** A connection that sends this and then nothing more. */
async function speak(words: string): Promise<Socket> {
  const socket = connect(Number(address.port), address.hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(words)
  return socket
}

const hanging = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: qui\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`

async function toldToStop() {
  const began = performance.now()
  program.kill('SIGTERM')
  const { code, output } = await program.ended
  return { code, output, seconds: (performance.now() - began) / 1000 }
}

describe('told to stop', () => {
  test('it does not wait for connections on which nothing is asked', async () => {
    const silent = await speak('')
    const kept = await speak('GET /api/health/live HTTP/1.1\r\nHost: qui\r\n\r\n')
    await once(kept, 'data')
    const { code, output, seconds } = await toldToStop()
    silent.destroy()
    expect({ code, cut: output.includes('interrotte') }).toEqual({ code: 0, cut: false })
    expect(seconds).toBeLessThan(7)
  })

  test('it lets end what is being answered', async () => {
    const slow = await speak(
      'POST /api/auth/sign-in/email HTTP/1.1\r\nHost: qui\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n',
    )
    let answer = ''
    slow.on('data', (chunk) => (answer += chunk.toString()))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const stopped = toldToStop()
    await new Promise((resolve) => setTimeout(resolve, 300))
    slow.write('{}')
    const { code, output } = await stopped
    expect({ code, cut: output.includes('interrotte') }).toEqual({ code: 0, cut: false })
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  test('it ends within 15 seconds whatever hangs, and says what it cut without what may be secret', async () => {
    const endless = await speak(hanging('/api/auth/sign-in/email?token=segreto'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { code, output, seconds } = await toldToStop()
    endless.destroy()
    expect(code).toBe(0)
    expect(output).toMatch(/Chiusura in corso…\nRichieste interrotte perché non finivano: POST \/api\/auth\.\n$/)
    expect(seconds).toBeLessThan(15)
  })

  test('told twice, it ends at once', async () => {
    const endless = await speak(hanging('/api/auth/sign-in/email'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    program.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { code, seconds } = await toldToStop()
    endless.destroy()
    expect(code).toBe(143)
    expect(seconds).toBeLessThan(2)
  })
})
