import { spawn } from 'node:child_process'

/** API and panel, each started again or reloaded when its sources change; the first to end ends the other. */
const commands = [
  ['tsx', 'watch', '--clear-screen=false', 'api/main.ts', '--without-panel'],
  ['vite', '--config', 'admin/vite.config.ts'],
]

const children = commands.map(([command = '', ...rest]) => spawn(command, rest, { stdio: 'inherit' }))

for (const child of children) {
  child.once('exit', (code) => {
    for (const other of children) other.kill()
    process.exitCode = code ?? 1
  })
}
