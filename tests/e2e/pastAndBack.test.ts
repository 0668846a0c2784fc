import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'
import { figureOf, pillsOf, resultsOf } from './onThePage.ts'

const reason = 'Si sta guardando il passato: per scrivere occorre tornare a oggi'

describe('Looking at the past', () => {
  test('tints the page, changes the figures with their rows, closes what writes, and leads back to today', async () => {
    const page = await openPage({ as: tester })
    await page.goto('/sfitti')
    const today = await vacant(page)
    const ground = await colourOf(page)

    await page.getByRole('button', { name: /^Situazione al: / }).click()
    await page.getByRole('textbox', { name: 'Situazione al' }).fill('31/12/2024')
    await page.getByRole('button', { name: 'Applica' }).click()
    const banner = page.getByRole('status').filter({ hasText: 'Situazione al 31/12/2024. Sola lettura.' })
    await banner.waitFor()
    await expect.poll(() => vacant(page)).not.toBe(today)
    const then = await vacant(page)
    expect(await figureOf(page, 'Alloggi sfitti (lordo)').innerText()).toContain('Situazione al 31/12/2024')
    expect(await colourOf(page)).not.toBe(ground)

    await figureOf(page, 'Alloggi sfitti (lordo)').getByRole('link').click()
    await expect.poll(() => resultsOf(page)).toBe(then)
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-12-31')
    expect(await pillsOf(page)).toEqual(['Destinazione: Alloggio', 'Stato: Sfitto'])
    await closed(page, 'Nuovo')
    await page.getByRole('rowheader').first().getByRole('link').click()
    for (const button of ['Cambia stato', 'Modifica', 'Elimina']) await closed(page, button)
    await page.goBack()

    await banner.getByRole('button', { name: 'Torna a oggi' }).click()
    await expect.poll(() => resultsOf(page)).toBe(today)
    expect(await banner.count()).toBe(0)
    expect(await colourOf(page)).toBe(ground)
    await page.getByRole('link', { name: 'Nuovo' }).waitFor()
    await page.context().close()
  })
})

async function vacant(page: Page): Promise<string> {
  const [value = ''] = /^[\d.]+(?= alloggi)/m.exec(await figureOf(page, 'Alloggi sfitti (lordo)').innerText()) ?? []
  return value
}

/** The page's ground, behind everything. */
const colourOf = (page: Page): Promise<string> =>
  page.getByRole('banner').evaluate((banner) => getComputedStyle(banner.parentElement ?? banner).backgroundColor)

async function closed(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  await button.waitFor()
  expect(await button.isDisabled()).toBe(true)
  expect(await button.getAttribute('title')).toBe(reason)
}
