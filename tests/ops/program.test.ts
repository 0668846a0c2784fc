import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lockFolder } from '../../db/folderLock.ts'
import { startProgram, type Program } from '../harness/startProgram.ts'

const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'ballatoio-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

/** Exit code and what was said on the error stream, line by line. */
async function refusal(environment: Record<string, string>) {
  const { code, errors } = await startProgram({ DATA_DIR: join(folder, 'unused'), ...environment }).ended
  return { code, lines: errors.trimEnd().split('\n') }
}

describe('what cannot start says why in one sentence and ends with code 1', () => {
  let listener: Server | null = null
  afterEach(() => listener?.close())

  test('a bad variable', async () => {
    expect(await refusal({ PORT: 'tremila' })).toEqual({
      code: 1,
      lines: ['PORT vale «tremila»: serve un numero intero da 0 a 65535, per esempio PORT=3000.'],
    })
  })

  test('production without a secret', async () => {
    const { code, lines } = await refusal({ NODE_ENV: 'production' })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/^APP_SECRET manca: .+\.$/)] })
  })

  test('a busy port', async () => {
    const server = createServer()
    listener = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await refusal({ PORT: String(port) })).toEqual({
      code: 1,
      lines: [expect.stringContaining(`La porta ${port} è già occupata da un altro programma: indicarne un'altra con PORT`)],
    })
  })

  test('an address that is not of this machine', async () => {
    const { code, lines } = await refusal({ HOST: '192.0.2.1' })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('HOST vale «192.0.2.1»')] })
  })

  test('a data folder that another process has open', async () => {
    const busy = mkdtempSync(join(folder, 'busy'))
    const lock = await lockFolder(busy)
    const { code, lines } = await refusal({ DATA_DIR: busy })
    lock?.close()
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('è già aperta da un altro processo')] })
  })

  test('a data folder that is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, lines } = await refusal({ DATA_DIR: file })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('non si può scrivere')] })
  })

  test('a database that does not answer', async () => {
    const { code, lines } = await refusal({ DATABASE_URL: 'postgres://chi:segreta@127.0.0.1:1/casa' })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('non risponde su 127.0.0.1:1')] })
  })

  test('a Node too old', async () => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'api/start.mjs'], {
      cwd: root,
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, errors }).toEqual({ code: 1, errors: 'Serve Node 20.19 o più recente: questo è il 18.20.4.\n' })
  })
})

describe('a life of the program', () => {
  const dataDir = join(folder, 'life')
  let program: Program
  let address = ''
  const start = async () => {
    program = startProgram({ DATA_DIR: dataDir, SEED: 'none' })
    address = await program.address
  }

  beforeAll(start)
  afterAll(() => program.stop())

  test('it says a line per step with its seconds, then where it answers', async () => {
    expect((await fetch(`${address}/api/health/ready`)).status).toBe(200)
    await program.stop()
    const { output } = await program.ended
    for (const step of ['Database incorporato: aperto', 'Schema: aggiornato', 'Pannello: (già )?costruito']) {
      expect(output).toMatch(new RegExp(`^${step} \\(\\d+,\\d s\\)$`, 'm'))
    }
    expect(output).not.toContain('Account dimostrativi')
  })

  test('told to stop, it closes cleanly with code 0', async () => {
    await start()
    program.kill('SIGINT')
    const { code, output, errors } = await program.ended
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(/Chiusura in corso…\n$/)
  })

  test('killed while it starts or runs, the next start works', async () => {
    const early = startProgram({ DATA_DIR: dataDir, SEED: 'none' })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    early.kill('SIGKILL')
    await early.ended
    await start()
    program.kill('SIGKILL')
    await program.ended
    await start()
    expect((await fetch(`${address}/api/health/ready`)).status).toBe(200)
  })

  test('while it starts, it already answers that it is starting', async () => {
    await program.stop()
    const { port } = new URL(address)
    program = startProgram({ DATA_DIR: dataDir, SEED: 'none', PORT: port })
    const first = await firstAnswer(address)
    expect({ status: first.status, text: await first.text() }).toEqual({ status: 503, text: 'Avvio in corso…\n' })
    await program.address
  })
})

async function firstAnswer(address: string): Promise<Response> {
  for (;;) {
    const response = await fetch(address).catch(() => null)
    if (response) return response
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
