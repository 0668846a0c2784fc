import { spawn } from 'node:child_process'

const root = new URL('../..', import.meta.url).pathname

export interface Program {
  pid: number
  /** Where it answers, as soon as it says so; rejects with what it printed if it ends before. */
  address: Promise<string>
  /** Exit code and everything printed, once it has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string; errors: string }>
  kill(signal: NodeJS.Signals): void
  /** Ends it as a person would, and waits. */
  stop(): Promise<void>
}

/** The whole program in a process of its own, on a free port, with nothing of this environment but what is given. */
export function startProgram(environment: Record<string, string>, args: string[] = []): Program {
  const child = spawn(process.execPath, ['api/start.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...environment },
  })
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended: Program['ended'] = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output, errors }))
  })
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const said = /risponde su (http:\S+)/.exec(output)
      if (said?.[1]) resolve(said[1])
    })
    void ended.then(() => reject(new Error(`The program ended:\n${output}${errors}`)))
  })
  address.catch(() => {})
  return {
    pid: child.pid ?? 0,
    address,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
