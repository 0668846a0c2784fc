import type { Page } from 'playwright-core'

interface Loaded {
  /** Everything that was sent until the page came to rest, headers too, in bytes. */
  all: number
  /** What was asked for before the first figures were on the screen. */
  beforeFigures: number
  /** The same by address, the heaviest first. */
  sent: readonly (readonly [string, number])[]
}

/** Opens a page of figures as somebody does who has never been there, and counts what is sent. */
export async function loadOnce(page: Page, path: string): Promise<Loaded> {
  const session = await page.context().newCDPSession(page)
  const asked = new Map<string, string>()
  const sent = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId)
    if (url?.startsWith('http')) sent.set(url, (sent.get(url) ?? 0) + encodedDataLength)
  })
  await session.send('Network.enable')
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.panel-value')) return
      observer.disconnect()
      requestAnimationFrame((now) => performance.mark('figures', { startTime: now }))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(path, { waitUntil: 'commit' })
  await page.locator('.panel-value').first().waitFor()
  await page.locator('.panel-chart svg').first().waitFor()
  await page.waitForLoadState('networkidle')
  const late = new Set(
    await page.evaluate(() => {
      const [figures] = performance.getEntriesByName('figures')
      const fetched = performance.getEntriesByType('resource')
      return fetched.filter(({ startTime }) => startTime > (figures?.startTime ?? 0)).map(({ name }) => name)
    }),
  )
  const sizes = [...sent].toSorted(([, one], [, other]) => other - one)
  const sum = (counted: typeof sizes) => counted.reduce((total, [, size]) => total + size, 0)
  return { all: sum(sizes), beforeFigures: sum(sizes.filter(([url]) => !late.has(url))), sent: sizes }
}

/** Has a page note what moves under its reader; to be called before it is opened. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: [number, string][] = []
    Object.assign(globalThis, { noted })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as ShiftEntry[]) {
        const moved = entry.sources.map(({ node }) => (node instanceof Element ? `${node.localName}.${node.className}` : 'text'))
        if (!entry.hadRecentInput) noted.push([entry.value, moved.join(', ')])
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

interface ShiftEntry extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

/** How much has moved since the page was opened, and what. */
export async function shiftsOf(page: Page): Promise<{ sum: number; moved: [number, string][] }> {
  const moved = await page.evaluate(() => (globalThis as unknown as { noted: [number, string][] }).noted)
  return { sum: moved.reduce((total, [value]) => total + value, 0), moved }
}
