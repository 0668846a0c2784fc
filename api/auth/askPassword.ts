import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'
import { StartupError } from '../../db/StartupError.ts'

/** The first line of the standard input, for whoever pipes the password in. */
export async function readPassword(): Promise<string> {
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/)
  return line
}

/** Asks for a password twice, without showing it. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) throw new StartupError('Senza un terminale la password si passa con --password-stdin.')
  const first = await askHidden('Password: ')
  if ((await askHidden('Ancora: ')) !== first) throw new StartupError('Le due password non sono uguali.')
  return first
}

async function askHidden(prompt: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  process.stdout.write(prompt)
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => {
      lines.close()
      reject(new StartupError('\nAnnullato.'))
    })
    lines.question('', (answer) => {
      lines.close()
      process.stdout.write('\n')
      resolve(answer)
    })
  })
}
