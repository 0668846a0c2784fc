import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dashboard, Tile } from '../../api/dashboards/tiles.ts'
import type { describeMetrics } from '../../api/metrics/metricRoutes.ts'
import { asker } from '../api/ask.ts'
import { type Figures, figuresOf } from './asked.ts'
import { questions } from './questions.ts'

/**
 * What figures and pages are called, and which way is good, stands in two texts that only a person changes: to change a word on the
 * screen is to change it there too, and whoever reviews the change sees it.
 */
const kept = (name: string) =>
  readFileSync(new URL(`frozen/${name}.txt`, import.meta.url), 'utf8')
    .split('\n\n')
    .map((part) => part.trim())

let figures: Figures

beforeAll(async () => {
  figures = await figuresOf()
})

const get = async <T>(path: string) => {
  const { status, body, rows } = await asker(await figures.app.as('prova@aler.it')).get(path)
  expect([path, status]).toEqual([path, 200])
  return (rows.length > 0 ? rows : body) as T
}

type Described = ReturnType<typeof describeMetrics>[number]

const better = { up: 'better up', down: 'better down', neutral: 'neither better nor worse' } as const

const metricInWords = ({ id, code, label, unit, noun, goodWhen, kind, definition, perimeter, by, benchmark }: Described) =>
  [
    `${id} (${code}): ${label}`,
    `  ${kind} of ${noun.join('/')}, ${unit}, ${better[goodWhen]}`,
    `  ${definition}`,
    `  [${perimeter}]`,
    `  by ${by.map(({ label }) => label).join(', ')}`,
    ...(benchmark ? [`  line at ${benchmark.value}: ${benchmark.label}`] : []),
  ].join('\n')

/** The labels of a tile that do not come from records. */
function labelsOf(tile: Tile): string[] {
  switch (tile.kind) {
    case 'figure':
      return [tile.figure.label, better[tile.figure.goodWhen]]
    case 'series':
      return tile.series.map(({ label }) => label)
    case 'waterfall':
      return tile.steps.map(({ label }) => label)
    case 'list':
      return tile.columns.map(({ label }) => label)
    case 'comparison':
      return tile.rows.map(({ label, goodWhen }) => `${label}, ${better[goodWhen]}`)
    case 'checks':
      return tile.items.map(({ label, owner, disturbs }) => `${label}: ${owner}; ${disturbs.join(', ')}`)
    case 'scatter':
      return [tile.x.label, tile.y.label]
    case 'breakdown':
      return tile.average ? [tile.average.label] : []
    default:
      return []
  }
}

const tileInWords = (tile: Tile) =>
  [
    `  ${tile.kind} ${tile.id} of ${tile.metrics.join(', ') || 'records'}: ${tile.title}`,
    ...(labelsOf(tile).length > 0 ? [`    ${labelsOf(tile).join(' · ')}`] : []),
    ...(tile.note ? [`    (${tile.note})`] : []),
  ].join('\n')

describe('labels, directions and benchmarks are those that were reviewed', () => {
  it('of every figure', async () => {
    const told = await get<Described[]>('/metrics')
    const frozen = kept('metrics')
    for (const [i, metric] of told.entries()) expect(metricInWords(metric)).toBe(frozen[i])
    expect(told).toHaveLength(frozen.length)
  })

  it('and of every page, read over the fixed agency', async () => {
    const { day, from, to } = questions[0]
    const frozen = kept('pages')
    const pages = await get<string[]>('/dashboards')
    for (const [i, id] of pages.entries()) {
      const { title, tiles } = await get<Dashboard>(
        `/dashboards/${id}?asOf=${day}&from=${from}&to=${to}${id === 'comune' ? '&comuneId=015001' : ''}`,
      )
      expect([`${id}: ${title}`, ...tiles.map(tileInWords)].join('\n')).toBe(frozen[i])
    }
    expect(pages).toHaveLength(frozen.length)
  })
})
