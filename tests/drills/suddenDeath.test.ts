import { createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { putAccount } from '../../api/auth/accounts.ts'
import { everyRole } from '../harness/grants.ts'
import { startProgram, type Program } from '../harness/startProgram.ts'
import { type Place, placeWith } from './place.ts'

const deaths = 20
const writers = 4
const password = 'una frase lunga'
const email = 'scrive@aler.it'

let place: Place
let program: Program | null = null
let address = ''

beforeAll(async () => {
  place = await placeWith(inject('migrated'))
  await place.on(({ pool }) => putAccount(pool, { email, name: 'Scrive', grants: everyRole, password }))
  address = `http://127.0.0.1:${await freePort()}`
})
afterAll(async () => {
  program?.kill('SIGKILL')
  await program?.ended
  await place.remove()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function start(): Promise<Program> {
  const environment = { ...place.environment, SEED: 'none', APP_SECRET: 's'.repeat(64), PORT: new URL(address).port }
  const started = startProgram(environment, ['--without-panel'])
  await started.address
  return started
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Writes record after record until the program is gone; a name is noted only once its record was acknowledged. */
async function write(cookie: string, names: Iterator<string>, acknowledged: string[]): Promise<void> {
  for (;;) {
    const name = names.next().value as string
    const answer = await fetch(`${address}/api/bodies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify({ name, kind: 'other' }),
    }).catch(() => null)
    if (!answer) return
    if (answer.status !== 201) throw new Error(`A write was answered ${answer.status}: ${await answer.text()}`)
    acknowledged.push(name)
  }
}

function* numbered(): Generator<string, never> {
  for (let n = 1; ; n += 1) yield `Ente ${n}`
}

test(`killed ${deaths} times while it writes, the program loses nothing that it acknowledged`, async () => {
  const names = numbered()
  const acknowledged: string[] = []
  program = await start()
  const cookie = await signIn()
  for (let death = 0; death < deaths; death += 1) {
    const before = acknowledged.length
    const writing = Array.from({ length: writers }, () => write(cookie, names, acknowledged))
    // The first write of a program that has just started is slow where others are at work: how slow is not asked here.
    await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(before)
    await setTimeout(20 + 37 * (death % 7))
    program.kill('SIGKILL')
    await Promise.all([program.ended, ...writing])
    program = await start()
  }
  await program.stop()
  const kept = await place.on(async ({ pool }) => {
    const { rows } = await pool.query<{ name: string; version: number }>('select name, version from bodies')
    return rows
  })
  const there = new Set(kept.map(({ name }) => name))
  expect(acknowledged.filter((name) => !there.has(name))).toEqual([])
  // Beyond those there may be what was written and not answered any more: one for each writer and death.
  expect(kept.length).toBeLessThanOrEqual(acknowledged.length + deaths * writers)
})
