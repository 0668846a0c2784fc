import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A code that no other try of the same journey has taken. */
export const freshCode = () => `PROVA-${randomUUID().slice(0, 8)}`

/** A record of the test's own, written by who is on the page. */
export async function made<T extends { id: string }>(page: Page, register: string, data: Record<string, unknown>): Promise<T> {
  const answer = await page.request.post(`/api/${register}`, { data })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as T
}

/** A project of the test's own, admitted for € 1.514.648,44, committed and paid in part. */
export async function makeProject(page: Page): Promise<{ id: string; code: string }> {
  const code = freshCode()
  const programme = await made(page, 'programmes', { code, name: 'Programma di prova', fundingSource: 'region' })
  const of = { programmeId: programme.id, implementingBody: 'Comune di Milano' }
  const { id } = await made(page, 'projects', { ...of, code, title: 'Progetto di prova' })
  const amounts = { admitted: '1514648.44', committed: '1326980.00', disbursed: '449646.43' }
  for (const [kind, amount] of Object.entries(amounts))
    await made(page, 'movements', { projectId: id, kind, amount, effectiveOn: '2024-05-06', document: 'Decreto 12/2024' })
  return { id, code }
}
