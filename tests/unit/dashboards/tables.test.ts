import { describe, expect, test } from 'vitest'
import type { Tile } from '../../../api/dashboards/tiles.ts'
import { bandsOf } from '../../../admin/dashboards/Bands.tsx'
import { isEmptyTile } from '../../../admin/dashboards/isEmptyTile.ts'
import { tableOf } from '../../../admin/dashboards/tableOf.ts'
import { everyTile } from './everyTile.ts'
import { alerts, gantt, ladder } from './recordSamples.ts'
import { flowSeries, reasonMatrix, stockSeries, uogRank, waterfall } from './samples.ts'

const drawn = everyTile.filter((tile) => tableOf(tile) !== null)

describe('the table beside a drawing', () => {
  test.each(drawn.map((tile) => [tile.id, tile] as const))('%s: every row has as many cells as the head', (_, tile) => {
    const table = tableOf(tile)
    expect(table?.body.length).toBeGreaterThan(0)
    for (const row of table?.body ?? []) expect(row.length).toBe(table?.head.length)
    expect(JSON.stringify(table)).not.toMatch(/undefined|NaN/)
  })

  test('has the same figures and the same rows as the series', () => {
    const table = tableOf(flowSeries)
    expect(table?.head).toEqual(['Periodo', 'Nuove occupazioni', 'Recuperi'])
    expect(table?.body[0]).toEqual([
      { text: 'dicembre 2025' },
      { text: String(flowSeries.series[0]?.cells[0]?.value), rows: '/api/units?state=vacant' },
      { text: String(flowSeries.series[1]?.cells[0]?.value), rows: '/api/units?state=vacant' },
    ])
  })

  test('says n.d. where the series has a gap', () => {
    expect(tableOf(stockSeries)?.body[8]?.[2]?.text).toBe('n.d.')
  })

  test('ends a ranking with the whole', () => {
    expect(tableOf(uogRank)?.body.at(-1)).toEqual([{ text: 'Aler Milano' }, { text: '10,9\u00a0%' }])
  })

  test('signs the changes of a waterfall and not its levels', () => {
    expect(
      tableOf(waterfall)
        ?.body.slice(0, 4)
        .map((row) => row[1]?.text),
    ).toEqual(['1.321', '+212', '+31', '-244'])
  })

  test('keeps the cents of a ladder and the delays of a calendar', () => {
    expect(
      tableOf(ladder)
        ?.body[1]?.slice(1, 5)
        .map(({ text }) => text),
    ).toEqual(['€\u00a01.514.648,44', '€\u00a01.514.648,44', '€\u00a01.326.980,00', '€\u00a0449.646,43'])
    expect(tableOf(gantt)?.body[1]?.map(({ text }) => text)).toEqual([
      'Legnano, Mazzafame lotto A',
      '01/09/2023',
      '06/10/2025',
      '01/10/2023',
      '—',
      '412\u00a0giorni',
      '10/02/2025–31/03/2026',
    ])
  })
})

describe('an empty tile', () => {
  test('has nothing to draw; zeros are something', () => {
    const zero = { value: 0, rows: null }
    const blank = { value: null, rows: null }
    const slices = (cell: typeof zero | typeof blank): Tile => ({ ...uogRank, slices: [{ key: 'x', label: 'x', ...cell }] })
    expect(isEmptyTile(slices(zero))).toBe(false)
    expect(isEmptyTile(slices(blank))).toBe(true)
    expect(isEmptyTile({ ...uogRank, slices: [] })).toBe(true)
    expect(isEmptyTile({ ...reasonMatrix, rows: [], cells: [] })).toBe(true)
    expect(isEmptyTile({ ...alerts, items: [] })).toBe(true)
    for (const tile of everyTile) expect(isEmptyTile(tile)).toBe(false)
  })
})

describe('the layout', () => {
  test('keeps the order of the answer and puts neighbouring figures together', () => {
    const bands = bandsOf(everyTile)
    expect(bands.map(({ form }) => form)).toEqual(['figures', 'tiles'])
    expect(bands.flatMap(({ tiles }) => tiles)).toEqual(everyTile)
  })
})
