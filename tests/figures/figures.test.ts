import { beforeAll, describe, expect, it } from 'vitest'
import { measure } from '../../api/metrics/measure.ts'
import type { Metric } from '../../db/defineMetric.ts'
import { metricOf, metrics } from '../../db/metrics/index.ts'
import { reading } from '../invariants/reading.ts'
import { type Figures, figuresOf } from './asked.ts'
import { groups } from './fixedAgency.ts'
import { type Question, questions } from './questions.ts'
import { inWords, type Row, valueOf, type Worked, worth } from './worked.ts'

let figures: Figures

beforeAll(async () => {
  figures = await figuresOf()
})

/** A stock has no period: the questions that differ only in theirs are one. */
const questionsOf = (metric: Metric) => (metric.date ? questions : questions.slice(0, 2))

/** Every dimension of a metric in one reading, as the pages ask. */
async function partsOf(metric: Metric, { day, from, to }: Question) {
  const period = metric.date ? { from, to } : null
  const cuts = metric.by.map((dimension) => ({ metrics: [metric], period, by: [dimension] }))
  const clocks = { asOf: day, knownAt: null }
  const found = await reading(figures.app, clocks, (client) => measure(client, { cuts, filters: [] }))
  return found.map((parts) => parts.map(({ keys: [key], figures }) => ({ key, ...figures[metric.id] })))
}

/** The lists behind an answer have as many records as were counted. */
async function expectLists({ kind }: Worked, answer: Record<string, unknown>, rows: readonly Row[]) {
  if (kind === 'quotient') return
  const listed = kind === 'share' ? rows.filter(({ hit }) => hit) : rows
  expect([answer.rows, await figures.listed(answer.rows)]).toEqual([answer.rows, listed.length])
  if (kind !== 'share') return
  expect([answer.denominatorRows, await figures.listed(answer.denominatorRows)]).toEqual([answer.denominatorRows, rows.length])
}

function parted(rows: readonly Row[], dimension: string): Map<string, Row[]> {
  const parts = new Map<string, Row[]>()
  for (const row of rows) {
    expect(row).toHaveProperty(dimension)
    const key = String(row[dimension])
    parts.set(key, [...(parts.get(key) ?? []), row])
  }
  return parts
}

const filters = { comuneId: '015001', uogId: 'UOG2', owner: 'aler', service: 'sap' } as const

describe.each(Object.entries(groups))('%s', (_, group) => {
  describe.each(Object.entries(group))('%s', (id, figure) => {
    const metric = metricOf(id) as Metric

    it('is what the tables say, on every day and over every period', async () => {
      for (const [i, question] of questionsOf(metric).entries()) {
        const rows = await figures.rows(figure, question)
        const answer = await figures.ask(metric, question)
        expect([question, inWords(figure, answer)]).toEqual([question, worth(figure, rows)])
        if (figure.kind === 'share' || figure.kind === 'quotient') {
          const value = valueOf(worth(figure, rows), metric.unit)
          expect(answer.value === null ? null : Number(answer.value)).toEqual(value === null ? null : expect.closeTo(value, 9))
        }
        if (i > 0) continue
        expect(worth(figure, rows)).toBe(figure.told)
        await expectLists(figure, answer, rows)
      }
    })

    it('is divided as the tables are', async () => {
      const rows = await figures.rows(figure, questions[0])
      const answers = await partsOf(metric, questions[0])
      for (const [i, dimension] of metric.by.entries()) {
        const parts = parted(rows, dimension)
        // A key that only other rows of the same list have may be told with nothing under it.
        const answered = (answers[i] ?? [])
          .map(({ key, ...part }) => [String(key), inWords(figure, part)] as const)
          .filter(([key, words]) => parts.has(key) || words !== worth(figure, []))
        const expected = [...parts].map(([key, part]) => [key, worth(figure, part)] as const)
        expect([dimension, Object.fromEntries(answered)]).toEqual([dimension, Object.fromEntries(expected)])
      }
    })

    it('is narrowed as the tables are', async () => {
      const rows = await figures.rows(figure, questions[0])
      for (const [name, value] of Object.entries(filters).filter(([name]) => metric.by.includes(name))) {
        const answer = await figures.ask(metric, questions[0], { [name]: value })
        const kept = rows.filter((row) => row[name] === value)
        expect([name, inWords(figure, answer)]).toEqual([name, worth(figure, kept)])
      }
    })
  })
})

it('no figure is left out', () => {
  const worked = Object.values(groups).flatMap((group) => Object.keys(group))
  expect(worked.toSorted()).toEqual(metrics.map(({ id }) => id).toSorted())
})
