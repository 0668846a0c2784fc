import { describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { bodyOf, clickLongestBar, pillsOf, resultsOf, tileOf, twinOf } from './onThePage.ts'

const manager = 'direzione@demo.local'
const unfunded = 'Carenza manutentiva non finanziata'

describe('The manager’s morning', () => {
  test('begins at the login page, where a demo account is one click, and goes on where it was headed', async () => {
    const page = await openPage()
    await page.goto('/sfitti?uogId=UOG6')
    await page.getByRole('button', { name: manager }).click()
    await page.getByRole('heading', { level: 1, name: 'Alloggi sfitti' }).waitFor()
    expect(page.url()).toMatch(/\/sfitti\?uogId=UOG6$/)
    await page.context().close()
  })

  test('shows seven figures with their change, the six UOG ranked, and what waits for a decision', async () => {
    const page = await openPage({ as: manager })
    await page.goto('/')
    const figures = page.getByRole('article')
    await figures.first().waitFor()
    const cards = await figures.allInnerTexts()
    expect(cards).toHaveLength(7)
    for (const card of cards) expect(card).toMatch(/[▲▼●] \S+[^]*\nfine \p{L}+ \d{4}: \d/u)

    const ranked = (await twinOf(tileOf(page, /^Sfitto netto: /))).slice(0, -1)
    expect(new Set(ranked.map(([uog = '']) => uog.slice(0, 5)))).toEqual(
      new Set(['UOG 1', 'UOG 2', 'UOG 3', 'UOG 4', 'UOG 5', 'UOG 6']),
    )
    const rates = ranked.map(([, rate = '']) => Number.parseFloat(rate.replace(',', '.')))
    expect(rates).toHaveLength(6)
    expect(rates).toEqual(rates.toSorted((one, other) => other - one))

    const alerts = await bodyOf(tileOf(page, /progett.* una decisione$/).getByRole('table'))
    expect(alerts[0]).toEqual(
      expect.arrayContaining(['MI3.1.1.a', '€ 281.250,00', '€ 0,00', expect.stringContaining('nessun impegno')]),
    )
    await page.context().close()
  })

  test('goes from the worst UOG to its dwellings that wait for repairs: as many as the figure says', async () => {
    const page = await openPage({ as: manager })
    await page.goto('/')
    await page.getByRole('application', { name: /^Sfitto netto: / }).press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => pillsOf(page)).toContainEqual(expect.stringMatching(/^UOG: UOG \d/))
    const uogId = new URL(page.url()).searchParams.get('uogId')

    await page.getByRole('navigation').getByRole('link', { name: 'Sfitti' }).click()
    const reasons = tileOf(page, /» tiene vuoti /)
    const [row = []] = await twinOf(reasons)
    expect(page.url()).toMatch(new RegExp(`/sfitti\\?uogId=${uogId}$`))
    const column = (await reasons.getByRole('columnheader').allInnerTexts()).indexOf(unfunded)
    const figure = row[column] ?? ''
    expect(Number(figure)).toBeGreaterThan(0)
    await reasons
      .getByRole('row')
      .nth(1)
      .getByRole('cell')
      .nth(column - 1)
      .getByRole('link')
      .click()

    await expect.poll(() => resultsOf(page)).toBe(figure)
    const dwellings = page.url()
    await expect
      .poll(() => pillsOf(page))
      .toEqual(['Destinazione: Alloggio', 'Stato: Sfitto', `UOG: ${row[0]}`, `Motivo di sfitto: ${unfunded}`])

    await page.goBack()
    await reasons.waitFor()
    expect(page.url()).toMatch(new RegExp(`/sfitti\\?uogId=${uogId}$`))
    await page.goto(dwellings)
    await expect.poll(() => resultsOf(page)).toBe(figure)
    await page.context().close()
  })

  test('opens the rows behind a bar with a click on it', async () => {
    const page = await openPage({ as: manager })
    await page.goto('/')
    const tile = tileOf(page, /^Il primo motivo di sfitto è/)
    const [, figure = ''] = /: (\S+) alloggi$/.exec(await tile.getByRole('heading').innerText()) ?? []
    await clickLongestBar(tile, figure)
    await expect.poll(() => resultsOf(page)).toBe(figure)
    await expect.poll(() => pillsOf(page)).toContain(`Motivo di sfitto: ${unfunded}`)
    await page.context().close()
  })
})
