import { randomUUID } from 'node:crypto'
import type { Locator, Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoPassword } from '../../api/auth/accounts.ts'
import { addDays, today } from '../../db/calendar.ts'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'
import { resultsOf } from './onThePage.ts'
import { freshCode, made } from './throughTheApi.ts'

const officer = 'fondi@demo.local'
const secretary = 'segreteria@demo.local'

describe('Without a network', () => {
  test('saving says within seconds that there is none, and goes through when it is back', async () => {
    const page = await openPage({ as: officer })
    const id = await openForm(page, 'Nome nuovo', 'Decreto 12/2026')
    await page.context().setOffline(true)
    await save(page)
    await page.getByRole('alert').getByText('Connessione assente: quanto scritto è conservato').waitFor({ timeout: 5_000 })
    await noticeOf(page).getByText('Connessione assente').waitFor({ timeout: 5_000 })
    expect(await typed(page)).toEqual(['Nome nuovo', 'Decreto 12/2026'])

    await page.context().setOffline(false)
    await expect.poll(() => noticeOf(page).innerText()).toBe('')
    await save(page)
    await page.getByRole('heading', { level: 1, name: 'Nome nuovo' }).waitFor()
    expect(await reasonsOf(page, id)).toEqual([null, 'Decreto 12/2026'])
    await page.context().close()
  })

  test('a page never visited says so in Italian, and comes when it is asked again', async () => {
    const page = await openPage({ as: officer })
    await page.goto('/')
    await page.getByRole('article').first().waitFor()
    await page.context().setOffline(true)
    await page.getByText('Finanziamenti', { exact: true }).last().click()
    await page.getByRole('link', { name: 'Programmi di finanziamento', exact: true }).click()
    const problem = page.getByRole('alert').filter({ hasText: 'Questa parte del pannello non è arrivata' })
    await problem.getByText('Il server non risponde').waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/preload|fetch|import|module/i)
    await problem.getByRole('button', { name: 'Riprova' }).click()
    await problem.waitFor()
    await page.context().setOffline(false)
    await problem.getByRole('button', { name: 'Riprova' }).click()
    await page.getByRole('heading', { level: 1, name: 'Programmi di finanziamento' }).waitFor()
    await page.context().close()
  })
})

describe('A session that ends in the middle of a form', () => {
  test('is renewed over it, with all that was typed and why', async () => {
    const page = await openPage({ as: officer })
    const id = await openForm(page, 'Dopo la sessione', 'Sessione scaduta a metà')
    await page.context().clearCookies()
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'La sessione è scaduta' })
    await dialog.getByLabel('Password').fill(demoPassword)
    await dialog.getByRole('button', { name: 'Continua' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await typed(page)).toEqual(['Dopo la sessione', 'Sessione scaduta a metà'])
    await save(page)
    await page.getByRole('heading', { level: 1, name: 'Dopo la sessione' }).waitFor()
    expect(await reasonsOf(page, id)).toEqual([null, 'Sessione scaduta a metà'])
    await page.context().close()
  })

  test('is also found again by who signs in anew, and only by who wrote it', async () => {
    const page = await openPage({ as: officer })
    await openForm(page, 'Dopo l’accesso', 'Ricaricata dopo la scadenza')
    const form = new URL(page.url()).pathname
    await page.context().clearCookies()
    page.on('dialog', (question) => void question.accept())
    await page.reload()
    await page.waitForURL(/\/login\?to=/)
    await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(tester)
    await page.getByLabel('Password').fill(demoPassword)
    await page.getByRole('button', { name: 'Accedi' }).click()
    await page.waitForURL((url) => url.pathname === form)
    await field(page, 'Nome').waitFor()
    expect(await typed(page)).toEqual(['Nome di partenza', ''])

    await page.context().clearCookies()
    await page.reload()
    await page.getByRole('button', { name: officer }).click()
    await page.getByText('È stato ripreso quanto era stato scritto e non salvato.').waitFor()
    expect(await typed(page)).toEqual(['Dopo l’accesso', 'Ricaricata dopo la scadenza'])
    await page.context().close()
  })
})

describe('A server that is full', () => {
  test('is asked again for what is read, when it says, and this is said', async () => {
    const page = await openPage({ as: officer })
    let refused = 0
    await page.route('**/api/programmes?**', (route) => (++refused <= 2 ? full(route, { 'retry-after': '1' }) : route.continue()))
    await page.goto('/programmes')
    await noticeOf(page).getByText('Il server è occupato: fra poco la pagina riprova da sé.').waitFor()
    await expect.poll(() => resultsOf(page)).not.toBe('')
    expect(refused).toBe(3)
    await expect.poll(() => noticeOf(page).innerText()).toBe('')
    await page.context().close()
  })

  test('says its own sentence with the code to quote, and is never asked by itself to write twice', async () => {
    const page = await openPage({ as: officer })
    const id = await openForm(page, 'Nome in attesa', 'Server pieno')
    let asked = 0
    await page.route(`**/api/programmes/${id}`, (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      asked++
      return full(route, { 'retry-after': '1' })
    })
    await save(page)
    await page
      .getByRole('alert')
      .getByText('Tutte le connessioni sono occupate: riprovare fra poco. Codice da citare: prova-503')
      .waitFor()
    await page.waitForTimeout(1_500)
    expect(asked).toBe(1)
    expect(await typed(page)).toEqual(['Nome in attesa', 'Server pieno'])
    await page.context().close()
  })

  test('that hangs is waited for in words, then given up, and the write may have arrived', async () => {
    const page = await openPage({ as: officer })
    await page.clock.install()
    const id = await openForm(page, 'Nome sospeso', 'Server fermo')
    await page.route(`**/api/programmes/${id}`, () => undefined)
    await save(page)
    await page.clock.fastForward(6_000)
    await noticeOf(page).getByText('Il server tarda a rispondere').waitFor()
    await page.clock.fastForward(30_000)
    await page.getByRole('alert').getByText('la modifica può essere stata registrata lo stesso').waitFor()
    expect(await typed(page)).toEqual(['Nome sospeso', 'Server fermo'])
    await page.context().close()
  })
})

