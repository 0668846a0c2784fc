import { connect } from '../db/connect.ts'
import { StartupError } from '../db/StartupError.ts'
import { hasProtocol, verifyProtocol } from '../db/verifyProtocol.ts'
import { parseNotedEntry, sentenceOf } from './auditSentence.ts'
import { parseEnv } from './env.ts'

try {
  await verify(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Says whether the protocol of the database of the environment is whole, and changes nothing. */
async function verify(args: string[]): Promise<void> {
  const noted = parseNotedEntry(args)
  const database = await connect(parseEnv(process.env))
  try {
    if (!(await hasProtocol(database.pool))) {
      throw new StartupError(
        'Il database non ha ancora un protocollo: avviare una volta questa versione del programma, poi ripetere.',
      )
    }
    const verdict = await verifyProtocol(database.pool, noted)
    process.stdout.write(`${sentenceOf(verdict)}\n`)
    if (verdict.faults.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}
