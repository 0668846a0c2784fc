import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'
import { choose, resend } from './onThePage.ts'
import { freshCode, made } from './throughTheApi.ts'

const officer = 'fondi@demo.local'
const manager = tester

describe('A record', () => {
  test('is written in Italian; what the server refuses is said on its field, and what was typed stays', async () => {
    const page = await openPage({ as: officer })
    await page.goto('/programmes')
    await page.getByRole('link', { name: 'Nuovo' }).click()
    await field(page, 'Codice').fill(freshCode())
    await field(page, 'Nome').fill('Corti e ballatoi')
    await choose(page.getByRole('combobox', { name: 'Fonte' }), 'Regione')
    await field(page, 'Fine dell’ammissibilità').fill('31/13/2029')
    await field(page, 'Dotazione').fill('-1.514.648,44')
    await page.getByRole('button', { name: 'Salva' }).click()
    await expect.poll(() => problemOf(page, 'Fine dell’ammissibilità')).toMatch(/^Il mese 13 non esiste/)

    await field(page, 'Fine dell’ammissibilità').fill('31/12/2029')
    await resend(page.getByRole('button', { name: 'Salva' }))
    await expect.poll(() => problemOf(page, 'Dotazione')).toBe('La dotazione non può essere negativa.')
    expect(await typedIn(page, 'Nome', 'Dotazione', 'Fine dell’ammissibilità')).toEqual([
      'Corti e ballatoi',
      '-1.514.648,44',
      '31/12/2029',
    ])

    await field(page, 'Dotazione').fill('1514648,44')
    await resend(page.getByRole('button', { name: 'Salva' }))
    await page.getByRole('heading', { level: 1, name: 'Corti e ballatoi' }).waitFor()
    const data = page.getByRole('region', { name: 'Dati', exact: true })
    await data.getByText('€ 1.514.648,44').waitFor()
    await data.getByText('31/12/2029').waitFor()
    await page.context().close()
  })

  test('is changed with a reason, and its history tells what was before', async () => {
    const page = await openPage({ as: officer })
    const { id } = await addProgramme(page, 'Prima del decreto')
    await page.goto(`/programmes/${id}`)
    await page.getByRole('link', { name: 'Modifica' }).click()
    await field(page, 'Nome').fill('Dopo il decreto')
    await field(page, 'Motivo della modifica').fill('Nome come da decreto 12/2026')
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dopo il decreto' }).waitFor()
    const history = page.getByRole('region', { name: 'Storia delle registrazioni' }).getByRole('listitem')
    await history.nth(1).waitFor()
    const [latest, first] = await history.allInnerTexts()
    expect(latest).toMatch(
      /fondi@demo\.local[^]*Motivo: Nome come da decreto 12\/2026[^]*Prima del decreto\s*→\s*Dopo il decreto/,
    )
    expect(first).toMatch(/Prima registrazione/)
    await page.context().close()
  })

  test('changed by two people at once shows mine, theirs and what both had read, and keeps what is chosen', async () => {
    const mine = await openPage({ as: officer })
    const theirs = await openPage({ as: manager })
    const { id } = await addProgramme(mine, 'Nome di partenza')
    for (const page of [mine, theirs]) await page.goto(`/programmes/${id}/edit`)

    await field(theirs, 'Nome').fill('Nome dell’altra persona')
    await field(theirs, 'Ciclo').fill('2021-2027')
    await theirs.getByRole('button', { name: 'Salva' }).click()
    await theirs.getByRole('heading', { level: 1, name: 'Nome dell’altra persona' }).waitFor()

    await field(mine, 'Nome').fill('Nome mio')
    await field(mine, 'Dotazione').fill('2.000,50')
    await mine.getByRole('button', { name: 'Salva' }).click()
    await mine.getByRole('heading', { level: 1, name: /modificato da altri nel frattempo$/ }).waitFor()
    const name = mine.getByRole('row', { name: /^Nome/ })
    expect(await name.getByRole('cell').allInnerTexts()).toEqual(['Nome di partenza', 'Nome mio', 'Nome dell’altra persona'])
    await mine.getByRole('row', { name: /^Ciclo.*2021-2027/ }).waitFor()
    await mine.getByRole('row', { name: /^Dotazione.*2\.000,50/ }).waitFor()
    const save = mine.getByRole('button', { name: 'Salva con queste scelte' })
    expect(await save.isDisabled()).toBe(true)

    await name.getByRole('radio', { name: 'Nome mio' }).check()
    await save.click()
    await mine.getByRole('heading', { level: 1, name: 'Nome mio' }).waitFor()
    const kept = await (await mine.request.get(`/api/programmes/${id}`)).json()
    expect(kept).toMatchObject({ name: 'Nome mio', cycle: '2021-2027', endowment: '2000.50', version: 3 })
    for (const page of [mine, theirs]) await page.context().close()
  })

  test('of what changes in life says whether it changed, and since when, or was wrong', async () => {
    const page = await openPage({ as: manager })
    const building = await made(page, 'buildings', {
      code: freshCode(),
      address: 'via Prova 1',
      comuneId: '015209',
      owner: 'comune',
    })
    await page.goto(`/buildings/${building.id}/edit`)
    await choose(page.getByRole('main').getByRole('combobox', { name: 'Proprietario' }), 'Aler')
    const question = page.getByRole('group').filter({ hasText: '«Proprietario»: è un cambiamento o una correzione?' })
    await page.getByRole('button', { name: 'Salva' }).click()
    await question.getByText('Indicare se è cambiato, e da quando, o se era sbagliato').waitFor()
    await question.getByRole('radio', { name: /^È cambiato/ }).check()
    await question.getByRole('textbox', { name: 'È cambiato dal' }).fill('1/6/2099')
    await resend(page.getByRole('button', { name: 'Salva' }))
    await question.getByText('La data è nel futuro').waitFor()
    await question.getByRole('textbox', { name: 'È cambiato dal' }).fill('1/6/2024')
    await resend(page.getByRole('button', { name: 'Salva' }))
    const related = page.getByRole('region', { name: 'Elenchi collegati' })
    await related.scrollIntoViewIfNeeded()
    await related.getByText('01/06/2024').waitFor()
    const owners = await Promise.all(
      ['2024-05-31', '2024-06-01'].map(async (day) =>
        (await page.request.get(`/api/buildings/${building.id}?asOf=${day}`)).json(),
      ),
    )
    expect(owners).toMatchObject([{ owner: 'comune' }, { owner: 'aler' }])
    await page.context().close()
  })

  test('is deleted only with a reason, which its history keeps', async () => {
    const page = await openPage({ as: officer })
    const { id } = await addProgramme(page, 'Inserito per errore')
    await page.goto(`/programmes/${id}`)
    await page.getByRole('button', { name: 'Elimina' }).click()
    const dialog = page.getByRole('dialog', { name: 'Eliminare «Inserito per errore»?' })
    await dialog.getByRole('button', { name: 'Elimina' }).click()
    await dialog.getByText('Scrivere il motivo: resta nella storia').waitFor()
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Doppione')
    await resend(dialog.getByRole('button', { name: 'Elimina' }))
    await page.waitForURL(/\/programmes$/)
    await page.goto(`/programmes/${id}`)
    await page.getByRole('heading', { level: 1, name: 'Non trovato' }).waitFor()
    const history = await (await page.request.get(`/api/programmes/${id}/history`)).json()
    expect(history).toMatchObject([{ reason: 'Doppione', retractedBy: officer }])
    await page.context().close()
  })
})

/** A programme of the test's own. */
const addProgramme = (page: Page, name: string) => made(page, 'programmes', { code: freshCode(), name, fundingSource: 'region' })

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name })

/** What a screen reader adds to the name of a field that is refused. */
const problemOf = (page: Page, name: string): Promise<string> =>
  field(page, name).evaluate((input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.innerText ?? '')

const typedIn = (page: Page, ...names: string[]): Promise<string[]> =>
  Promise.all(names.map((name) => field(page, name).inputValue()))
