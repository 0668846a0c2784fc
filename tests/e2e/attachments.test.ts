import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { openPage } from '../harness/browser.ts'
import { resend } from './onThePage.ts'
import { makeProject } from './throughTheApi.ts'

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test('A document is attached to a record; a photo that is not one is refused and its description stays', async () => {
  const page = await openPage({ as: 'fondi@demo.local' })
  const { code } = await makeProject(page)
  await page.goto(`/projects?code=${code}`)
  await page.getByRole('link', { name: code }).first().click()
  const files = page.getByRole('region', { name: 'Allegati' })
  await files.getByText('Documenti non disponibili').waitFor()

  const chosen = files.locator('input[type=file]')
  await chosen.setInputFiles({ name: 'cortile.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('non è una foto') })
  await files.getByLabel('Descrizione del file').fill('Il cortile prima dei lavori')
  await files.getByRole('button', { name: 'Carica' }).click()
  await expect.poll(() => files.getByRole('alert').textContent()).toMatch(/^Il contenuto non è di un tipo ammesso/)
  expect(await files.getByLabel('Descrizione del file').inputValue()).toBe('Il cortile prima dei lavori')

  await chosen.setInputFiles({ name: 'determina.pdf', mimeType: 'application/pdf', buffer: pdf })
  await resend(files.getByRole('button', { name: 'Carica' }))
  const link = files.getByRole('link', { name: 'determina.pdf' })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('determina.pdf')
  await page.context().close()
})
