import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
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

/** The same browser for everybody where its package runs, unpacked once; elsewhere, or when asked, one of the machine's. */
export async function findChromium(): Promise<Chromium> {
  if (process.env['CHROMIUM']) return { executablePath: process.env['CHROMIUM'], environment: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpack()
  const found = installed.find((path) => existsSync(path))
  if (!found) throw new Error(`No browser to test with: CHROMIUM may name one; looked for ${installed.join(', ')}.`)
  return { executablePath: found, environment: {} }
}

// The file that comes with the package looks in folders of its usual host, and a browser without any font ends at once.
const fontsHere = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(cache, 'fonts')}</dir>
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
</fontconfig>
`

/** The package unpacks into the temporary folder, its libraries only where it believes to be on its usual host. */
async function unpack(): Promise<Chromium> {
  const before = { ...process.env }
  mkdirSync(cache, { recursive: true })
  Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    writeFileSync(join(cache, 'fonts/fonts.conf'), fontsHere)
    return { executablePath, environment: { LD_LIBRARY_PATH: join(cache, 'al2023/lib'), FONTCONFIG_PATH: join(cache, 'fonts') } }
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
