import { beforeAll, describe, expect, it } from 'vitest'
import { measure } from '../../api/metrics/measure.ts'
import { type Metric } from '../../db/defineMetric.ts'
import { metricOf, metrics } from '../../db/metrics/index.ts'
import { type Asker, asker, type Body, type Query } from '../api/ask.ts'
import type { TestApp } from '../harness/startApp.ts'
import { reading } from '../invariants/reading.ts'
import { fixedAgency, groups } from './fixedAgency.ts'
import { prelude } from './prelude.ts'
import { type Question, questions } from './questions.ts'
import { durationInWords, type Group, type Row, valueOf, type Worked, worth } from './worked.ts'

const worked: Group = Object.assign({}, ...Object.values(groups))

let app: TestApp
let api: Asker

beforeAll(async () => {
  app = await fixedAgency()
  api = asker(await app.as('direzione@demo.local'))
})

const inPrelude = (sql: string, { day, from, to }: Question) =>
  `${prelude} ${sql}`.replaceAll(/:(day|from|to)\b/g, (_, name: 'day' | 'from' | 'to') => `date '${{ day, from, to }[name]}'`)

async function rowsOf({ sql }: Worked, question: Question): Promise<Row[]> {
  return (await app.pool.query<Row>(inPrelude(sql, question))).rows
}

const flows = (metric: Metric) => metric.date !== undefined

/** A stock has no period: the questions that differ only in theirs are one. */
const questionsOf = (metric: Metric) => (flows(metric) ? questions : questions.slice(0, 2))

const asked = (metric: Metric, { day, from, to }: Question): Query => ({ asOf: day, ...(flows(metric) && { from, to }) })

/** An answer in the words of what was worked out. */
function inWords({ kind }: Worked, { value, numerator, denominator, n, median }: Body): string {
  if (kind === 'duration') return durationInWords(Number(n), value as number | null, median as number | null)
  return kind === 'count' || kind === 'sum' ? `${Number(value)}` : `${Number(numerator)} / ${Number(denominator)}`
}

async function get<T = Body>(path: string, query: Query = {}) {
  const { status, body, rows } = await api.get(path, query)
  expect([path, query, status, status === 200 ? '' : body]).toEqual([path, query, 200, ''])
  return (rows.length > 0 ? rows : body) as T
}

const counted = async (link: unknown) =>
  Number((await api.get(`${String(link).replace('/api', '')}&_start=0&_end=1`)).headers.get('x-total-count'))

/** The lists behind an answer have as many records as were counted. */
async function expectLists({ kind }: Worked, { rows: link, denominatorRows }: Body, rows: readonly Row[]) {
  if (kind === 'quotient') return
  if (kind === 'share') expect([denominatorRows, await counted(denominatorRows)]).toEqual([denominatorRows, rows.length])
  const listed = kind === 'share' ? rows.filter(({ hit }) => hit) : rows
  expect([link, await counted(link)]).toEqual([link, listed.length])
}

/** Every dimension of a metric in one reading, as the pages ask. */
async function partsOf(metric: Metric, { day, from, to }: Question) {
  const period = flows(metric) ? { from, to } : null
  const cuts = metric.by.map((dimension) => ({ metrics: [metric], period, by: [dimension] }))
  const found = await reading(app, { asOf: day, knownAt: null }, (client) => measure(client, { cuts, filters: [] }))
  return found.map((groups) => groups.map(({ keys: [key], figures }) => ({ key, ...figures[metric.id] })))
}

const filters: readonly (readonly [string, string])[] = [
  ['comuneId', '015001'],
  ['uogId', 'UOG2'],
  ['owner', 'aler'],
  ['service', 'sap'],
]

describe.each(Object.entries(groups))('%s', (_, group) => {
  describe.each(Object.entries(group))('%s', (id, figure) => {
    const metric = metricOf(id) as Metric

    it('is what the tables say, on every day and over every period', async () => {
      for (const [i, question] of questionsOf(metric).entries()) {
        const rows = await rowsOf(figure, question)
        const answer = await get(`/metrics/${id}`, asked(metric, question))
        expect([question, inWords(figure, answer)]).toEqual([question, worth(figure, rows)])
        if (figure.kind === 'share' || figure.kind === 'quotient') {
          const value = valueOf(worth(figure, rows), metric.unit)
          expect(answer.value === null ? null : Number(answer.value)).toEqual(value === null ? null : expect.closeTo(value, 9))
        }
        if (i === 0 && figure.told) expect(worth(figure, rows)).toBe(figure.told)
        await expectLists(figure, answer, rows)
      }
    })

    it('is divided as the tables are', async () => {
      const question = questions[0]
      const rows = await rowsOf(figure, question)
      const answers = await partsOf(metric, question)
      for (const [i, dimension] of metric.by.entries()) {
        const parts = new Map<string, Row[]>()
        for (const row of rows) {
          expect(row).toHaveProperty(dimension)
          const key = String(row[dimension])
          parts.set(key, [...(parts.get(key) ?? []), row])
        }
        const told = Object.fromEntries((answers[i] ?? []).map(({ key, ...part }) => [String(key), inWords(figure, part)]))
        const empty = worth(figure, [])
        // A key that only rows of the same list have, none of them meant, may be told with nothing under it.
        const meant = Object.fromEntries(Object.entries(told).filter(([key, words]) => words !== empty || parts.has(key)))
        const expected = Object.fromEntries([...parts].map(([key, part]) => [key, worth(figure, part)]))
        expect([dimension, meant]).toEqual([dimension, expected])
      }
    })

    it('is narrowed as the tables are', async () => {
      const question = questions[0]
      const rows = await rowsOf(figure, question)
      for (const [name, value] of filters.filter(([name]) => metric.by.includes(name))) {
        const answer = await get(`/metrics/${id}`, { ...asked(metric, question), [name]: value })
        expect([name, inWords(figure, answer)]).toEqual([name, worth(figure, rows.filter((row) => row[name] === value))])
      }
    })
  })
})

it('no figure is left out', () => {
  expect(Object.keys(worked).toSorted()).toEqual(metrics.map(({ id }) => id).toSorted())
})
