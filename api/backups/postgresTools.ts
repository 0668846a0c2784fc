import { spawn } from 'node:child_process'
import { StartupError } from '../../db/StartupError.ts'

type Tool = 'pg_dump' | 'pg_restore'

/** Refuses to work with tools that are not there, or that do not know the server. */
export async function checkTool(tool: Tool, server: number): Promise<void> {
  const { output } = await run(tool, ['--version']).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new StartupError(`Manca ${tool}: ${howToInstall(server)}`)
  })
  const version = Number(/(\d+)[.\d]*/.exec(output)?.[1])
  if (version < server) {
    throw new StartupError(`${tool} è della versione ${version} e il server è un Postgres ${server}: ${howToInstall(server)}`)
  }
}

const howToInstall = (server: number) =>
  `installare gli strumenti di Postgres nella versione ${server} o più recente (su Debian e Ubuntu il pacchetto postgresql-client-${server}).`

/** Runs one on a database. Its password goes by the environment: arguments are seen by everybody on the machine. */
export async function runTool(tool: Tool, args: string[], databaseUrl: string): Promise<void> {
  const address = new URL(databaseUrl)
  const password = decodeURIComponent(address.password)
  address.password = ''
  const { code, errors } = await run(tool, [...args, '--dbname', address.href, '--no-password'], password)
  if (code !== 0) throw new StartupError(`${tool} non è riuscito: ${errors.trim().split('\n', 2).join(' ') || `codice ${code}`}`)
}

async function run(tool: Tool, args: string[], password = ''): Promise<{ code: number | null; output: string; errors: string }> {
  const env = { ...process.env, LC_ALL: 'C', ...(password && { PGPASSWORD: password }) }
  const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output, errors }))
  })
}
