import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { metrics } from '../../db/metrics/index.ts'
import { ownCopy } from '../invariants/ownCopy.ts'
import { withoutClocks } from '../invariants/withoutClocks.ts'
import type { TestApp } from '../harness/startApp.ts'
import { asker, type Asker } from '../api/ask.ts'

const writers = 8
/** How many figures and rows are compared with what they were told as before. */
const wanted = 10_000

/** Lists, records, figures, their parts and pages: whatever a person reads while others write. */
const questions = [
  ...metrics.filter((_, i) => i % 5 === 0).map(({ id }) => `/metrics/${id}`),
  ...metrics.filter((_, i) => i % 11 === 0).map(({ id, by }) => `/metrics/${id}/by/${by[0]}`),
  '/metrics/vacant-gross',
  '/metrics/units',
  '/metrics/dwellings/by/uogId',
  '/metrics/vacant-gross/series',
  '/units?_sort=-recordedAt&_end=20',
  '/units?_sort=code&_order=asc&_start=0&_end=10&use=dwelling',
  '/units/totals',
  '/unit-states/totals',
  '/buildings?q=via&_end=10',
  '/vacancies?open=true&_end=10',
  '/dashboards/vacancies',
  '/dashboards/uogs',
].map((question) => question.replace('_sort=-recordedAt', '_sort=recordedAt&_order=desc'))

/** Goes on moving units through their states, correcting them, adding and taking away, until told to stop. */
async function write(api: Asker, units: { id: string }[], isOver: () => boolean, mine: number) {
  for (let i = mine; !isOver(); i += writers) {
    const { id } = units[i % units.length] as { id: string }
    const unit = (await api.get(`/units/${id}`)).body
    const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date())
    if (unit.state === 'let') await api.post(`/units/${id}/transitions`, { to: 'returned', on, releaseReason: 'death' })
    await api.patch(`/units/${id}`, unit.version as number, { rooms: 1 + (i % 6) })
    const made = await api.post('/units', {
      code: `R-${randomBytes(5).toString('hex')}`,
      buildingId: unit.buildingId,
      use: 'dwelling',
      service: 'sap',
    })
    if (i % 3 === 0 && made.status === 201) await api.remove(`/units/${String(made.body.id)}`, 1, 'Prova')
  }
}

async function answered(api: Asker, question: string, moments: Record<string, string> = {}) {
  const { status, headers, body, rows } = await api.get(question.replace(/\?.*/, ''), {
    ...Object.fromEntries(new URL(question, 'http://localhost').searchParams),
    ...moments,
  })
  expect([question, status]).toEqual([question, 200])
  const told = { asOf: headers.get('x-as-of') ?? '', knownAt: headers.get('x-known-at') ?? '' }
  const total = headers.get('x-total-count')
  const answer = JSON.stringify([total, withoutClocks(rows.length > 0 ? rows : body)])
  return { told, answer, pairs: answer.match(/"(value|version)":/g)?.length ?? 1 }
}

async function lettable(app: TestApp): Promise<{ id: string }[]> {
  const { rows } = await app.pool.query<{ id: string }>(
    `select unit_id as id from unit_states where state = 'let' and valid_to = 'infinity' order by id limit 400`,
  )
  return rows
}

test('what was answered while eight were writing is answered again, to the letter, with the moments it told', async () => {
  const app = await ownCopy()
  const api = asker(await app.as('prova@aler.it'))
  const units = await lettable(app)
  let over = false
  const writing = Array.from({ length: writers }, async (_, i) => write(api, units, () => over, i))
  const before = (await app.pool.query<{ n: number }>('select max(number) as n from app.protocol')).rows[0]?.n ?? 0
  let compared = 0
  const reading = async (mine: number) => {
    for (let i = mine; compared < wanted; i += 1) {
      const question = questions[i % questions.length] as string
      const { told, answer, pairs } = await answered(api, question)
      const again = await answered(api, question, told)
      expect([question, again.answer]).toEqual([question, answer])
      expect(again.told).toEqual(told)
      compared += pairs
    }
  }
  await Promise.all([0, 1, 2].map(async (i) => reading(i * 7))).finally(() => (over = true))
  await Promise.all(writing)
  const after = (await app.pool.query<{ n: number }>('select max(number) as n from app.protocol')).rows[0]?.n ?? 0
  expect(after - before).toBeGreaterThan(50)
})
