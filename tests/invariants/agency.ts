import type { Metric } from '../../db/defineMetric.ts'
import { metrics } from '../../db/metrics/index.ts'
import { sampled } from '../harness/seeded.ts'
import { seededToday } from '../harness/seededToday.ts'
import type { Client, TestApp } from '../harness/startApp.ts'
import { meeting, type Row } from './dialect.ts'

export interface Answer {
  value: number | string | null
  numerator?: number | string | null
  denominator?: number | string | null
  median?: number | null
  n?: number
  asOf: string
  knownAt: string
  rows: string
  denominatorRows?: string
}

export type Part = Omit<Answer, 'asOf' | 'knownAt' | 'denominatorRows'> & { key: string | null; label: string; demo: boolean }
export type Point = Omit<Answer, 'asOf' | 'knownAt' | 'denominatorRows'> & { period: string; label: string }

export interface Totals {
  count: number
  sums: Record<string, string | null>
}

/** The agency at the end of its history, and the year that ends there. */
export const thatDay = { asOf: seededToday, from: '2025-07-01', to: '2026-07-01' } as const

export const named = metrics.map((metric) => [metric.id, metric] as const)
export const flows = named.filter(([, { date }]) => date !== undefined)
export const stocks = named.filter(([, { date }]) => date === undefined)

export type Query = Record<string, string>

export const address = (path: string, query: Query = {}) => {
  const search = new URLSearchParams(query)
  return search.size > 0 ? `${path}${path.includes('?') ? '&' : '?'}${search}` : path
}

/** What is asked of one application, each thing once: the same link is behind many figures. */
export function agencyOf(client: Client) {
  const figures = new Map<string, Promise<Answer>>()
  const counted = new Map<string, Promise<number>>()
  const totalled = new Map<string, Promise<Totals>>()
  const loaded = new Map<string, Promise<Row[]>>()

  async function ask(path: string): Promise<Response> {
    const response = await client.request(path)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response
  }

  const json = async <T>(path: string, query: Query = {}) => (await (await ask(address(path, query))).json()) as T

  async function allRows(path: string, clocks: Query): Promise<Row[]> {
    const rows: Row[] = []
    for (let start = 0; ; start += page) {
      const response = await ask(
        address(path, { ...clocks, _sort: 'version', _start: String(start), _end: String(start + page) }),
      )
      rows.push(...((await response.json()) as Row[]))
      if (rows.length >= totalOf(response)) return rows
    }
  }

  return {
    json,

    figure(id: string, query: Query = {}): Promise<Answer> {
      const path = address(`/api/metrics/${id}`, query)
      return kept(figures, path, () => json<Answer>(path))
    },

    parts: (id: string, dimension: string, query: Query = {}) => json<Part[]>(`/api/metrics/${id}/by/${dimension}`, query),

    series: (id: string, query: Query = {}) => json<Point[]>(`/api/metrics/${id}/series`, query),

    /** How many rows a list says it has. */
    count: (link: string) => kept(counted, link, async () => totalOf(await ask(address(link, { _start: '0', _end: '1' })))),

    totals(link: string): Promise<Totals> {
      const [path = '', query = ''] = link.split('?')
      return kept(totalled, link, () => json<Totals>(`${path}/totals?${query}`))
    },

    /** The rows a list's address means, found among all of its resource as of the same moments. */
    async rows(link: string): Promise<Row[]> {
      const { pathname, searchParams } = new URL(link, 'http://localhost')
      const clocks: Query = {}
      for (const name of ['asOf', 'knownAt']) {
        const value = searchParams.get(name)
        if (value !== null) clocks[name] = value
        searchParams.delete(name)
      }
      return meeting(await kept(loaded, address(pathname, clocks), () => allRows(pathname, clocks)), searchParams)
    },
  }
}

export type Agency = ReturnType<typeof agencyOf>

const page = 1000

const totalOf = (response: Response) => Number(response.headers.get('x-total-count'))

function kept<T>(store: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = store.get(key) ?? make()
  store.set(key, made)
  return made
}

let shared: Promise<Agency> | null = null

export const agencyOver = async (app: TestApp) => agencyOf(await app.as('prova@aler.it'))

/** The seeded agency, for tests that only read it: what was loaded once serves them all. */
export const agency = () => (shared ??= sampled().then(agencyOver))

/** What a flow is asked over; a stock has no period. */
export const periodFor = ({ date }: Metric, { asOf, from, to }: { asOf: string; from: string; to: string }): Query =>
  date ? { asOf, from, to } : { asOf }
