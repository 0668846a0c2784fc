import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { bodyOf, choose, figureOf, resend, resultsOf, tileOf, twinOf } from './onThePage.ts'
import { makeProject } from './throughTheApi.ts'

const officer = 'fondi@demo.local'

describe('The funding officer’s morning', () => {
  test('finds MI3.1.1.a first among the projects at risk, and its card with the fields of the public one', async () => {
    const page = await openPage({ as: officer })
    await page.goto('/')
    await page.getByRole('navigation').getByRole('link', { name: 'Finanziamenti', exact: true }).click()
    const risky = tileOf(page, /progetti a rischio, dal più grave$/).getByRole('table')
    const [first] = await bodyOf(risky)
    expect(first).toEqual(expect.arrayContaining(['MI3.1.1.a', '€ 281.250,00', '31/12/2020']))
    expect(first?.at(-1)).toMatch(/nessun impegno, termine passato/)

    await risky.getByRole('link', { name: 'MI3.1.1.a' }).click()
    await page.getByRole('heading', { level: 1, name: /^Abitare in borgo/ }).waitFor()
    const card = page.getByRole('region', { name: 'Scheda del progetto' })
    await card.getByText('CUP non indicato').waitFor()
    const text = (await card.innerText()).replaceAll('\u00a0', ' ')
    expect(text).toMatch(/Soggetto attuatore\s+Comune di Milano/)
    expect(text).toMatch(/RUP\s+Angelo Foglio/)
    expect(text).toMatch(/CUP\s+CUP non indicato/)
    expect(text).toMatch(/Data inizio e fine\s+01\/10\/2017 – 31\/12\/2020/)
    expect(text).toMatch(/Importo ammesso a finanziamento\s+€ 281\.250,00\s+Importo giuridicamente vincolante\s+€ 0,00/)
    const files = page.getByRole('region', { name: 'Allegati' })
    await files.getByText('Documenti non disponibili').waitFor()
    await files.getByText('Foto non disponibili').waitFor()
    await page.context().close()
  })

  test('records a payment with its document, sees the totals move, and reverses it', async () => {
    const page = await openPage({ as: officer })
    const { id } = await makeProject(page)
    const before = await disbursed(page)
    await page.goto(`/projects/${id}`)
    const card = page.getByRole('region', { name: 'Scheda del progetto' })
    await card.getByText('€ 449.646,43').waitFor()

    await page.getByRole('button', { name: 'Registra movimento' }).click()
    const dialog = page.getByRole('dialog')
    await choose(dialog.getByRole('combobox', { name: 'Tipo' }), 'Erogato')
    await dialog.getByLabel('Importo').fill('100.000,57')
    await dialog.getByRole('button', { name: 'Registra' }).click()
    await dialog.getByText('«Documento» è obbligatorio').waitFor()
    await dialog.getByLabel('Documento').fill('Mandato 1042/2026')
    await resend(dialog.getByRole('button', { name: 'Registra' }))
    await dialog.waitFor({ state: 'detached' })
    await card.getByText('€ 549.647,00').waitFor()
    expect((await disbursed(page)) - before).toBe(10_000_057)

    await page.goto(`/projects/${id}`)
    const paid = page.getByRole('row', { name: /Mandato 1042\/2026/ })
    await paid.getByRole('button', { name: /^Storna/ }).click()
    await dialog.getByLabel('Documento').fill('Nota di rettifica 7')
    await dialog.getByRole('button', { name: 'Storna' }).click()
    await dialog.waitFor({ state: 'detached' })
    await card.getByText('€ 449.646,43').waitFor()
    await page
      .getByRole('row', { name: /\(storno\).*-100\.000,57.*Nota di rettifica 7/ })
      .first()
      .waitFor()
    expect(await disbursed(page)).toBe(before)
    await page.context().close()
  })

  test('reads 73,9 % as the commitment rate of the two PON cards together, and finds them behind it', async () => {
    const page = await openPage({ as: officer })
    await page.goto('/finanziamenti')
    const rates = tileOf(page, /dell’ammesso; il programma più indietro è/)
    expect(await twinOf(rates)).toContainEqual(['PON Città Metropolitane 2014–2020', '73,9 %'])
    await rates
      .getByRole('row', { name: /^PON Città Metropolitane/ })
      .getByRole('link')
      .click()
    await expect.poll(() => resultsOf(page)).not.toBe('')
    const total = page.getByRole('row', { name: /^Totale filtro/ })
    await total.waitFor()
    expect(await total.innerText()).toMatch(/1\.795\.898,44\s+1\.326\.980,00\s+449\.646,43/)
    await page.context().close()
  })
})

/** What has been paid in all, in cents, as the funding page says it. */
async function disbursed(page: Page): Promise<number> {
  await page.goto('/finanziamenti')
  const said = /€\s([\d.,]+) su/.exec(await figureOf(page, 'Tasso di erogazione').innerText())
  return Number(said?.[1]?.replaceAll(/[.,]/g, ''))
}
