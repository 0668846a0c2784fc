import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Chromium {
  executablePath: string
  /** Where it finds the libraries and fonts that came with it, which the machine may lack. */
  environment: Record<string, string>
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const cache = new URL('../../.cache/chromium', import.meta.url).pathname

/** The browser of the machine when there is one, otherwise the one that comes as a package, unpacked once. */
export async function findChromium(): Promise<Chromium> {
  const found = process.env['CHROMIUM'] ?? installed.find((path) => existsSync(path))
  return found ? { executablePath: found, environment: {} } : unpack()
}

/** The package unpacks into the temporary folder, its libraries only where it believes to be on its usual host. */
async function unpack(): Promise<Chromium> {
  const before = { ...process.env }
  mkdirSync(cache, { recursive: true })
  Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    return { executablePath, environment: { LD_LIBRARY_PATH: join(cache, 'al2023/lib'), FONTCONFIG_PATH: join(cache, 'fonts') } }
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
