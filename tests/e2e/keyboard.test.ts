import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'

describe('Without a mouse', () => {
  test('the first stop of a page leads past the menu to its content', async () => {
    const page = await openPage({ as: 'direzione@demo.local' })
    await page.goto('/units')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Vai al contenuto')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')

    await page.keyboard.press('/')
    await page.keyboard.type('via Carlo Porta')
    expect(await page.getByRole('searchbox', { name: 'Cerca in Unità immobiliari' }).inputValue()).toBe('via Carlo Porta')
    await page.context().close()
  })

  test('Ctrl K finds a comune by name and a project by code, and goes there', async () => {
    const page = await openPage({ as: 'direzione@demo.local' })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Quadro direzionale' }).waitFor()
    await find(page, 'Legnano', 'Legnano Comune')
    await page.waitForURL(/\/comuni\/015118\/scheda$/)
    await page.getByRole('heading', { level: 1, name: /Legnano/ }).waitFor()
    await find(page, 'MI3.1.1.a', /Abitare in borgo.* Progetto$/)
    const card = page.getByRole('region', { name: 'Scheda del progetto' })
    expect(await card.innerText()).toMatch(/Codice\s+MI3\.1\.1\.a\s/)
    await page.context().close()
  })

  test('? shows the shortcuts, and Esc puts them away', async () => {
    const page = await openPage({ as: 'direzione@demo.local' })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Quadro direzionale' }).waitFor()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' })
    await dialog.getByText('Cercare nell’elenco aperto').waitFor()
    await dialog.getByRole('button', { name: 'Chiudi' }).waitFor()
    await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.isVisible()).toBe(false)
    await page.context().close()
  })
})

const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText : undefined))

/** Opens the palette, writes, waits for the entry and takes it with Enter. */
async function find(page: Page, typed: string, entry: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Cerca' })
  await palette.getByRole('combobox').fill(typed)
  await palette.getByRole('option', { name: entry, selected: true }).waitFor()
  await page.keyboard.press('Enter')
}
