import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'

/** API and panel, the first started again and the second reloaded when their sources change; the first to end ends the other. */
const host = process.env['HOST']?.trim() || '127.0.0.1'
const port = process.env['PORT']?.trim() || '3000'
const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`

/** An API that falls this soon after a change is one being written: it is waited for the next change. */
const beingWritten = 10_000

const panel = spawn('vite', ['--config', 'admin/vite.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, API_ADDRESS: address },
})
let api = startApi()

panel.once('exit', (code) => end(code))
for (const folder of ['api', 'db', 'seeds']) watch(folder, { recursive: true }, restartSoon)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0))

function startApi(changedAt = -Infinity): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts', '--without-panel'], { stdio: 'inherit' })
  child.once('exit', (code) => {
    if (child === api && performance.now() - changedAt > beingWritten) end(code)
  })
  return child
}

let soon: NodeJS.Timeout | undefined

function restartSoon(): void {
  clearTimeout(soon)
  soon = setTimeout(() => {
    const old = api
    const start = () => (api = startApi(performance.now()))
    if (old.exitCode !== null || old.signalCode !== null) return start()
    old.removeAllListeners('exit').once('exit', start).kill()
  }, 200)
}

function end(code: number | null): void {
  for (const child of [api, panel]) child.removeAllListeners('exit').kill()
  process.exitCode = code ?? 1
  process.exit()
}
