import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'

const manager = 'direzione@demo.local'

/** Every kind of page, by its address or by the query that finds the record it is of, with the title of its document. */
const pages: readonly { title: string; path: string; of?: string; further?: string }[] = [
  { title: 'Quadro direzionale', path: '/' },
  { title: 'Sfitti', path: '/sfitti' },
  { title: 'Ristrutturazioni', path: '/ristrutturazioni' },
  { title: 'Finanziamenti', path: '/finanziamenti' },
  { title: 'Occupazioni', path: '/occupazioni' },
  { title: 'Sportelli', path: '/sportelli' },
  { title: 'Segnalazioni', path: '/segnalazioni' },
  { title: 'Griglia dei conteggi', path: '/desk-counts/grid' },
  { title: 'Territorio', path: '/territorio' },
  { title: 'Qualità dei dati', path: '/qualita' },
  { title: 'Assegnazioni', path: '/assegnazioni' },
  { title: 'Sede condivisa di via Puricelli Guerra 24', path: '/agreements', of: 'title_like=Puricelli&kind=sharedOffice' },
  { title: 'Accordi in scadenza', path: '/accordi' },
  { title: 'UOG', path: '/uog' },
  { title: 'Tavoli', path: '/tavoli' },
  { title: 'Calendario dei tavoli', path: '/tavoli/calendario' },
  { title: 'Tavolo di Legnano, 17/10/2017', path: '/meetings', of: 'day=2017-10-17' },
  { title: 'Tavolo', path: '/meetings', of: 'upcoming=true&agendaItems_gt=0' },
  { title: 'Modalità tavolo', path: '/meetings', of: 'upcoming=true&agendaItems_gt=0', further: '/tavolo' },
  { title: 'Sopralluogo', path: '/inspections', of: 'findings_gt=0' },
  { title: 'Scheda del comune', path: '/comuni/015118/scheda' },
  { title: 'Unità immobiliari', path: '/units?use=dwelling&state=vacant&_size=20' },
  { title: 'Unità immobiliari', path: '/units?q=nessuna-unità-si-chiama-così' },
  { title: 'Mazzafame', path: '/neighbourhoods', of: 'name=Mazzafame' },
  { title: '', path: '/units', of: 'state=vacant&vacancyReason=underRenovation' },
  { title: 'Agenzia Sociale per la Locazione Metropolitana', path: '/projects', of: 'code=MI3.1.1.b1' },
  { title: 'Programma di finanziamento: nuovo inserimento', path: '/programmes/create' },
  { title: 'Non trovato', path: '/non-esiste' },
]

/** So tall that what waits for the reader to get there arrives too. */
const height = 2400

describe('Every page, on a desk in the light and on a phone in the dark, speaks Italian, fits, and can be read by anybody', () => {
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

  test('/login', async () => {
    const page = await openPage({ height })
    listen(page, troubles)
    await onADesk(page)
    await page.goto('/login')
    await page.getByRole('button', { name: manager }).waitFor()
    await inOrder(page, 'Accesso')
    await onAPhone(page)
    await inOrder(page, 'Accesso')
    expect(troubles).toEqual([])
    await page.context().close()
  })
})

const onADesk = (page: Page): Promise<void> => look(page, 1440, 'light')
const onAPhone = (page: Page): Promise<void> => look(page, 390, 'dark')

async function look(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height })
}

async function inOrder(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
  expect(await page.title()).toMatch(new RegExp(`${title}.* · Ballatoio$`))
  await expect.poll(() => movingOn(page)).toBe(0)
  // What a machine under load shows for a moment on the way is not what a reader reads.
  const settled = { timeout: 15_000, interval: 500 }
  await expect.poll(() => overflowOf(page), settled).toBe(0)
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
function listen(page: Page, troubles: string[]): void {
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

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

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
