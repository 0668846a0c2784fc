import type { Locator, Page } from 'playwright-core'

/** A tile of a dashboard, by what its heading says; its table bears the same name, but no heading. */
export const tileOf = (page: Page, title: RegExp): Locator =>
  page.getByRole('region', { name: title }).filter({ has: page.getByRole('heading', { level: 2 }) })

/** A figure's card, by its label. */
export const figureOf = (page: Page, label: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: label, exact: true }) })

/** The tile's figures as its table twin writes them, row by row without the heading. */
export async function twinOf(tile: Locator): Promise<string[][]> {
  await tile.getByRole('button', { name: 'Mostra tabella' }).click()
  return bodyOf(tile.getByRole('table'))
}

export async function bodyOf(table: Locator): Promise<string[][]> {
  await table.waitFor()
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim().replaceAll('\u00a0', ' '))))
}

/** Clicks the longest of a tile's horizontal bars in its middle, at the height of the figure written beside it. */
export async function clickLongestBar(tile: Locator, figure: string): Promise<void> {
  await tile.scrollIntoViewIfNeeded()
  const chart = tile.getByRole('application')
  const ground = await boxOf(chart)
  const written = await boxOf(chart.getByText(figure, { exact: true }))
  await chart.click({ position: { x: ground.width / 2, y: written.y - ground.y + written.height / 2 } })
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`Not on the page: ${String(locator)}`)
  return box
}

/** Takes an option of a drop-down with the keyboard, once it is the one that Enter takes. */
export async function choose(box: Locator, option: string): Promise<void> {
  await box.fill(option)
  await box.page().locator('.ant-select-item-option-active').filter({ hasText: option, visible: true }).waitFor()
  await box.press('Enter')
}

/**
 * Sends a form once more after a refusal, with the keyboard: what was said of a field leaves the page as the field is put right,
 * and a button that moves under the mouse is not clicked.
 */
export const resend = (button: Locator): Promise<void> =>
  button.and(button.page().locator(':not(.ant-btn-loading)')).press('Enter')

/** How many rows the open list says it has; empty while it is on its way. */
export async function resultsOf(page: Page): Promise<string> {
  const said = await page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /\d risultat/ })
    .allInnerTexts()
  return said[0]?.replace(/ risultat[oi]$/, '') ?? ''
}

/** What the open list is narrowed to, in words. */
export const pillsOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('list', { name: 'Filtri attivi' })
    .getByRole('button', { name: /^Togli il filtro/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.replace('Togli il filtro ', '') ?? ''))
