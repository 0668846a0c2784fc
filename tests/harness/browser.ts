import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { demoPassword } from '../../api/auth/accounts.ts'

let browser: Promise<Browser> | null = null

export interface Visit extends Omit<BrowserContextOptions, 'viewport'> {
  /** Who signs in first; without it the page is a stranger's. */
  as?: string
  width?: number
  height?: number
}

/** A fresh browser session on the running program; closed by the caller with `page.context().close()`. */
export async function openPage({ as, width = 1440, height = 900, ...options }: Visit = {}): Promise<Page> {
  browser ??= launch()
  const context = await (
    await browser
  ).newContext({
    baseURL: inject('address'),
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width, height },
    ...options,
  })
  if (as) await signIn(context.request, as)
  return context.newPage()
}

async function signIn(request: Page['request'], email: string): Promise<void> {
  const response = await request.post('/api/auth/sign-in/email', {
    data: { email, password: demoPassword },
    headers: { origin: inject('address') },
  })
  if (!response.ok()) throw new Error(`Sign-in of ${email} answered ${response.status()}: ${await response.text()}`)
}

function launch(): Promise<Browser> {
  const { executablePath, environment } = inject('chromium')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...environment },
  })
}
