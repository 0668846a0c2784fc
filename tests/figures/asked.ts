import { expect } from 'vitest'
import type { Metric } from '../../db/defineMetric.ts'
import { asker, type Body, type Query } from '../api/ask.ts'
import { fixedAgency } from './fixedAgency.ts'
import { prelude } from './prelude.ts'
import type { Question } from './questions.ts'
import type { Row, Worked } from './worked.ts'

const statement = ({ sql }: Worked, { day, from, to }: Question) =>
  `${prelude} ${sql}`.replaceAll(/:(day|from|to)\b/g, (_, name: keyof Question) => `date '${{ day, from, to }[name]}'`)

/** The fixed agency, with both ways to its figures: what the tables say, and what the API tells. */
export async function figuresOf() {
  const app = await fixedAgency()
  const api = asker(await app.as('prova@aler.it'))
  const read = new Map<string, Promise<Row[]>>()

  async function get(path: string, query: Query = {}): Promise<Body> {
    const { status, body } = await api.get(path, query)
    expect([path, query, status, status === 200 ? {} : body]).toEqual([path, query, 200, {}])
    return body
  }

  return {
    app,

    /** The records of a figure; the same statement is run once. */
    rows(figure: Worked, question: Question): Promise<Row[]> {
      const text = statement(figure, question)
      const rows = read.get(text) ?? app.pool.query<Row>(text).then((found) => found.rows)
      read.set(text, rows)
      return rows
    },

    forget: () => read.clear(),

    ask: ({ id, date }: Metric, { day, from, to }: Question, more: Query = {}) =>
      get(`/metrics/${id}`, { asOf: day, ...(date && { from, to }), ...more }),

    page: (id: string, query: Query) => get(`/dashboards/${id}`, query),

    /** How many records a link of an answer leads to. */
    async listed(link: unknown): Promise<number> {
      const { headers } = await api.get(`${String(link).replace('/api', '')}&_start=0&_end=1`)
      return Number(headers.get('x-total-count'))
    },
  }
}

export type Figures = Awaited<ReturnType<typeof figuresOf>>
