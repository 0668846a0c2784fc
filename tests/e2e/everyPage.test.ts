import { describe, expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { height, inOrder, listen, looksRight, manager, onADesk, onAPhone } from './looksRight.ts'

describe('Every page of figures, on a desk in the light and on a phone in the dark', () => {
  looksRight([
    { title: 'Quadro direzionale', path: '/' },
    { title: 'Sfitti', path: '/sfitti' },
    { title: 'Ristrutturazioni', path: '/ristrutturazioni' },
    { title: 'Finanziamenti', path: '/finanziamenti' },
    { title: 'Occupazioni', path: '/occupazioni' },
    { title: 'Sportelli', path: '/sportelli' },
    { title: 'Segnalazioni', path: '/segnalazioni' },
    { title: 'Territorio', path: '/territorio' },
    { title: 'Qualità dei dati', path: '/qualita' },
    { title: 'Assegnazioni', path: '/assegnazioni' },
    { title: 'Accordi in scadenza', path: '/accordi' },
    { title: 'UOG', path: '/uog' },
    { title: 'Tavoli', path: '/tavoli' },
    { title: 'Calendario dei tavoli', path: '/tavoli/calendario' },
    { title: 'Scheda del comune', path: '/comuni/015118/scheda' },
  ])

  test('/login', async () => {
    const troubles: string[] = []
    const page = await openPage({ height })
    listen(page, troubles)
    await onADesk(page)
    await page.goto('/login')
    await page.getByRole('button', { name: manager }).waitFor()
    await inOrder(page, 'Accesso')
    await onAPhone(page)
    await inOrder(page, 'Accesso')
    expect(troubles).toEqual([])
    await page.context().close()
  })
})
