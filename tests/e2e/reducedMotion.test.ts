import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { tester } from '../harness/grants.ts'

test('Where movement is not wanted, boxes open at once and where they can be seen', async () => {
  const page = await openPage({ as: tester, reducedMotion: 'reduce' })
  await page.goto('/sfitti')
  await page.getByRole('button', { name: /^Situazione al: / }).click()
  await expect.poll(() => inWindow(page.getByRole('textbox', { name: 'Situazione al' }))).toBe(true)

  await page.goto('/programmes/create')
  await page.getByRole('combobox', { name: 'Fonte' }).click()
  await expect.poll(() => inWindow(page.locator('.ant-select-dropdown').filter({ visible: true }))).toBe(true)
  await page.context().close()
})

const inWindow = (box: Locator) =>
  box.evaluate((element) => {
    const { top, left, bottom, right, height } = element.getBoundingClientRect()
    return height > 0 && top >= 0 && left >= 0 && bottom <= window.innerHeight && right <= window.innerWidth
  })
