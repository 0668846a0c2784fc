import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { findChromium } from '../harness/findChromium.ts'

/** The scripts a browser fetches to show the first dashboard page, gzipped, in kB. */
export async function firstLoad(address: string, cookie: string): Promise<number> {
  const { executablePath, environment } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...environment },
  })
  const context = await browser.newContext({ baseURL: address })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.locator('main svg path').first().waitFor()
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all(scripts)
  await browser.close()
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
