import { randomInt } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { formatDate } from '../../db/format.ts'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'
import { choose, resend } from './onThePage.ts'

const manager = tester

async function changeState(page: Page, to: string, on: string): Promise<void> {
  await page.getByRole('button', { name: 'Cambia stato' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(to, { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Dal giorno' }).fill(formatDate(on))
  await dialog.getByRole('button', { name: 'Cambia stato' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** One of the first, not always the same: another try may have taken it. */
async function oneOf(page: Page, query: string) {
  const found = (await (await page.request.get(`/api/${query}&_end=20`)).json()) as { id: string; code: string }[]
  return found[randomInt(found.length)]
}

test('A free dwelling is proposed, accepted and let; one that is not free is refused on its field', async () => {
  const page = await openPage({ as: manager })
  const month = addDays(today(), -40)
  const free = await oneOf(page, `units?use=dwelling&state=vacant&vacancyReason=assignable&stateSince_lt=${month}`)
  const taken = await oneOf(page, 'units?use=dwelling&state=let')
  await page.goto('/allocations/create')
  await choose(page.getByRole('combobox', { name: 'Unità' }), taken?.code ?? '')
  await choose(page.getByRole('combobox', { name: 'Canale' }), 'Mobilità')
  await page.getByRole('textbox', { name: 'Proposta del' }).fill(formatDate(addDays(today(), -30)))
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByText(`L’unità ${taken?.code} non è libera`).first().waitFor()

  await choose(page.getByRole('combobox', { name: 'Unità' }), free?.code ?? '')
  await resend(page.getByRole('button', { name: 'Salva' }))
  await page.getByRole('heading', { level: 1, name: free?.code ?? '' }).waitFor()
  await changeState(page, 'Accettata', addDays(today(), -20))
  await changeState(page, 'Contratto firmato', addDays(today(), -10))
  await expect
    .poll(async () => (await (await page.request.get(`/api/units/${free?.id}`)).json()) as object)
    .toMatchObject({ state: 'let', stateSince: addDays(today(), -10) })
  await page.context().close()
})

test('An agreement is the model of the one with the next comune', async () => {
  const page = await openPage({ as: manager })
  const model = await oneOf(page, 'agreements?title_like=Puricelli&kind=sharedOffice')
  await page.goto(`/agreements/${model?.id}`)
  await page.getByRole('button', { name: 'Usa come modello' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Crea la bozza' }).click()
  await dialog.getByText('«Comune» è obbligatorio').waitFor()
  await choose(dialog.getByRole('combobox', { name: 'Comune' }), 'Rho')
  await resend(dialog.getByRole('button', { name: 'Crea la bozza' }))
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1, name: /Rho/ }).waitFor()
  expect(page.url()).not.toContain(model?.id)
  await page.context().close()
})
