import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pages } from '../../api/dashboards/pages/index.ts'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'

/** Sees every page there is. */
export const manager = tester

/** A kind of page, by its address or by the query that finds the record it is of, with the title of its document. */
interface Looked {
  title: string
  path: string
  of?: string
  further?: string
}

/** So tall that what waits for the reader to get there arrives too. */
export const height = 2400

/** On a desk in the light and on a phone in the dark, pages speak Italian, fit, and can be read by anybody. */
export function looksRight(pages: readonly Looked[]): void {
  let signedIn: Page
  const troubles: string[] = []

  beforeAll(async () => {
    signedIn = await openPage({ height, as: manager })
    listen(signedIn, troubles)
  })
  afterAll(() => signedIn.context().close())
  beforeEach(() => void troubles.splice(0))

  test.each(pages)('$path', async ({ title, path, of, further = '' }) => {
    await onADesk(signedIn)
    await signedIn.goto(of ? (await addressOf(signedIn, path, of)) + further : path)
    await inOrder(signedIn, title)
    await onAPhone(signedIn)
    await inOrder(signedIn, title)
    expect(troubles).toEqual([])
  })
}

/** A dashboard's address; of one about a comune, that of Legnano. */
export const addressOfPage = (id: string): string =>
  pages.find((page) => page.id === id)?.path.replace(':comuneId', '015118') ?? id

export const onADesk = (page: Page): Promise<void> => look(page, 1440, 'light')
export const onAPhone = (page: Page): Promise<void> => look(page, 390, 'dark')

async function look(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  // Looked at when it has come to rest; drawing the movement is most of what a machine without a graphics card does.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height })
}

export async function inOrder(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
  expect(await page.title()).toMatch(new RegExp(`${title}.* · Ballatoio$`))
  await expect.poll(() => movingOn(page)).toBe(0)
  // What a machine under load shows for a moment on the way is not what a reader reads.
  const settled = { timeout: 15_000, interval: 500 }
  await expect.poll(() => overflowOf(page), settled).toBe(0)
  await expect.poll(() => figuresOutOfTheirCard(page), settled).toEqual([])
  await expect.poll(async () => leftoversIn(await wordsOf(page)), settled).toEqual([])
  await expect.poll(() => seriousViolations(page), settled).toEqual([])
}

/** Fades and slides still on their way: half a colour has half a contrast. */
const movingOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity).length,
  )

/** Everything the browser complains of. */
export function listen(page: Page, troubles: string[]): void {
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // Going on to the next page leaves behind what the one before still asked for.
    if (why !== 'net::ERR_ABORTED') troubles.push(`${request.url()}: ${why}`)
  })
  page.on('response', (response) => response.status() >= 400 && troubles.push(`${response.url()}: ${response.status()}`))
}

async function addressOf(page: Page, path: string, query: string): Promise<string> {
  const [record] = (await (await page.request.get(`/api${path}?${query}&_start=0&_end=1`)).json()) as { id: string }[]
  return `${path}/${record?.id}`
}

export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const figuresOutOfTheirCard = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.panel-value')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ innerText }) => innerText),
  )

/** All that is read on a page, with the eyes or aloud. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')]
      .filter((element) => !element.closest('[aria-hidden="true"]'))
      .flatMap((element) => ['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''))
    return [...document.body.innerText.split('\n'), ...spoken]
  })

const english =
  /\b(close|search|loading|clear|cancel|submit|next|previous|select|copy|delete|edit|save|error|empty|no data|true|false)\b/i
const broken = /undefined|NaN|\bnull\b|Invalid|\[object|\b[a-z]+[A-Z][a-z]+\b/

const leftoversIn = (words: readonly string[]): string[] => words.filter((word) => english.test(word) || broken.test(word))

async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
