import { beforeAll, expect, test } from 'vitest'
import { addMonths, startOf, today } from '../../db/calendar.ts'
import { byHand } from '../bench/byHand.ts'
import { type Case, casesOf, pairsFinding } from '../bench/cases.ts'
import { sampled } from '../harness/seeded.ts'
import type { Client, TestApp } from '../harness/startApp.ts'

let app: TestApp
let reader: Client
let cases: Case[]
let hand: ReturnType<typeof byHand>

beforeAll(async () => {
  app = await sampled()
  reader = await app.as('direzione@demo.example')
  hand = byHand(app.pool)
  const { rows } = await app.pool.query<{ id: string }>('select id from units order by code limit 1')
  const month = startOf('month', today())
  cases = casesOf({
    unitId: rows[0]?.id ?? '',
    pairs: await pairsFinding(app.pool, [500, 20]),
    months: { from: addMonths(month, -35), to: addMonths(month, 1) },
  })
})

const both = async (path: string) => {
  const answers = [await reader.request(`/api${path}`), await hand.request(`/api${path}`)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  return answers
}

test('lists by hand have as many rows and as long a page as the program’s', async () => {
  const lists = cases.filter(({ name }) => name.startsWith('list'))
  expect(lists.length).toBeGreaterThan(10)
  for (const { path } of lists) {
    const [ours, own] = await Promise.all(
      (await both(path)).map(async (answer) => [answer.headers.get('x-total-count'), await answer.json()]),
    )
    expect([path, own?.[0], own?.[1].length]).toEqual([path, ours?.[0], ours?.[1].length])
    if (!path.includes('_sort')) expect(own?.[1].map(idOf)).toEqual(ours?.[1].map(idOf))
  }
})

const idOf = ({ id }: { id: string }) => id

test('the comune and state that are asked for find as many rows as are told', async () => {
  const named = cases.flatMap(({ name, path }) => {
    const rows = /, (\d+) rows/.exec(name)?.[1]
    return rows ? [{ rows, path }] : []
  })
  expect(named).toHaveLength(2)
  for (const { rows, path } of named) {
    for (const answer of await both(path)) expect(answer.headers.get('x-total-count')).toBe(rows)
  }
})

test('the record by hand is the program’s', async () => {
  const [ours, own] = (await Promise.all((await both(cases[0]?.path ?? '')).map((answer) => answer.json()))) as Record<
    string,
    unknown
  >[]
  expect([own?.['id'], own?.['uog_name'], own?.['state']]).toEqual([ours?.['id'], ours?.['uogName'], ours?.['state']])
})

test('the figure by hand is the program’s, and so is every month of its series', async () => {
  const [ours, own] = (await Promise.all((await both('/metrics/vacancy-rate-gross')).map((answer) => answer.json()))) as {
    value: number
  }[]
  expect(own?.value).toBeCloseTo(Number(ours?.value), 10)
  const series = cases.find(({ name }) => name === 'figure: 36 months')
  const [told, months] = (await Promise.all((await both(series?.path ?? '')).map((answer) => answer.json()))) as Record<
    string,
    unknown
  >[][]
  expect(months?.map(({ count }) => Number(count))).toEqual(told?.map(({ value }) => Number(value)))
})
