import { chromium } from 'playwright-core'
import { loadOnce } from '../e2e/wire.ts'
import { findChromium } from '../harness/findChromium.ts'

/** What is sent to a browser that has never been there, for the first dashboard page and until its figures are seen, in kB. */
export async function firstLoad(address: string, cookie: string): Promise<{ all: number; beforeFigures: number }> {
  const { executablePath, environment } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...environment },
  })
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: address }])
  const { all, beforeFigures } = await loadOnce(await context.newPage(), '/')
  await browser.close()
  return { all: all / 1000, beforeFigures: beforeFigures / 1000 }
}
