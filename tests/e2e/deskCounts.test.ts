import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { openPage } from '../harness/browser.ts'
import { resend } from './onThePage.ts'

const cellOf = (page: Page, desk: number, service: string) =>
  page.getByRole('textbox', { name: new RegExp(`Municipio ${desk}, ${service}`) })

/** What a spreadsheet puts on the clipboard, pasted where the cursor is. */
const paste = (cell: Locator, text: string) =>
  cell.evaluate((input, block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

/** Takes away what an earlier try has left in the month that the grid opens with. */
async function emptyMonth(page: Page): Promise<void> {
  const lastMonth = addDays(`${today().slice(0, 7)}-01`, -1).slice(0, 7)
  const counts = (await (await page.request.get(`/api/desk-counts?month=${lastMonth}-01`)).json()) as {
    id: string
    version: number
  }[]
  for (const { id, version } of counts) {
    const headers = { 'Content-Type': 'application/json', 'If-Match': `"${version}"`, 'X-Reason': 'Prova' }
    const answer = await page.request.delete(`/api/desk-counts/${id}`, { headers })
    expect(answer.status(), await answer.text()).toBe(200)
  }
}

describe('A month of desk counts', () => {
  test('is pasted from a spreadsheet, told what is wrong cell by cell, saved in one go, and counted', async () => {
    const page = await openPage({ as: 'direzione@demo.local' })
    await emptyMonth(page)
    await page.goto('/sportelli')
    await page.getByRole('link', { name: 'Inserire i conteggi del mese' }).click()
    const first = cellOf(page, 7, 'Valutazione del bisogno')
    await first.waitFor()
    expect(await first.inputValue()).toBe('')

    await first.focus()
    await paste(first, '1.234\t45\t-3\r\n')
    const third = cellOf(page, 7, 'Orientamento all’ERP')
    expect([await first.inputValue(), await third.inputValue()]).toEqual(['1.234', '-3'])
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByRole('alert').getByText('nulla è stato salvato').waitFor()
    expect(await third.getAttribute('aria-invalid')).toBe('true')
    await page.getByText('Gli accessi di un mese vanno da 0 a 100.000.').waitFor()

    await page.reload()
    await first.waitFor()
    expect([await first.inputValue(), await third.inputValue()]).toEqual(['1.234', '-3'])

    await third.fill('12')
    await resend(page.getByRole('button', { name: 'Salva' }))
    await page.getByText('3 conteggi salvati').waitFor()
    await page.getByText('Nessuna modifica da salvare').waitFor()
    await page.reload()
    await first.waitFor()
    expect([await first.inputValue(), await third.inputValue()]).toEqual(['1.234', '12'])

    await page.getByRole('link', { name: 'Elenco dei conteggi' }).click()
    await page
      .getByRole('row', { name: /Municipio 7.*Valutazione del bisogno.*1\.234/ })
      .first()
      .waitFor()
    await page.context().close()
  })

  test('is walked with the keyboard as a spreadsheet is', async () => {
    const page = await openPage({ as: 'direzione@demo.local' })
    await page.goto('/desk-counts/grid')
    const start = cellOf(page, 2, 'Valutazione del bisogno')
    await start.waitFor()
    await start.focus()
    const now = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const walked: string[] = []
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter', 'Shift+Enter', 'ArrowUp', 'ArrowLeft', 'Tab']) {
      await page.keyboard.press(key)
      walked.push(await now())
    }
    expect(walked.map((label) => label.replace('Milano Abitare – Municipio ', '').replace(/, (.).*/, ' $1'))).toEqual([
      '3 V',
      '3 C',
      '4 C',
      '3 C',
      '2 C',
      '2 V',
      '2 C',
    ])
    await page.context().close()
  })
})