describe('A new version', () => {
  test('asks for the page to be loaded anew, where all that was being typed is found again', async () => {
    const page = await openPage({ as: secretary })
    const { id } = await makeMeeting(page)
    await page.goto(`/meetings/${id}`)
    await writeMinutes(page, '## Deciso')
    await region(page, 'Azioni affidate').getByRole('textbox', { name: 'Azione' }).fill('Chiamare la ditta')

    await page.route('**/assets/**', (route) =>
      route.fulfill({ status: 404, json: { message: 'La risorsa richiesta non esiste.' } }),
    )
    await page.route(/:\d+\/$/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-nuova.js"></script>' }),
    )
    await page.getByRole('button', { name: 'Segna come svolto' }).click()
    const problem = page.getByRole('alert').filter({ hasText: 'È uscita una nuova versione' })
    await problem.waitFor()
    expect(await minutes(page).inputValue()).toBe('## Deciso')

    await page.unrouteAll()
    await problem.getByRole('button', { name: 'Ricarica la pagina' }).click()
    await problem.waitFor({ state: 'detached' })
    await region(page, 'Verbale').getByRole('heading', { name: 'Deciso' }).waitFor()
    expect(await region(page, 'Azioni affidate').getByRole('textbox', { name: 'Azione' }).inputValue()).toBe('Chiamare la ditta')
    await page.context().close()
  })
})

describe('What is typed in a dialog', () => {
  test('is there again after the page was loaded anew, until it is given up', async () => {
    const page = await openPage({ as: officer })
    const id = await addProgramme(page)
    await page.goto(`/programmes/${id}`)
    await page.getByRole('button', { name: 'Elimina' }).click()
    const dialog = page.getByRole('dialog')
    const reason = dialog.getByRole('textbox', { name: 'Motivo' })
    await reason.fill('Inserito due volte')
    await page.reload()
    await page.getByRole('button', { name: 'Elimina' }).click()
    await dialog.getByText('È stato ripreso').waitFor()
    expect(await reason.inputValue()).toBe('Inserito due volte')
    await dialog.getByRole('button', { name: 'Annulla' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Elimina' }).click()
    expect(await reason.inputValue()).toBe('')
    await page.context().close()
  })

  test('of a change of state is kept with the state chosen', async () => {
    const page = await openPage({ as: secretary })
    const { id } = await makeMeeting(page)
    await page.goto(`/meetings/${id}`)
    await page.getByRole('button', { name: 'Cambia stato' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Annullato', { exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Dal giorno' }).fill('01/02/2026')
    await page.reload()
    await page.getByRole('button', { name: 'Cambia stato' }).click()
    await dialog.getByText('È stato ripreso').waitFor()
    expect(await dialog.getByRole('radio', { name: 'Annullato' }).isChecked()).toBe(true)
    expect(await dialog.getByRole('textbox', { name: 'Dal giorno' }).inputValue()).toBe('01/02/2026')
    await dialog.getByRole('button', { name: 'Scarta' }).click()
    expect(await dialog.getByRole('radio', { name: 'Annullato' }).isChecked()).toBe(false)
    await page.context().close()
  })
})

const full = (route: Route, headers: Record<string, string>) =>
  route.fulfill({
    status: 503,
    headers,
    json: { message: 'Tutte le connessioni sono occupate: riprovare fra poco.', statusCode: 503, requestId: 'prova-503' },
  })

const addProgramme = async (page: Page): Promise<string> =>
  (await made(page, 'programmes', { code: freshCode(), name: 'Nome di partenza', fundingSource: 'region' })).id

/** The form of a programme of the test's own, with a name and a reason typed in it. */
async function openForm(page: Page, name: string, reason: string): Promise<string> {
  const id = await addProgramme(page)
  await page.goto(`/programmes/${id}/edit`)
  await field(page, 'Nome').fill(name)
  await field(page, 'Motivo della modifica').fill(reason)
  return id
}

async function makeMeeting(page: Page): Promise<{ id: string }> {
  const name = `Tavolo di prova ${randomUUID().slice(0, 6)}`
  const table = await made(page, 'coordination-tables', { name, cadence: 'twiceMonthly', startedOn: '2026-01-01' })
  await made(page, 'coordination-table-comuni', { coordinationTableId: table.id, comuneId: '015118' })
  return made(page, 'meetings', { coordinationTableId: table.id, day: addDays(today(), 7) })
}

async function writeMinutes(page: Page, text: string): Promise<void> {
  await region(page, 'Verbale').getByText('Scrivi').click()
  await minutes(page).fill(text)
}

const save = (page: Page) => page.getByRole('button', { name: 'Salva' }).click()
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name })
const typed = async (page: Page) => [
  await field(page, 'Nome').inputValue(),
  await field(page, 'Motivo della modifica').inputValue(),
]
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const minutes = (page: Page): Locator => page.getByLabel('Testo del verbale, in Markdown')
const noticeOf = (page: Page): Locator => page.locator('.connection')

async function reasonsOf(page: Page, id: string) {
  const history = (await (await page.request.get(`/api/programmes/${id}/history`)).json()) as { reason: string | null }[]
  return history.map(({ reason }) => reason)
}
