import { beforeAll, describe, expect, it } from 'vitest'
import { pages as dashboards } from '../../api/dashboards/pages/index.ts'
import type { Dashboard, Tile } from '../../api/dashboards/tiles.ts'
import { resources } from '../../db/resources.ts'
import { address, agency, type Agency, type Query, thatDay } from './agency.ts'
import { cellsOf } from './cells.ts'
import { expectCell } from './expectCell.ts'
import { exact, medianOf } from './sums.ts'

let all: Agency
let neighbourhood: string

const pages = dashboards.map(({ id }) => id)

beforeAll(async () => {
  all = await agency()
  const parts = await all.parts('squatted-stock', 'neighbourhoodId', { asOf: thatDay.asOf })
  neighbourhood = parts.flatMap(({ key }) => key ?? []).toSorted()[0] ?? ''
})

const { asOf } = thatDay

/** How a page is asked, and of every how many links into another day one is opened. */
const ways: Record<string, () => Query> = {
  'on a day': () => ({ asOf }),
  'on a day of the past, over a short period': () => ({ asOf: '2025-02-28', from: '2024-12-15', to: '2025-02-10' }),
  'as it was known then': () => ({ asOf, knownAt: '2026-03-01T09:00:00Z' }),
  'of a UOG': () => ({ asOf, uogId: 'UOG4' }),
  'of a comune': () => ({ asOf, comuneId: '015209' }),
  'of a comune that has nothing': () => ({ asOf, comuneId: '015250' }),
  'of a neighbourhood': () => ({ asOf, neighbourhoodId: neighbourhood }),
  'of an owner': () => ({ asOf, owner: 'comune' }),
  'of a service': () => ({ asOf, service: 'sas' }),
  'of a UOG, an owner and a service': () => ({ asOf, uogId: 'UOG6', owner: 'aler', service: 'sap' }),
  'before anything was there': () => ({ asOf: '1970-01-31' }),
}

/** The last two ways, of which little is left, are tried on every other page. */
const asked = pages.flatMap((page, i) =>
  Object.keys(ways).flatMap((way, j) => (j > 8 && (i + j) % 2 === 0 ? [] : [[page, way, i * 7 + j] as const])),
)

describe('a page', () => {
  it.each(asked)('%s %s tells what its links open', async (id, way, turn) => {
    const query: Query = { ...ways[way]?.(), ...(id === 'comune' && !ways[way]?.().comuneId && { comuneId: '015209' }) }
    const page = await all.json<Dashboard>(address(`/api/dashboards/${id}`, query))
    expect(page.tiles.length).toBeGreaterThan(2)
    expect(new Set(page.tiles.map((tile) => tile.id)).size).toBe(page.tiles.length)
    for (const tile of page.tiles) {
      expectWords(tile)
      await expectTile(tile)
      for (const [i, { metric, cell, where }] of cellsOf(tile).entries()) {
        if (tile.id !== 'recovery-curve') expectNarrowed(cell.rows, query)
        await expectCell(all, metric, cell, {
          where: `${tile.id}, ${where}`,
          asOf: query['asOf'] ?? '',
          open: i % 61 === turn % 61,
        })
      }
    }
  })
})

/** A link keeps to every filter of the page that its rows have, as theirs or among theirs. */
function expectNarrowed(link: string | null, query: Query) {
  if (link === null) return
  const { pathname, searchParams } = new URL(link, 'http://localhost')
  const fields = resources.find(({ name }) => pathname === `/api/${name}`)?.fields ?? {}
  const narrowing = Object.entries(query).filter(([name]) => name in fields || `${name}s` in fields)
  for (const [name, value] of narrowing) {
    const field = `${name}s` in fields ? `${name}s` : name
    const nothing = searchParams.get('id_null') === 'true'
    expect([link, nothing || searchParams.getAll(field).includes(value)]).toEqual([link, true])
  }
}

function expectWords({ id, title, note }: Tile) {
  expect(title).toMatch(/\S/)
  for (const words of [title, note ?? ''])
    expect([id, words]).toEqual([id, expect.not.stringMatching(/undefined|NaN|null|Infinity|\[object/)])
}

/** What only some kinds of tile say. */
async function expectTile(tile: Tile): Promise<void> {
  switch (tile.kind) {
    case 'waterfall': {
      const [first, ...rest] = tile.steps.map(({ value }) => exact(value))
      const last = rest.pop()
      return expect([tile.id, rest.reduce((sum, step) => sum + step, first ?? 0n)]).toEqual([tile.id, last])
    }
    case 'list': {
      expect([tile.rows, await all.count(tile.rows ?? '')]).toEqual([tile.rows, tile.total])
      expect(tile.items.length).toBeLessThanOrEqual(tile.total)
      for (const { values } of tile.items) expect(Object.keys(values)).toEqual(tile.columns.map(({ key }) => key))
      return
    }
    case 'spread':
      for (const item of tile.items) {
        const days = (await all.rows(item.rows ?? '')).map((row) => row.days as number)
        expect({ ...item }).toMatchObject({
          n: days.length,
          min: Math.min(...days),
          max: Math.max(...days),
          median: medianOf(days),
        })
      }
      return
    case 'series':
      for (const { key, cells } of tile.series) expect([tile.id, key, cells.length]).toEqual([tile.id, key, tile.periods.length])
      return
    case 'matrix':
      expect(tile.cells.map((row) => row.length)).toEqual(tile.rows.map(() => tile.columns.length))
      return
    case 'comparison':
      for (const { cells } of tile.rows) expect(cells).toHaveLength(tile.columns.length)
      return
    default:
  }
}
