import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { demoPassword } from '../../api/auth/accounts.ts'

let browser: Promise<Browser> | null = null
let ready: Promise<void> | null = null

export interface Visit extends Omit<BrowserContextOptions, 'viewport'> {
  /** Who signs in first; without it the page is a stranger's. */
  as?: string
  width?: number
  height?: number
}

/** A fresh browser session on the running program; closed by the caller with `page.context().close()`. */
export async function openPage({ as, width = 1440, height = 900, ...options }: Visit = {}): Promise<Page> {
  ready ??= untilReady()
  await ready
  browser ??= launch()
  const opened = await browser
  const context = await opened.newContext({
    baseURL: inject('address'),
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width, height },
    ...options,
  })
  if (as) await context.addCookies(await sessionOf(as))
  return context.newPage()
}

const longestStart = 180_000

async function untilReady(): Promise<void> {
  const deadline = Date.now() + longestStart
  for (;;) {
    const response = await fetch(`${inject('address')}/api/health/ready`).catch(() => null)
    if (response?.ok) return
    if (Date.now() > deadline) throw new Error(`The program does not answer at ${inject('address')}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

type Cookies = Parameters<BrowserContext['addCookies']>[0]

const sessions = new Map<string, Promise<Cookies>>()

/** Signs in once per account, since sign-in is throttled. */
function sessionOf(email: string): Promise<Cookies> {
  const kept = sessions.get(email) ?? signIn(email)
  sessions.set(email, kept)
  return kept
}

async function signIn(email: string): Promise<Cookies> {
  const address = inject('address')
  const response = await whenAllowed(() =>
    fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email, password: demoPassword }),
    }),
  )
  if (!response.ok) throw new Error(`Sign-in of ${email} answered ${response.status}: ${await response.text()}`)
  return response.headers.getSetCookie().map((header) => {
    const [pair = ''] = header.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address, httpOnly: true, sameSite: 'Lax' }
  })
}

const tooMany = 429

/** Several workers share an address, and may together ask more often than one is let. */
async function whenAllowed(ask: () => Promise<Response>): Promise<Response> {
  const deadline = Date.now() + 90_000
  for (;;) {
    const response = await ask()
    if (response.status !== tooMany || Date.now() > deadline) return response
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}

/** The browser of the machine when there is one, otherwise the one that comes as a package. */
function launch(): Promise<Browser> {
  const { executablePath, environment } = inject('chromium')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...environment },
  })
}
