import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'

/** A server that speaks just enough of Postgres' protocol to be asked for its version. */
function pretend(answer: { version: string; encoding: string; icu?: string } | { code: string }): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    let started = false
    socket.on('data', (data) => {
      if (!started) {
        started = true
        socket.write(
          'code' in answer ? message('E', `SFATAL\0C${answer.code}\0Mrefused\0\0`) : Buffer.concat([authenticated, ready]),
        )
        return
      }
      if ('code' in answer || data[0] !== 'Q'.charCodeAt(0)) return
      const rows = data.includes('server_version')
      socket.write(
        Buffer.concat([
          ...(rows ? [description, row(answer.version, answer.encoding, answer.icu ?? 'yes')] : []),
          message('C', 'SELECT 1\0'),
          ready,
        ]),
      )
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function message(type: string, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(bytes.length + 4, 1)
  return Buffer.concat([head, bytes])
}

const authenticated = message('R', Buffer.alloc(4))
const ready = message('Z', 'I')
const textColumn = Buffer.concat([Buffer.alloc(6), Buffer.from([0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0])])
const description = message(
  'T',
  Buffer.concat([
    Buffer.from([0, 3]),
    ...['version', 'encoding', 'icu'].flatMap((name) => [Buffer.from(`${name}\0`), textColumn]),
  ]),
)

function row(...values: string[]): Buffer {
  const cells = values.flatMap((value) => [Buffer.from([0, 0, 0, value.length]), Buffer.from(value)])
  return message('D', Buffer.concat([Buffer.from([0, values.length]), ...cells]))
}

describe('a server that cannot be used is refused with a sentence', () => {
  let server: Server | null = null
  afterEach(() => server?.close())

  const refusal = async (answer: Parameters<typeof pretend>[0]) => {
    server = await pretend(answer)
    const { port } = server.address() as AddressInfo
    const databaseUrl = `postgres://chi:segreta@127.0.0.1:${port}/casa`
    const error = await connect({ databaseUrl, dataDir: '' }).then(
      () => null,
      (thrown: Error) => thrown,
    )
    return error?.message.replaceAll(String(port), 'PORTA')
  }

  test('older than 15', async () => {
    expect(await refusal({ version: '14.11 (Debian)', encoding: 'UTF8' })).toBe(
      'Il database di DATABASE_URL è un Postgres 14.11 (Debian): serve la versione 15 o una più recente.',
    )
  })

  test('not in UTF-8', async () => {
    expect(await refusal({ version: '17.2', encoding: 'LATIN1' })).toBe(
      'Il database di DATABASE_URL usa la codifica LATIN1: serve un database creato con codifica UTF8.',
    )
  })

  test('built without ICU', async () => {
    expect(await refusal({ version: '17.2', encoding: 'UTF8', icu: 'no' })).toBe(
      'Il Postgres di DATABASE_URL è compilato senza ICU, che serve a ordinare i testi: usare quello distribuito con il sistema o quello ufficiale.',
    )
  })

  test('wrong password, without repeating it', async () => {
    expect(await refusal({ code: '28P01' })).toBe(
      'Il database su 127.0.0.1:PORTA rifiuta le credenziali di DATABASE_URL: verificare utente e password.',
    )
  })

  test('no such database', async () => {
    expect(await refusal({ code: '3D000' })).toBe(
      'Il database «casa» di DATABASE_URL non esiste su 127.0.0.1:PORTA: crearlo con createdb, oppure correggere il nome.',
    )
  })

  test('starting or stopping', async () => {
    expect(await refusal({ code: '57P03' })).toBe(
      'Il database su 127.0.0.1:PORTA si sta avviando o spegnendo: riprovare tra poco.',
    )
  })

  test('nobody listens', async () => {
    await expect(connect({ databaseUrl: 'postgres://chi@127.0.0.1:1/casa', dataDir: '' })).rejects.toThrow(
      'Il database di DATABASE_URL non risponde su 127.0.0.1:1: verificare che Postgres sia acceso e che indirizzo e porta siano giusti.',
    )
  })

  test('no such host', async () => {
    await expect(connect({ databaseUrl: 'postgres://chi@nessuno.invalid/casa', dataDir: '' })).rejects.toThrow(
      "Il nome nessuno.invalid di DATABASE_URL non si trova: verificare l'indirizzo del database.",
    )
  })
})
