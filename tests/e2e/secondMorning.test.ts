import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, today } from '../../db/calendar.ts'
import { formatDate } from '../../db/format.ts'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'
import { choose as chooseIn, resend } from './onThePage.ts'
import { made } from './throughTheApi.ts'

const secretary = 'segreteria@demo.local'
const ago = (days: number) => formatDate(addDays(today(), -days))

/** A table of the test's own, in Legnano, with one member. */
async function makeTable(page: Page): Promise<{ id: string; name: string; bodyId: string }> {
  const name = `Tavolo di prova ${randomUUID().slice(0, 6)}`
  const { id } = await made(page, 'coordination-tables', { name, cadence: 'twiceMonthly', startedOn: '2026-01-01' })
  await made(page, 'coordination-table-comuni', { coordinationTableId: id, comuneId: '015118' })
  const [legnano] = (await (await page.request.get('/api/bodies?name=Comune+di+Legnano')).json()) as { id: string }[]
  const bodyId = legnano?.id ?? ''
  await made(page, 'table-members', { coordinationTableId: id, name: 'Ada Ruolo', role: 'Segretario', bodyId })
  return { id, name, bodyId }
}

describe('The coordination table’s morning', () => {
  test('from convening to approved minutes, with an action that turns overdue', async () => {
    const page = await openPage({ as: secretary })
    const table = await makeTable(page)
    await page.goto('/tavoli/calendario')
    await page.getByRole('heading', { name: 'Prossimo incontro' }).waitFor()
    await page.getByRole('link', { name: 'Convoca un incontro' }).click()
    await choose(page, 'Tavolo', table.name)
    await field(page, 'Data').fill(ago(60))
    await page.getByRole('button', { name: 'Salva' }).click()
    await page.getByText('Un incontro non si convoca per un giorno già passato').first().waitFor()
    await field(page, 'Convocato il').fill(ago(70))
    await resend(page.getByRole('button', { name: 'Salva' }))
    await page.getByRole('heading', { level: 1, name: `${table.name}, ${ago(60)}` }).waitFor()

    await addItem(page, 'Ascensori di via Parma', 'Comunicazione')
    await page.getByRole('button', { name: 'Invita Ada Ruolo' }).click()
    await region(page, 'Presenze').getByText('Presente', { exact: true }).click()

    const actions = region(page, 'Azioni affidate')
    await give(page, actions, 'Chiamare la ditta degli ascensori', ago(61))
    await actions.getByText('La scadenza non può precedere l’incontro').waitFor()
    expect(await actions.getByRole('textbox', { name: 'Azione' }).inputValue()).toBe('Chiamare la ditta degli ascensori')
    await actions.getByRole('textbox', { name: 'Scadenza' }).fill(ago(30))
    await resend(actions.getByRole('button', { name: 'Affida azione' }))
    await actions.getByRole('row', { name: /Chiamare la ditta.*scaduta da 30 giorni/ }).waitFor()

    await page.getByRole('button', { name: 'Segna come svolto' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Cambia stato' }).click()
    await dialog.getByText('va prima spostato').first().waitFor()
    await dialog.getByRole('textbox', { name: 'Dal giorno' }).fill(ago(60))
    await resend(dialog.getByRole('button', { name: 'Cambia stato' }))
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Scheda del comune con i dati dell’incontro' }).waitFor()

    await region(page, 'Verbale').getByText('Scrivi').click()
    await page.getByLabel('Testo del verbale, in Markdown').fill('## Deciso\n\n- chiamare la **ditta**')
    await page.getByRole('button', { name: 'Salva il verbale' }).click()
    await page.getByRole('button', { name: 'Salva il verbale' }).waitFor({ state: 'detached' })
    await region(page, 'Verbale').getByText('Anteprima').click()
    await region(page, 'Verbale').getByRole('heading', { name: 'Deciso' }).waitFor()
    await page.getByRole('button', { name: 'Approva il verbale' }).click()
    await dialog.getByRole('button', { name: 'Cambia stato' }).click()
    await dialog.waitFor({ state: 'detached' })
    await region(page, 'Incontro').getByText('Verbale approvato').waitFor()
    // Nothing of it can be changed any more.
    await page.getByRole('link', { name: 'Modifica', exact: true }).waitFor({ state: 'detached' })
    for (const name of ['Elimina', 'Allega un file']) {
      await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
    }
    await page.context().close()
  })

  test('finds an overdue action at the next meeting, on the wall, and closes it', async () => {
    const page = await openPage({ as: secretary })
    const table = await makeTable(page)
    const before = { coordinationTableId: table.id, day: addDays(today(), -60), convenedOn: addDays(today(), -70) }
    const { id: meetingId } = await made(page, 'meetings', before)
    const action = { meetingId, description: 'Chiamare la ditta degli ascensori', responsibleBodyId: table.bodyId }
    await made(page, 'actions', { ...action, givenOn: before.day, dueOn: addDays(today(), -30) })
    const meeting = await made(page, 'meetings', { coordinationTableId: table.id, day: today(), startTime: '23:00' })
    for (const [position, title] of ['Primo punto', 'Secondo punto'].entries())
      await made(page, 'agenda-items', { meetingId: meeting.id, position: position + 1, theme: 'needs', title })

    await page.goto(`/meetings/${meeting.id}`)
    const carried = region(page, 'Azioni dagli incontri precedenti')
    await carried.getByRole('heading', { name: 'Scadute' }).waitFor()

    await page.getByRole('link', { name: 'Modalità tavolo' }).click()
    await page.getByRole('heading', { level: 2, name: 'Primo punto' }).waitFor()
    await page.getByRole('complementary', { name: 'Dati del comune' }).getByText('Alloggi in gestione').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { level: 2, name: 'Secondo punto' }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Punto 2 di 2' }).waitFor()
    const live = region(page, 'Azioni del punto')
    await give(page, live, 'Mandare i dati al Comune', formatDate(addDays(today(), 14)))
    await live.getByRole('row', { name: /Mandare i dati al Comune/ }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Secondo punto' }).click()
    await page.keyboard.press('Escape')
    await region(page, 'Azioni affidate')
      .getByRole('row', { name: /Mandare i dati al Comune/ })
      .waitFor()

    await carried.getByRole('button', { name: /^Chiudi l’azione: Chiamare la ditta/ }).click()
    await carried.getByText('Nessuna azione degli incontri precedenti è ancora aperta.').waitFor()
    const past = await page.request.get(`/api/actions?coordinationTableId=${table.id}&overdue=true&asOf=${addDays(today(), -29)}`)
    expect(await past.json()).toMatchObject([{ description: 'Chiamare la ditta degli ascensori', overdueDays: 1 }])
    await page.context().close()
  })

  test('moves a convened meeting by dragging it to another day', async () => {
    const page = await openPage({ as: secretary })
    const table = await makeTable(page)
    const meeting = await made(page, 'meetings', { coordinationTableId: table.id, day: lastOfWeek(), startTime: '22:00' })
    await page.goto(`/tavoli/calendario?comuneId=015118`)
    const monday = addDays(lastOfWeek(), 1)
    const event = page.locator('.fc-event').filter({ hasText: '22:00' }).filter({ hasText: table.name })
    await event.waitFor()
    await event.dragTo(page.locator(`[data-date="${monday}"]`).first())
    await page.getByText(`Incontro spostato al ${formatDate(monday)}`).waitFor()
    expect(await (await page.request.get(`/api/meetings/${meeting.id}`)).json()).toMatchObject({ day: monday, version: 2 })
    await page.context().close()
  })
})

describe('An inspection', () => {
  test('ends as a work, and both ends show the chain', async () => {
    const page = await openPage({ as: tester })
    const table = await makeTable(page)
    const [building] = (await (await page.request.get('/api/buildings?comuneId=015118&_end=1')).json()) as { id: string }[]
    const inspection = { buildingId: building?.id, coordinationTableId: table.id, inspectedOn: addDays(today(), -3) }
    const { id } = await made(page, 'inspections', inspection)
    const programme = `Programma di prova ${randomUUID().slice(0, 6)}`
    await made(page, 'maintenance-programmes', { name: programme, year: 2026 })

    await page.goto(`/inspections/${id}`)
    const findings = region(page, 'Rilievi')
    await findings.getByRole('textbox', { name: 'Rilievo' }).fill('Gronde staccate')
    await choose(findings, 'Categoria', 'Coperture')
    await choose(findings, 'Gravità', 'Grave')
    await findings.getByRole('textbox', { name: 'Stima del costo' }).fill('18.500')
    await findings.getByRole('button', { name: 'Aggiungi rilievo' }).click()
    await findings.getByRole('row', { name: /Gronde staccate.*Grave/ }).waitFor()
    await findings.getByRole('textbox', { name: 'Priorità' }).fill('Rifare le gronde')
    await findings.getByRole('textbox', { name: 'Punteggio' }).fill('80')
    await findings.getByRole('textbox', { name: 'Segnalata il' }).fill(ago(2))
    await findings.getByRole('button', { name: 'Segnala priorità' }).click()
    await findings.getByRole('link', { name: 'Rifare le gronde' }).click()

    await page.getByRole('heading', { level: 1, name: 'Rifare le gronde' }).waitFor()
    await page.getByRole('button', { name: 'Cambia stato' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Programmata', { exact: true }).click()
    await choose(dialog, 'Programma di manutenzione', programme)
    await choose(dialog, 'Tipo di intervento', 'Manutenzione')
    await dialog.getByRole('textbox', { name: 'Inizio previsto' }).fill('01/09/2027')
    await dialog.getByRole('textbox', { name: 'Fine prevista' }).fill('01/08/2027')
    await dialog.getByRole('button', { name: 'Cambia stato' }).click()
    await dialog.getByText('La fine prevista non può precedere l’inizio previsto.').first().waitFor()
    await dialog.getByRole('textbox', { name: 'Fine prevista' }).fill('01/12/2027')
    await resend(dialog.getByRole('button', { name: 'Cambia stato' }))
    await dialog.waitFor({ state: 'detached' })

    await page
      .getByRole('region', { name: 'Dati', exact: true })
      .getByRole('definition')
      .getByRole('link', { name: 'Rifare le gronde' })
      .click()
    await page.waitForURL(/\/works\//)
    await page.getByText('Sopralluogo', { exact: true }).first().waitFor()
    const related = page.getByRole('region', { name: 'Elenchi collegati' })
    await related
      .getByText(/^Rilievi/)
      .first()
      .scrollIntoViewIfNeeded()
    await related.getByText(/^Rilievi 1/).click()
    await related.getByRole('link', { name: 'Gronde staccate' }).waitFor()
    await page.goto(`/inspections/${id}`)
    await findings.getByRole('row', { name: /Gronde staccate.*Rifare le gronde.*Rifare le gronde/ }).waitFor()
    const [work] = (await (
      await page.request.get(`/api/works?buildingId=${building?.id}&title=Rifare le gronde`)
    ).json()) as object[]
    expect(work).toMatchObject({ origin: 'inspection', state: 'scheduled', initialAmount: '18500.00' })
    await page.context().close()
  })
})

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
/** A required field is named with an asterisk before it. */
const named = (name: string) => new RegExp(`^(\\* )?${name}$`)
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name: named(name) })

const choose = (within: Page | Locator, name: string, option: string): Promise<void> =>
  chooseIn(within.getByRole('combobox', { name: named(name) }), option)

async function addItem(page: Page, title: string, theme: string): Promise<void> {
  const agenda = region(page, 'Ordine del giorno')
  await agenda.getByRole('textbox', { name: 'Punto' }).fill(title)
  await choose(agenda, 'Tema', theme)
  await agenda.getByRole('button', { name: 'Aggiungi punto' }).click()
  await agenda.getByRole('link', { name: title }).waitFor()
}

async function give(page: Page, within: Locator, description: string, due: string): Promise<void> {
  await within.getByRole('textbox', { name: 'Azione' }).fill(description)
  await choose(within, 'Ente responsabile', 'Comune di Legnano')
  await within.getByRole('textbox', { name: 'Scadenza' }).fill(due)
  await within.getByRole('button', { name: 'Affida azione' }).click()
  await page.waitForLoadState('networkidle')
}

/** The Sunday of this week, that the next day is in the same view of the month or in its margin. */
const lastOfWeek = () => addDays(today(), (7 - new Date(`${today()}T00:00:00Z`).getUTCDay()) % 7)
