import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../api/dashboards/pages/index.ts'
import { openPage } from '../harness/browser.ts'
import { addressOfPage, height, inOrder, listen, looksRight, manager, onADesk, onAPhone, overflowOf } from './looksRight.ts'

describe('Every page of figures, on a desk in the light and on a phone in the dark', () => {
  looksRight([
    ...pages.map(({ id, label }) => ({ title: label, path: addressOfPage(id) })),
    { title: 'Calendario dei tavoli', path: '/tavoli/calendario' },
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

describe('A page of figures', () => {
  let page: Page

  beforeAll(async () => {
    page = await openPage({ height, as: manager })
  })
  afterAll(() => page.context().close())

  test('has its line in the menu, with its icon, in the order of the list', async () => {
    await onADesk(page)
    await page.goto('/')
    const lines = page.locator('#menu > ul > li')
    await lines.first().waitFor()
    const listed = pages.filter(({ icon }) => icon)
    expect(await lines.allInnerTexts()).toEqual(listed.map(({ label }) => label))
    expect(await lines.locator('a > .anticon > svg').count()).toBe(listed.length)
  })

  test.each(pages)('$id waits in the places its tiles then take, and fits a phone', async ({ id }) => {
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/api/dashboards/*', async (route) => held.then(() => route.continue()))
    await onAPhone(page)
    await page.goto(addressOfPage(id))
    await page.locator('.panel-tile-waiting').first().waitFor()
    expect(await overflowOf(page)).toBe(0)
    await onADesk(page)
    const sketched = await placesOn(page)
    answer()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => placesOn(page)).toEqual(sketched)
    await page.unroute('**/api/dashboards/*')
  })
})

/** Where tiles begin and how wide they are; how high is for their figures to say. */
const placesOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.panel-cell')].map(({ id, offsetLeft, offsetWidth }) => [
      id,
      offsetLeft,
      offsetWidth,
    ]),
  )
